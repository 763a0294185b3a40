import { defineModule } from "../../model/module.ts";

export const copd = defineModule({
  id: "copd",
  source:
    "Wang et al., Lancet 2018, doi 10.1016/S0140-6736(18)30841-9 (China 8.6 % from 20 by spirometry, few diagnosed: a quarter taken); CDC BRFSS 2021 (6.4 % of adults)",
  prevalence: {
    cn: { female: [0, 0.1, 0.2, 0.6, 1.2, 2.5, 4, 5], male: [0, 0.2, 0.6, 1.8, 4, 8, 11, 12] },
    us: { female: [0, 1.5, 2.5, 4.5, 9, 12, 14, 12], male: [0, 1, 2, 3.5, 7, 11, 14, 14] },
  },
  hospitalFactor: 1.8,
  risks: [{ of: "smoking", times: 3 }],
  onset: { minAge: 30, meanYears: 6 },
  visitsPerYear: 1.2,
  panels: ["lungs", "blood"],
  subtypes: [
    {
      id: "stable",
      weight: { cn: 70, us: 75 },
      codes: {
        cn: [
          ["J44.900", "慢性阻塞性肺病"],
          ["J44.800", "慢性阻塞性肺病，其他特指的"],
        ],
        us: [["J44.9", "Chronic obstructive pulmonary disease, unspecified"]],
      },
      effects: [
        { lab: "fev1-percent", times: 0.65 },
        { lab: "spo2", add: -1.5 },
      ],
      drugs: [
        {
          share: 0.55,
          oneOf: [
            ["tiotropium", 3],
            ["budesonide-formoterol", 3],
          ],
        },
        { share: 0.4, oneOf: [["salbutamol", 1]] },
      ],
      hazard: 1.5,
    },
    {
      id: "exacerbating",
      weight: { cn: 30, us: 25 },
      codes: {
        cn: [["J44.100", "慢性阻塞性肺病伴有急性加重"]],
        us: [["J44.1", "Chronic obstructive pulmonary disease with (acute) exacerbation"]],
      },
      effects: [
        { lab: "fev1-percent", times: 0.42 },
        { lab: "spo2", add: -4 },
        { lab: "crp", times: 4 },
      ],
      drugs: [
        { share: 0.8, oneOf: [["budesonide-formoterol", 1]] },
        { share: 0.5, oneOf: [["prednisone", 1]], days: 10 },
      ],
      hazard: 2.4,
    },
  ],
});

export const asthma = defineModule({
  id: "asthma",
  source:
    "Huang et al., Lancet 2019, doi 10.1016/S0140-6736(19)31147-X (China 4.2 % from 20, 29 % diagnosed); CDC asthma data 2021 (7.7 %)",
  prevalence: {
    cn: { female: [2, 0.8, 1, 1.3, 1.8, 2.2, 2.4, 2], male: [2.6, 0.8, 1, 1.2, 1.7, 2.2, 2.6, 2.3] },
    us: { female: [5.5, 9.5, 9.5, 10, 10, 9.5, 8, 7], male: [7.5, 6.5, 6, 5.5, 5.5, 5.5, 5, 4.5] },
  },
  hospitalFactor: 1.2,
  onset: { minAge: 2, meanYears: 9 },
  visitsPerYear: 0.5,
  panels: ["lungs"],
  subtypes: [
    {
      id: "persistent",
      weight: { cn: 100, us: 100 },
      codes: {
        cn: [
          ["J45.900", "哮喘"],
          ["J45.000", "主要为变应性哮喘"],
        ],
        us: [
          ["J45.909", "Unspecified asthma, uncomplicated"],
          ["J45.40", "Moderate persistent asthma, uncomplicated"],
        ],
      },
      effects: [{ lab: "fev1-percent", times: 0.84 }],
      drugs: [
        {
          share: 0.6,
          oneOf: [
            ["budesonide-formoterol", 3],
            ["montelukast", 2],
          ],
        },
        { share: 0.6, oneOf: [["salbutamol", 1]] },
      ],
    },
  ],
});
