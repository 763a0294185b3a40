import { defineModule } from "../../model/module.ts";

export const kidneyDisease = defineModule({
  id: "kidney-disease",
  source:
    "Wang et al., JAMA Intern Med 2023, doi 10.1001/jamainternmed.2022.6817 (China 8.2 % of adults, eGFR < 60: 2.2 %); CDC CKD in the United States 2023 (14 %); here stages 3 to 5",
  prevalence: {
    cn: { female: [0, 0.1, 0.3, 0.7, 1.6, 4, 9, 14], male: [0, 0.1, 0.3, 0.7, 1.6, 4, 8, 13] },
    us: { female: [0, 0.3, 0.7, 1.6, 4, 10, 20, 28], male: [0, 0.2, 0.6, 1.4, 3.5, 9, 18, 26] },
  },
  hospitalFactor: 1.8,
  risks: [
    { of: "type-2-diabetes", times: 2.4 },
    { of: "hypertension", times: 1.8 },
  ],
  onset: { minAge: 18, meanYears: 5 },
  visitsPerYear: 2,
  panels: ["kidney", "electrolytes", "blood", "urine"],
  suspectedFirst: 0.05,
  subtypes: [
    {
      id: "stage-3",
      weight: { cn: 72, us: 80 },
      codes: {
        cn: [["N18.300", "慢性肾脏病3期"]],
        us: [
          ["N18.30", "Chronic kidney disease, stage 3 unspecified"],
          ["N18.31", "Chronic kidney disease, stage 3a"],
          ["N18.32", "Chronic kidney disease, stage 3b"],
        ],
      },
      effects: [
        { lab: "creatinine", times: 1.7 },
        { lab: "urea", times: 1.6 },
        { lab: "uacr", times: 6 },
        { lab: "haemoglobin", add: -8 },
      ],
      drugs: [
        {
          share: 0.4,
          oneOf: [
            ["dapagliflozin", 1],
            ["losartan", 1],
          ],
        },
      ],
      hazard: 1.5,
    },
    {
      id: "stage-4",
      weight: { cn: 16, us: 13 },
      codes: { cn: [["N18.400", "慢性肾脏病4期"]], us: [["N18.4", "Chronic kidney disease, stage 4 (severe)"]] },
      effects: [
        { lab: "creatinine", times: 3.1 },
        { lab: "urea", times: 2.8 },
        { lab: "uacr", times: 40 },
        { lab: "haemoglobin", add: -24 },
        { lab: "potassium", add: 0.4 },
      ],
      drugs: [
        { share: 0.5, oneOf: [["roxadustat", 1]], flavour: "cn" },
        { share: 0.4, oneOf: [["epoetin", 1]], flavour: "us" },
      ],
      hazard: 2.5,
    },
    {
      id: "stage-5",
      weight: { cn: 12, us: 7 },
      codes: {
        cn: [["N18.500", "慢性肾脏病5期"]],
        us: [
          ["N18.6", "End stage renal disease"],
          ["N18.5", "Chronic kidney disease, stage 5"],
        ],
      },
      effects: [
        { lab: "creatinine", times: 8 },
        { lab: "urea", times: 4.2 },
        { lab: "uacr", times: 80 },
        { lab: "haemoglobin", add: -38 },
        { lab: "potassium", add: 0.8 },
        { lab: "calcium", add: -0.15 },
        { lab: "albumin", add: -5 },
      ],
      drugs: [
        {
          share: 0.7,
          oneOf: [
            ["epoetin", 2],
            ["roxadustat", 1],
          ],
        },
      ],
      procedures: [{ procedure: "haemodialysis", share: 0.75, afterDays: 200 }],
      hazard: 5,
    },
  ],
});
