import { defineCancer, metastasesTo, stage } from "./cancer-shared.ts";

const early = ["IA", "IIA", "IIB", "IIIA", "IIIC"];

export const breastCancer = defineCancer({
  id: "breast-cancer",
  source:
    "Five-year prevalence: GLOBOCAN 2020 (China about 0.2 % of women, US about 0.65 %); stages: CSCO registry, SEER 2013-2019",
  prevalence: {
    cn: {
      female: [0, 0.015, 0.08, 0.27, 0.4, 0.42, 0.35, 0.25],
      male: [0, 0, 0.001, 0.002, 0.004, 0.006, 0.008, 0.008],
    },
    us: { female: [0, 0.01, 0.1, 0.45, 0.9, 1.5, 1.9, 1.7], male: [0, 0, 0.001, 0.003, 0.007, 0.014, 0.02, 0.02] },
  },
  codes: {
    cn: [
      ["C50.900", "乳房恶性肿瘤"],
      ["C50.400", "乳房上外象限恶性肿瘤"],
    ],
    us: [
      ["C50.911", "Malignant neoplasm of unspecified site of right female breast"],
      ["C50.912", "Malignant neoplasm of unspecified site of left female breast"],
    ],
  },
  panels: ["breast-tumour"],
  effects: [{ lab: "haemoglobin", add: -6 }],
  course: {
    stages: [
      stage("IA", 26, 44, ["T1b", "T1c"], ["N0"], ["M0"], 0.008),
      stage("IIA", 30, 22, ["T1c", "T2"], ["N0", "N1"], ["M0"], 0.015),
      stage("IIB", 16, 12, ["T2", "T3"], ["N0", "N1"], ["M0"], 0.03),
      stage("IIIA", 12, 8, ["T2", "T3"], ["N2"], ["M0"], 0.05),
      stage("IIIC", 8, 6, ["T3", "T4"], ["N3"], ["M0"], 0.09),
      stage("IV", 8, 8, ["T2", "T4"], ["N1", "N2", "N3"], ["M1"], 0.28),
    ],
    genes: [
      { gene: "ERBB2", altered: { cn: 0.22, us: 0.15 }, alterations: [["AMPLIFICATION", 1]], tested: 0.85 },
      {
        gene: "BRCA1",
        altered: { cn: 0.025, us: 0.03 },
        alterations: [
          ["C61G", 1],
          ["E23FS", 2],
          ["Q1756FS", 1],
        ],
        tested: 0.25,
      },
      {
        gene: "PIK3CA",
        altered: { cn: 0.35, us: 0.35 },
        alterations: [
          ["H1047R", 45],
          ["E545K", 30],
          ["E542K", 20],
        ],
        tested: 0.2,
      },
    ],
    markers: [
      { lab: "er-status", positive: 0.73, tested: 0.92 },
      { lab: "pr-status", positive: 0.62, tested: 0.9 },
      { lab: "her2-ihc", positive: 0.2, tested: 0.9 },
    ],
    scores: [{ lab: "ki-67", zero: 0.02, low: 0.82, tested: 0.7 }],
    regimens: [
      { drugs: ["epirubicin", "cyclophosphamide"], lines: [1], stages: early, weight: 3, months: 4 },
      {
        drugs: ["trastuzumab", "pertuzumab", "docetaxel"],
        lines: [1],
        stages: [...early, "IV"],
        needs: "ERBB2",
        weight: 5,
        months: 12,
      },
      { drugs: ["letrozole"], lines: [1], stages: early, without: "ERBB2", weight: 4, months: 50 },
      { drugs: ["tamoxifen"], lines: [1], stages: early, without: "ERBB2", weight: 3, months: 50 },
      { drugs: ["palbociclib", "letrozole"], lines: [1], stages: ["IV"], without: "ERBB2", weight: 5, months: 22 },
      { drugs: ["palbociclib", "fulvestrant"], lines: [2], stages: ["IV"], without: "ERBB2", weight: 3, months: 9 },
      {
        drugs: ["pyrotinib", "capecitabine"],
        lines: [2],
        stages: ["IV"],
        needs: "ERBB2",
        weight: 3,
        months: 11,
        flavour: "cn",
      },
      { drugs: ["trastuzumab-deruxtecan"], lines: [2, 3], stages: ["IV"], needs: "ERBB2", weight: 3, months: 20 },
      { drugs: ["paclitaxel"], lines: [1, 2, 3], stages: ["IV"], weight: 2, months: 6 },
      { drugs: ["capecitabine"], lines: [2, 3, 4], stages: ["IV"], weight: 2, months: 6 },
    ],
    surgery: { procedures: ["mastectomy"], stages: early, share: 0.9 },
    metastases: metastasesTo("bone", "lung", "liver", "brain"),
    tumourMarkers: [{ lab: "ca-15-3", times: 3 }],
  },
});
