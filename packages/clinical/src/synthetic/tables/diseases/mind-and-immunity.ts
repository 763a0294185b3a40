import { defineModule } from "../../model/module.ts";

export const depression = defineModule({
  id: "depression",
  source:
    "Lu et al., Lancet Psychiatry 2021, doi 10.1016/S2215-0366(21)00251-0 (China 3.4 % life-time, few treated: half taken); CDC 2023 (18 % of US adults ever told)",
  prevalence: {
    cn: { female: [0.3, 1.8, 2, 2, 2.4, 2.6, 2.4, 2], male: [0.2, 1.2, 1.3, 1.3, 1.4, 1.6, 1.6, 1.5] },
    us: { female: [4, 27, 25, 23, 22, 20, 17, 13], male: [2.5, 14, 13, 12, 12, 11, 9, 8] },
  },
  hospitalFactor: 1,
  onset: { minAge: 12, meanYears: 5 },
  visitsPerYear: 0.8,
  panels: ["thyroid"],
  suspectedFirst: 0.05,
  subtypes: [
    {
      id: "moderate",
      weight: { cn: 75, us: 80 },
      codes: {
        cn: [
          ["F32.900", "抑郁发作"],
          ["F32.100", "中度抑郁发作"],
        ],
        us: [
          ["F32.A", "Depression, unspecified"],
          ["F32.1", "Major depressive disorder, single episode, moderate"],
        ],
      },
      effects: [],
      drugs: [
        {
          share: 0.6,
          oneOf: [
            ["sertraline", 3],
            ["escitalopram", 3],
            ["fluoxetine", 1],
          ],
        },
      ],
      scores: [
        {
          score: "hamd",
          values: [
            [10, 2],
            [14, 4],
            [17, 4],
            [20, 2],
          ],
        },
      ],
    },
    {
      id: "severe",
      weight: { cn: 25, us: 20 },
      codes: {
        cn: [["F32.200", "不伴有精神病性症状的重度抑郁发作"]],
        us: [["F33.2", "Major depressive disorder, recurrent severe without psychotic features"]],
      },
      effects: [],
      drugs: [
        {
          share: 0.85,
          oneOf: [
            ["sertraline", 1],
            ["escitalopram", 1],
            ["fluoxetine", 1],
          ],
        },
      ],
      scores: [
        {
          score: "hamd",
          values: [
            [22, 3],
            [25, 4],
            [28, 2],
            [32, 1],
          ],
        },
      ],
      hazard: 1.4,
    },
  ],
});

export const rheumatoidArthritis = defineModule({
  id: "rheumatoid-arthritis",
  source:
    "Chinese Rheumatology guideline 2018 (0.42 %); Hunter et al., Rheumatol Int 2017, doi 10.1007/s00296-017-3726-1 (US 0.5 to 0.6 % of adults)",
  prevalence: {
    cn: { female: [0, 0.1, 0.3, 0.6, 1, 1.2, 1.1, 0.9], male: [0, 0.03, 0.08, 0.15, 0.25, 0.35, 0.35, 0.3] },
    us: { female: [0, 0.1, 0.35, 0.7, 1.1, 1.5, 1.7, 1.5], male: [0, 0.05, 0.12, 0.25, 0.45, 0.7, 0.85, 0.8] },
  },
  hospitalFactor: 1.8,
  onset: { minAge: 18, meanYears: 7 },
  visitsPerYear: 1.8,
  panels: ["inflammation", "rheumatology", "liver", "blood"],
  subtypes: [
    {
      id: "seropositive",
      weight: { cn: 75, us: 75 },
      codes: {
        cn: [
          ["M05.900", "血清反应阳性的类风湿性关节炎"],
          ["M06.900", "类风湿性关节炎"],
        ],
        us: [
          ["M05.9", "Rheumatoid arthritis with rheumatoid factor, unspecified"],
          ["M06.9", "Rheumatoid arthritis, unspecified"],
        ],
      },
      effects: [
        { lab: "rheumatoid-factor", times: 12 },
        { lab: "crp", times: 8 },
        { lab: "esr", times: 2.8 },
        { lab: "haemoglobin", add: -10 },
      ],
      drugs: [
        {
          share: 0.75,
          oneOf: [
            ["methotrexate", 5],
            ["leflunomide", 3],
          ],
        },
        { share: 0.35, oneOf: [["hydroxychloroquine", 1]] },
        { share: 0.35, oneOf: [["prednisone", 1]], days: 400 },
        {
          share: 0.3,
          oneOf: [
            ["adalimumab", 3],
            ["tofacitinib", 2],
          ],
          afterYears: 2,
        },
      ],
      scores: [
        {
          score: "das28",
          values: [
            [2.4, 3],
            [3.1, 3],
            [4.2, 4],
            [5.6, 2],
          ],
        },
      ],
      hazard: 1.3,
    },
    {
      id: "seronegative",
      weight: { cn: 25, us: 25 },
      codes: {
        cn: [["M06.000", "血清反应阴性的类风湿性关节炎"]],
        us: [["M06.00", "Rheumatoid arthritis without rheumatoid factor, unspecified site"]],
      },
      effects: [
        { lab: "crp", times: 6 },
        { lab: "esr", times: 2.2 },
      ],
      drugs: [{ share: 0.7, oneOf: [["methotrexate", 1]] }],
      scores: [
        {
          score: "das28",
          values: [
            [2.4, 3],
            [3.1, 3],
            [4.2, 3],
            [5.6, 1],
          ],
        },
      ],
    },
  ],
});

export const lupus = defineModule({
  id: "lupus",
  source:
    "Tian et al., Ann Rheum Dis 2023, doi 10.1136/ard-2022-223035 (China 47.6 per 100,000); Izmirly et al., Arthritis Rheumatol 2021, doi 10.1002/art.41632 (US 72.8 per 100,000; women 128.7)",
  prevalence: {
    cn: {
      female: [0.01, 0.08, 0.13, 0.13, 0.11, 0.09, 0.06, 0.04],
      male: [0.002, 0.01, 0.012, 0.012, 0.012, 0.012, 0.01, 0.01],
    },
    us: {
      female: [0.01, 0.1, 0.18, 0.2, 0.2, 0.18, 0.12, 0.08],
      male: [0.002, 0.012, 0.02, 0.022, 0.024, 0.024, 0.02, 0.01],
    },
  },
  hospitalFactor: 2.5,
  onset: { minAge: 10, meanYears: 7 },
  visitsPerYear: 3,
  panels: ["rheumatology", "blood", "kidney", "urine", "inflammation"],
  subtypes: [
    {
      id: "without-nephritis",
      weight: { cn: 60, us: 62 },
      codes: { cn: [["M32.900", "系统性红斑狼疮"]], us: [["M32.9", "Systemic lupus erythematosus, unspecified"]] },
      effects: [
        { lab: "complement-c3", times: 0.75 },
        { lab: "leukocytes", times: 0.75 },
        { lab: "platelets", times: 0.8 },
      ],
      drugs: [
        { share: 0.85, oneOf: [["hydroxychloroquine", 1]] },
        { share: 0.6, oneOf: [["prednisone", 1]] },
        { share: 0.1, oneOf: [["belimumab", 1]] },
      ],
      results: [{ lab: "ana", positive: 0.98, share: 0.9 }],
      hazard: 1.8,
    },
    {
      id: "nephritis",
      weight: { cn: 40, us: 38 },
      codes: {
        cn: [["M32.100", "系统性红斑狼疮，累及器官或系统"]],
        us: [["M32.14", "Glomerular disease in systemic lupus erythematosus"]],
      },
      effects: [
        { lab: "complement-c3", times: 0.6 },
        { lab: "uacr", times: 60 },
        { lab: "albumin", add: -9 },
        { lab: "creatinine", times: 1.3 },
      ],
      drugs: [
        { share: 0.9, oneOf: [["hydroxychloroquine", 1]] },
        { share: 0.9, oneOf: [["prednisone", 1]] },
        { share: 0.3, oneOf: [["cyclophosphamide", 1]], days: 180 },
      ],
      results: [{ lab: "ana", positive: 0.98, share: 0.9 }],
      hazard: 3,
    },
  ],
});
