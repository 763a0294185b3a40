import { defineModule } from "../../model/module.ts";

export const hypertension = defineModule({
  id: "hypertension",
  source:
    "China Hypertension Survey 2012-2015, doi 10.1161/CIRCULATIONAHA.117.032380 (23.2 % of adults); NHANES 2017-2018, NCHS data brief 364 (45.4 %)",
  prevalence: {
    cn: { female: [0, 2, 5, 14, 30, 47, 57, 60], male: [0, 6, 12, 22, 36, 48, 55, 58] },
    us: { female: [0, 8, 20, 34, 50, 67, 80, 85], male: [0, 20, 31, 45, 55, 67, 75, 78] },
  },
  hospitalFactor: 1.3,
  onset: { minAge: 18, meanYears: 7 },
  visitsPerYear: 1.2,
  panels: ["vitals", "kidney", "electrolytes"],
  suspectedFirst: 0.04,
  subtypes: [
    {
      id: "treated",
      weight: { cn: 70, us: 80 },
      codes: {
        cn: [
          ["I10.x00x002", "高血压"],
          ["I10.x00", "特发性（原发性）高血压"],
          ["I10.x04", "高血压2级"],
        ],
        us: [["I10", "Essential (primary) hypertension"]],
      },
      effects: [
        { lab: "systolic-pressure", add: 1.6 },
        { lab: "diastolic-pressure", add: 0.8 },
      ],
      drugs: [
        {
          share: 0.75,
          oneOf: [
            ["amlodipine", 5],
            ["nifedipine", 2],
            ["lisinopril", 2],
          ],
        },
        {
          share: 0.5,
          oneOf: [
            ["valsartan", 3],
            ["losartan", 3],
          ],
          afterYears: 1,
        },
        { share: 0.15, oneOf: [["hydrochlorothiazide", 1]], afterYears: 2 },
      ],
      hazard: 1.2,
    },
    {
      id: "uncontrolled",
      weight: { cn: 30, us: 20 },
      codes: {
        cn: [
          ["I10.x00x002", "高血压"],
          ["I10.x03", "高血压1级"],
        ],
        us: [["I10", "Essential (primary) hypertension"]],
      },
      effects: [
        { lab: "systolic-pressure", add: 3.6 },
        { lab: "diastolic-pressure", add: 1.8 },
      ],
      hazard: 1.6,
    },
  ],
});
