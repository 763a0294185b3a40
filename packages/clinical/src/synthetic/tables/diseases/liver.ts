import { defineModule } from "../../model/module.ts";

export const hepatitisB = defineModule({
  id: "hepatitis-b",
  source:
    "Polaris Observatory, Lancet Gastroenterol Hepatol 2023, doi 10.1016/S2468-1253(23)00197-8 (China about 5.6 %); CDC viral hepatitis surveillance 2021 (US 0.2 to 0.3 %)",
  prevalence: {
    cn: { female: [0.5, 2.2, 4.2, 5.4, 5.6, 5, 4.2, 3.5], male: [0.6, 3, 5.8, 7.4, 7.6, 6.6, 5.2, 4.2] },
    us: { female: [0, 0.15, 0.25, 0.3, 0.35, 0.3, 0.25, 0.2], male: [0, 0.2, 0.35, 0.45, 0.5, 0.45, 0.3, 0.2] },
  },
  hospitalFactor: 1.6,
  onset: { minAge: 0, meanYears: 12 },
  visitsPerYear: 0.7,
  panels: ["liver", "hepatitis-b"],
  ruledOut: 0.01,
  family: 0.01,
  subtypes: [
    {
      id: "suppressed",
      weight: { cn: 40, us: 50 },
      codes: {
        cn: [
          ["B18.100", "慢性乙型病毒性肝炎，不伴有δ因子"],
          ["B18.104", "慢性轻度乙型病毒性肝炎"],
        ],
        us: [["B18.1", "Chronic viral hepatitis B without delta-agent"]],
      },
      effects: [{ lab: "alt", times: 1.2 }],
      drugs: [
        {
          share: 0.95,
          oneOf: [
            ["entecavir", 5],
            ["tenofovir-disoproxil", 3],
            ["tenofovir-alafenamide", 2],
          ],
        },
      ],
      results: [{ lab: "hbsag", positive: 1, share: 0.9 }],
      hazard: 1.1,
    },
    {
      id: "viraemic",
      weight: { cn: 60, us: 50 },
      codes: {
        cn: [
          ["B18.107", "未特指乙型病毒性肝炎"],
          ["B18.100", "慢性乙型病毒性肝炎，不伴有δ因子"],
        ],
        us: [["B18.1", "Chronic viral hepatitis B without delta-agent"]],
      },
      effects: [
        { lab: "hbv-dna", times: 15_000 },
        { lab: "alt", times: 2.2 },
        { lab: "ast", times: 1.8 },
      ],
      results: [{ lab: "hbsag", positive: 1, share: 0.9 }],
      hazard: 1.4,
    },
  ],
});

export const hepatitisC = defineModule({
  id: "hepatitis-c",
  source:
    "Polaris Observatory, Lancet Gastroenterol Hepatol 2022, doi 10.1016/S2468-1253(21)00472-6 (China 0.7 %, US 0.8 %)",
  prevalence: {
    cn: { female: [0, 0.1, 0.3, 0.6, 0.9, 1, 1, 0.8], male: [0, 0.1, 0.4, 0.8, 1.1, 1.1, 1, 0.8] },
    us: { female: [0, 0.3, 0.7, 0.6, 0.9, 0.9, 0.4, 0.3], male: [0, 0.4, 1.1, 1, 1.6, 1.8, 0.7, 0.4] },
  },
  hospitalFactor: 1.5,
  onset: { minAge: 10, meanYears: 8 },
  visitsPerYear: 0.7,
  panels: ["liver", "hepatitis-c"],
  subtypes: [
    {
      id: "cured",
      weight: { cn: 45, us: 45 },
      codes: { cn: [["B18.200", "慢性丙型病毒性肝炎"]], us: [["B18.2", "Chronic viral hepatitis C"]] },
      effects: [],
      drugs: [{ share: 1, oneOf: [["sofosbuvir-velpatasvir", 1]], days: 84, afterYears: 1 }],
      results: [{ lab: "anti-hcv", positive: 1, share: 0.9 }],
    },
    {
      id: "viraemic",
      weight: { cn: 55, us: 55 },
      codes: {
        cn: [
          ["B18.200", "慢性丙型病毒性肝炎"],
          ["B18.202", "慢性轻度丙型病毒性肝炎"],
        ],
        us: [["B18.2", "Chronic viral hepatitis C"]],
      },
      effects: [
        { lab: "hcv-rna", times: 200_000 },
        { lab: "alt", times: 2.4 },
        { lab: "ast", times: 2 },
      ],
      results: [{ lab: "anti-hcv", positive: 1, share: 0.9 }],
      hazard: 1.5,
    },
  ],
});

export const cirrhosis = defineModule({
  id: "cirrhosis",
  source:
    "Global Burden of Disease 2017, doi 10.1016/S2468-1253(19)30349-8 (diagnosed cirrhosis about 0.4 % of adults); US NHANES 0.27 to 0.6 % of adults",
  prevalence: {
    cn: { female: [0, 0.03, 0.1, 0.25, 0.5, 0.8, 0.9, 0.8], male: [0, 0.05, 0.25, 0.6, 1, 1.2, 1.2, 1] },
    us: { female: [0, 0.02, 0.1, 0.25, 0.6, 0.8, 0.7, 0.5], male: [0, 0.03, 0.15, 0.4, 1, 1.2, 0.9, 0.6] },
  },
  hospitalFactor: 2.5,
  risks: [
    { of: "hepatitis-b", times: 6 },
    { of: "hepatitis-c", times: 8 },
  ],
  onset: { minAge: 22, meanYears: 4 },
  visitsPerYear: 2.2,
  panels: ["liver", "clotting", "blood", "kidney", "liver-tumour"],
  subtypes: [
    {
      id: "compensated",
      weight: { cn: 65, us: 65 },
      codes: {
        cn: [
          ["K74.600", "肝硬变"],
          ["K74.100", "肝硬化"],
        ],
        us: [["K74.60", "Unspecified cirrhosis of liver"]],
      },
      effects: [
        { lab: "platelets", times: 0.58 },
        { lab: "albumin", add: -4 },
        { lab: "bilirubin-total", times: 1.6 },
        { lab: "inr", add: 0.15 },
        { lab: "ast", times: 1.8 },
      ],
      drugs: [{ share: 0.3, oneOf: [["propranolol", 1]] }],
      procedures: [{ procedure: "gastroscopy", share: 0.6, afterDays: 60 }],
      scores: [
        {
          score: "child-pugh",
          values: [
            [5, 60],
            [6, 40],
          ],
        },
      ],
      hazard: 2.5,
    },
    {
      id: "decompensated",
      weight: { cn: 35, us: 35 },
      codes: {
        cn: [
          ["K74.607", "肝硬化失代偿期"],
          ["K74.100", "肝硬化"],
        ],
        us: [
          ["K74.60", "Unspecified cirrhosis of liver"],
          ["K70.31", "Alcoholic cirrhosis of liver with ascites"],
        ],
      },
      effects: [
        { lab: "platelets", times: 0.36 },
        { lab: "albumin", add: -14 },
        { lab: "bilirubin-total", times: 4.2 },
        { lab: "inr", add: 0.6 },
        { lab: "ast", times: 2.4 },
        { lab: "sodium", add: -4 },
        { lab: "haemoglobin", add: -22 },
      ],
      drugs: [
        { share: 0.7, oneOf: [["spironolactone", 1]] },
        { share: 0.6, oneOf: [["furosemide", 1]] },
      ],
      scores: [
        {
          score: "child-pugh",
          values: [
            [7, 30],
            [8, 25],
            [9, 20],
            [10, 15],
            [11, 10],
          ],
        },
      ],
      hazard: 9,
    },
  ],
});
