import { defineModule } from "../../model/module.ts";

const complications = {
  cn: [["E11.900", "2型糖尿病"]],
  us: [["E11.9", "Type 2 diabetes mellitus without complications"]],
} as const;

export const type2Diabetes = defineModule({
  id: "type-2-diabetes",
  source:
    "Wang et al., JAMA 2021, doi 10.1001/jama.2021.22208 (China 12.4 % of adults); CDC National Diabetes Statistics Report 2022 (11.3 % of US, 14.7 % of adults)",
  prevalence: {
    cn: { female: [0, 1.5, 3.5, 7.5, 15, 23, 27, 26], male: [0, 3, 8, 14, 18, 22, 25, 25] },
    us: { female: [0.1, 2, 4.5, 9.5, 16, 23, 26, 22], male: [0.1, 2, 5, 11, 19, 27, 30, 26] },
  },
  hospitalFactor: 1.5,
  risks: [{ of: "hypertension", times: 1.7 }],
  onset: { minAge: 16, meanYears: 7 },
  visitsPerYear: 1.8,
  panels: ["sugar", "kidney", "lipids", "urine"],
  family: 0.03,
  subtypes: [
    {
      id: "controlled",
      weight: { cn: 50, us: 52 },
      codes: complications,
      effects: [
        { lab: "hba1c", add: 12 },
        { lab: "glucose-fasting", add: 1.8 },
        { lab: "triglycerides", times: 1.25 },
      ],
      drugs: [
        { share: 0.8, oneOf: [["metformin", 1]] },
        {
          share: 0.35,
          oneOf: [
            ["acarbose", 4],
            ["glimepiride", 3],
            ["sitagliptin", 2],
          ],
          flavour: "cn",
        },
        {
          share: 0.4,
          oneOf: [
            ["empagliflozin", 3],
            ["sitagliptin", 2],
            ["glimepiride", 2],
            ["semaglutide", 2],
          ],
          flavour: "us",
        },
      ],
      hazard: 1.3,
    },
    {
      id: "poorly-controlled",
      weight: { cn: 34, us: 30 },
      codes: {
        cn: [["E11.900", "2型糖尿病"]],
        us: [["E11.65", "Type 2 diabetes mellitus with hyperglycemia"]],
      },
      effects: [
        { lab: "hba1c", add: 34 },
        { lab: "glucose-fasting", add: 5 },
        { lab: "triglycerides", times: 1.5 },
      ],
      drugs: [
        { share: 0.7, oneOf: [["metformin", 1]] },
        { share: 0.45, oneOf: [["insulin-glargine", 1]], afterYears: 3 },
        {
          share: 0.3,
          oneOf: [
            ["dapagliflozin", 2],
            ["semaglutide", 1],
          ],
          afterYears: 2,
        },
      ],
      hazard: 1.9,
    },
    {
      id: "nephropathy",
      weight: { cn: 16, us: 18 },
      codes: {
        cn: [["E11.200", "2型糖尿病伴有肾的并发症"]],
        us: [["E11.22", "Type 2 diabetes mellitus with diabetic chronic kidney disease"]],
      },
      effects: [
        { lab: "hba1c", add: 20 },
        { lab: "glucose-fasting", add: 3 },
        { lab: "uacr", times: 18 },
      ],
      drugs: [
        {
          share: 0.5,
          oneOf: [
            ["dapagliflozin", 2],
            ["empagliflozin", 2],
          ],
        },
        { share: 0.5, oneOf: [["insulin-glargine", 1]], afterYears: 2 },
      ],
      hazard: 2.2,
    },
  ],
});
