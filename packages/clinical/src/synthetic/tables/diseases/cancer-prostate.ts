import { defineCancer, metastasesTo, stage } from "./cancer-shared.ts";

const late = ["IVA", "IVB"];

export const prostateCancer = defineCancer({
  id: "prostate-cancer",
  source:
    "Five-year prevalence: GLOBOCAN 2020 (China about 0.04 % of men, US about 0.55 %); stages: Chinese Prostate Cancer Consortium, SEER 2013-2019",
  prevalence: {
    cn: { female: [0, 0, 0, 0, 0, 0, 0, 0], male: [0, 0, 0, 0.003, 0.02, 0.13, 0.35, 0.5] },
    us: { female: [0, 0, 0, 0, 0, 0, 0, 0], male: [0, 0, 0.001, 0.03, 0.45, 1.6, 2.4, 1.8] },
  },
  codes: {
    cn: [["C61.x00", "前列腺恶性肿瘤"]],
    us: [["C61", "Malignant neoplasm of prostate"]],
  },
  panels: ["prostate"],
  effects: [{ lab: "haemoglobin", add: -5 }],
  course: {
    stages: [
      stage("I", 12, 35, ["T1c", "T2a"], ["N0"], ["M0"], 0.004),
      stage("IIB", 22, 32, ["T2b", "T2c"], ["N0"], ["M0"], 0.008),
      stage("IIIB", 22, 17, ["T3a", "T3b"], ["N0"], ["M0"], 0.02),
      stage("IVA", 14, 8, ["T3b", "T4"], ["N1"], ["M0"], 0.06),
      stage("IVB", 30, 8, ["T3b", "T4"], ["N0", "N1"], ["M1a", "M1b", "M1c"], 0.2),
    ],
    genes: [
      {
        gene: "BRCA2",
        altered: { cn: 0.05, us: 0.06 },
        alterations: [
          ["S1982FS", 1],
          ["K3326*", 1],
        ],
        tested: 0.25,
      },
    ],
    markers: [],
    scores: [],
    regimens: [
      { drugs: ["leuprorelin", "bicalutamide"], lines: [1], stages: ["IIB", "IIIB", ...late], weight: 4, months: 26 },
      { drugs: ["leuprorelin", "abiraterone"], lines: [1], stages: late, weight: 3, months: 28 },
      { drugs: ["enzalutamide"], lines: [2], stages: late, weight: 3, months: 12 },
      { drugs: ["docetaxel"], lines: [2, 3], stages: late, weight: 3, months: 7 },
    ],
    surgery: { procedures: ["prostatectomy"], stages: ["I", "IIB", "IIIB"], share: 0.45 },
    metastases: metastasesTo("bone"),
    tumourMarkers: [{ lab: "psa-total", times: 18 }],
  },
});
