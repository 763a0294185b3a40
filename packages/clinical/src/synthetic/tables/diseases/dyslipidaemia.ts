import { defineModule } from "../../model/module.ts";

export const dyslipidaemia = defineModule({
  id: "dyslipidaemia",
  source:
    "Chinese lipid guideline 2023 (35.6 % of adults by measurement, about a third of them diagnosed); NHANES 2017-2018 high LDL or statin use",
  prevalence: {
    cn: { female: [0.1, 2, 4, 7, 14, 20, 20, 16], male: [0.1, 3, 8, 12, 15, 16, 15, 13] },
    us: { female: [0.5, 4, 9, 17, 32, 45, 50, 45], male: [0.5, 5, 14, 24, 36, 47, 50, 45] },
  },
  hospitalFactor: 1.3,
  risks: [{ of: "type-2-diabetes", times: 1.8 }],
  onset: { minAge: 10, meanYears: 5 },
  visitsPerYear: 0.6,
  panels: ["lipids", "liver"],
  subtypes: [
    {
      id: "mixed",
      weight: { cn: 100, us: 100 },
      codes: {
        cn: [
          ["E78.500", "高脂血症"],
          ["E78.200", "混合性高脂血症"],
          ["E78.000", "纯高胆固醇血症"],
        ],
        us: [
          ["E78.5", "Hyperlipidemia, unspecified"],
          ["E78.2", "Mixed hyperlipidemia"],
          ["E78.00", "Pure hypercholesterolemia, unspecified"],
        ],
      },
      effects: [
        { lab: "ldl-cholesterol", add: 0.7 },
        { lab: "triglycerides", times: 1.5 },
      ],
      drugs: [
        {
          share: 0.6,
          oneOf: [
            ["atorvastatin", 3],
            ["rosuvastatin", 2],
          ],
        },
      ],
    },
  ],
});
