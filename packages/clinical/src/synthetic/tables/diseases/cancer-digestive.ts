import { defineCancer, metastasesTo, stage } from "./cancer-shared.ts";

const digestiveGenes = [
  {
    gene: "KRAS",
    altered: { cn: 0.44, us: 0.42 },
    alterations: [
      ["G12D", 34],
      ["G12V", 24],
      ["G13D", 20],
      ["G12C", 8],
    ],
    tested: 0.6,
  },
  { gene: "BRAF", altered: { cn: 0.05, us: 0.09 }, alterations: [["V600E", 1]], excludes: ["KRAS"], tested: 0.55 },
] as const;

export const colorectalCancer = defineCancer({
  id: "colorectal-cancer",
  source:
    "Five-year prevalence: GLOBOCAN 2020 (China about 0.11 %, US about 0.16 %); stages: Chinese multi-centre registry 2019, SEER 2013-2019",
  prevalence: {
    cn: {
      female: [0, 0.004, 0.02, 0.06, 0.13, 0.25, 0.35, 0.32],
      male: [0, 0.004, 0.02, 0.07, 0.19, 0.36, 0.47, 0.42],
    },
    us: { female: [0, 0.003, 0.02, 0.08, 0.2, 0.3, 0.5, 0.7], male: [0, 0.003, 0.02, 0.09, 0.25, 0.42, 0.6, 0.75] },
  },
  codes: {
    cn: [
      ["C18.900", "结肠恶性肿瘤"],
      ["C20.x00", "直肠恶性肿瘤"],
      ["C18.200", "升结肠恶性肿瘤"],
    ],
    us: [
      ["C18.9", "Malignant neoplasm of colon, unspecified"],
      ["C20", "Malignant neoplasm of rectum"],
      ["C18.2", "Malignant neoplasm of ascending colon"],
    ],
  },
  panels: ["bowel-tumour"],
  biopsy: "colonoscopy",
  course: {
    stages: [
      stage("I", 16, 24, ["T1", "T2"], ["N0"], ["M0"], 0.02),
      stage("IIA", 24, 22, ["T3"], ["N0"], ["M0"], 0.04),
      stage("IIIB", 30, 26, ["T3", "T4a"], ["N1", "N2a"], ["M0"], 0.09),
      stage("IIIC", 8, 6, ["T4a"], ["N2b"], ["M0"], 0.16),
      stage("IVA", 14, 14, ["T3", "T4a"], ["N1", "N2a"], ["M1a"], 0.32),
      stage("IVB", 8, 8, ["T4b"], ["N2b"], ["M1b"], 0.45),
    ],
    genes: digestiveGenes,
    markers: [],
    scores: [],
    regimens: [
      { drugs: ["oxaliplatin", "capecitabine"], lines: [1], stages: ["IIA", "IIIB", "IIIC"], weight: 4, months: 6 },
      {
        drugs: ["oxaliplatin", "fluorouracil", "bevacizumab"],
        lines: [1],
        stages: ["IVA", "IVB"],
        weight: 4,
        months: 10,
      },
      {
        drugs: ["oxaliplatin", "fluorouracil", "cetuximab"],
        lines: [1],
        stages: ["IVA", "IVB"],
        without: "KRAS",
        weight: 4,
        months: 11,
      },
      {
        drugs: ["irinotecan", "fluorouracil", "bevacizumab"],
        lines: [2],
        stages: ["IVA", "IVB"],
        weight: 4,
        months: 6,
      },
      { drugs: ["regorafenib"], lines: [3, 4], stages: ["IVA", "IVB"], weight: 2, months: 3 },
    ],
    surgery: { procedures: ["colectomy", "rectal-resection"], stages: ["I", "IIA", "IIIB", "IIIC"], share: 0.92 },
    metastases: metastasesTo("liver", "lung", "peritoneum"),
    tumourMarkers: [
      { lab: "cea", times: 10 },
      { lab: "ca-19-9", times: 4 },
    ],
  },
});

export const gastricCancer = defineCancer({
  id: "gastric-cancer",
  source:
    "Five-year prevalence: GLOBOCAN 2020 (China about 0.05 %, US about 0.012 %); stages: China Gastrointestinal Cancer Surgery Union 2014-2016, SEER",
  prevalence: {
    cn: { female: [0, 0.002, 0.01, 0.03, 0.06, 0.1, 0.13, 0.12], male: [0, 0.002, 0.01, 0.04, 0.12, 0.24, 0.3, 0.25] },
    us: {
      female: [0, 0.001, 0.003, 0.006, 0.013, 0.02, 0.03, 0.035],
      male: [0, 0.001, 0.003, 0.008, 0.02, 0.037, 0.055, 0.06],
    },
  },
  codes: {
    cn: [
      ["C16.900", "胃恶性肿瘤"],
      ["C16.200", "胃体恶性肿瘤"],
      ["C16.000", "贲门恶性肿瘤"],
    ],
    us: [
      ["C16.9", "Malignant neoplasm of stomach, unspecified"],
      ["C16.2", "Malignant neoplasm of body of stomach"],
      ["C16.0", "Malignant neoplasm of cardia"],
    ],
  },
  panels: ["bowel-tumour"],
  biopsy: "gastroscopy",
  course: {
    stages: [
      stage("IA", 18, 26, ["T1a", "T1b"], ["N0"], ["M0"], 0.02),
      stage("IIA", 14, 14, ["T2", "T3"], ["N0", "N1"], ["M0"], 0.08),
      stage("IIIA", 22, 14, ["T3", "T4a"], ["N1", "N2"], ["M0"], 0.16),
      stage("IIIC", 16, 8, ["T4a"], ["N3a"], ["M0"], 0.28),
      stage("IV", 30, 38, ["T4b"], ["N2", "N3a"], ["M1"], 0.62),
    ],
    genes: [{ gene: "ERBB2", altered: { cn: 0.11, us: 0.17 }, alterations: [["AMPLIFICATION", 1]], tested: 0.75 }],
    markers: [{ lab: "her2-ihc", positive: 0.13, tested: 0.8 }],
    scores: [],
    regimens: [
      { drugs: ["oxaliplatin", "capecitabine"], lines: [1], stages: ["IIA", "IIIA", "IIIC"], weight: 4, months: 6 },
      {
        drugs: ["nivolumab", "oxaliplatin", "capecitabine"],
        lines: [1],
        stages: ["IV"],
        without: "ERBB2",
        weight: 3,
        months: 7,
      },
      {
        drugs: ["sintilimab", "oxaliplatin", "capecitabine"],
        lines: [1],
        stages: ["IV"],
        without: "ERBB2",
        weight: 3,
        months: 7,
        flavour: "cn",
      },
      {
        drugs: ["trastuzumab", "oxaliplatin", "capecitabine"],
        lines: [1],
        stages: ["IV"],
        needs: "ERBB2",
        weight: 5,
        months: 8,
      },
      { drugs: ["paclitaxel"], lines: [2], stages: ["IV"], weight: 3, months: 4 },
      { drugs: ["apatinib"], lines: [3], stages: ["IV"], weight: 3, months: 3, flavour: "cn" },
      { drugs: ["irinotecan"], lines: [3, 4], stages: ["IV"], weight: 1, months: 3 },
    ],
    surgery: { procedures: ["gastrectomy"], stages: ["IA", "IIA", "IIIA", "IIIC"], share: 0.88 },
    metastases: metastasesTo("peritoneum", "liver"),
    tumourMarkers: [
      { lab: "cea", times: 5 },
      { lab: "ca-19-9", times: 5 },
    ],
  },
});

export const liverCancer = defineCancer({
  id: "liver-cancer",
  source:
    "Five-year prevalence: GLOBOCAN 2020 (China about 0.03 %, US about 0.015 %); stages as TNM of hospital series, rounded",
  prevalence: {
    cn: {
      female: [0, 0.001, 0.004, 0.01, 0.025, 0.045, 0.06, 0.06],
      male: [0, 0.003, 0.015, 0.05, 0.09, 0.13, 0.13, 0.12],
    },
    us: {
      female: [0, 0.001, 0.002, 0.005, 0.012, 0.03, 0.035, 0.035],
      male: [0, 0.001, 0.002, 0.007, 0.035, 0.085, 0.08, 0.07],
    },
  },
  risks: [
    { of: "cirrhosis", times: 20 },
    { of: "hepatitis-b", times: 6 },
  ],
  codes: {
    cn: [
      ["C22.000", "肝细胞癌"],
      ["C22.900", "肝恶性肿瘤"],
    ],
    us: [["C22.0", "Liver cell carcinoma"]],
  },
  panels: ["liver-tumour", "clotting"],
  effects: [
    { lab: "alt", times: 1.8 },
    { lab: "ast", times: 2.4 },
    { lab: "albumin", add: -6 },
    { lab: "bilirubin-total", times: 1.7 },
    { lab: "platelets", times: 0.75 },
  ],
  course: {
    stages: [
      stage("IA", 20, 24, ["T1a"], ["N0"], ["M0"], 0.08),
      stage("II", 20, 22, ["T2"], ["N0"], ["M0"], 0.16),
      stage("IIIA", 22, 20, ["T3"], ["N0"], ["M0"], 0.35),
      stage("IVB", 38, 34, ["T4"], ["N1", "N0"], ["M1"], 0.7),
    ],
    genes: [],
    markers: [],
    scores: [],
    regimens: [
      { drugs: ["atezolizumab", "bevacizumab"], lines: [1], stages: ["IIIA", "IVB"], weight: 3, months: 7 },
      {
        drugs: ["sintilimab", "bevacizumab"],
        lines: [1],
        stages: ["IIIA", "IVB"],
        weight: 3,
        months: 6,
        flavour: "cn",
      },
      { drugs: ["lenvatinib"], lines: [1, 2], stages: ["II", "IIIA", "IVB"], weight: 3, months: 7 },
      { drugs: ["sorafenib"], lines: [1, 2], stages: ["IIIA", "IVB"], weight: 2, months: 5 },
      {
        drugs: ["camrelizumab", "apatinib"],
        lines: [1, 2],
        stages: ["IIIA", "IVB"],
        weight: 2,
        months: 6,
        flavour: "cn",
      },
      { drugs: ["regorafenib"], lines: [2, 3], stages: ["IIIA", "IVB"], weight: 2, months: 3 },
    ],
    surgery: { procedures: ["hepatectomy"], stages: ["IA", "II"], share: 0.55 },
    metastases: metastasesTo("lung", "bone"),
    tumourMarkers: [{ lab: "afp", times: 150 }],
  },
});
