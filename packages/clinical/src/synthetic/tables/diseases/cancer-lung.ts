import { defineCancer, metastasesTo, stage } from "./cancer-shared.ts";

const advanced = ["IIIB", "IVA", "IVB"];

export const lungCancer = defineCancer({
  id: "lung-cancer",
  source: "Five-year prevalence: GLOBOCAN 2020 (China about 0.065 %, US about 0.11 %); stages: Chinese hospital registries 2018-2020, SEER 2013-2019; EGFR 50 % of Asian and 15 % of US adenocarcinoma (PIONEER, LCMC)",
  prevalence: {
    cn: { female: [0, 0.003, 0.01, 0.04, 0.1, 0.19, 0.24, 0.22], male: [0, 0.003, 0.01, 0.04, 0.13, 0.3, 0.4, 0.35] },
    us: { female: [0, 0.001, 0.005, 0.03, 0.13, 0.33, 0.55, 0.5], male: [0, 0.001, 0.005, 0.03, 0.12, 0.33, 0.6, 0.6] },
  },
  risks: [{ of: "smoking", times: 4 }, { of: "copd", times: 1.8 }],
  codes: {
    cn: [["C34.900", "支气管或肺恶性肿瘤"], ["C34.900x001", "肺恶性肿瘤"], ["C34.101", "肺上叶恶性肿瘤"], ["C34.100x003", "左肺上叶恶性肿瘤"]],
    us: [["C34.90", "Malignant neoplasm of unspecified part of unspecified bronchus or lung"], ["C34.11", "Malignant neoplasm of upper lobe, right bronchus or lung"], ["C34.12", "Malignant neoplasm of upper lobe, left bronchus or lung"], ["C34.31", "Malignant neoplasm of lower lobe, right bronchus or lung"]],
  },
  panels: ["tumour"],
  biopsy: "lung-biopsy",
  course: {
    stages: [
      stage("IA", 24, 20, ["T1a", "T1b", "T1c"], ["N0"], ["M0"], 0.03),
      stage("IB", 8, 8, ["T2a"], ["N0"], ["M0"], 0.05),
      stage("IIB", 9, 9, ["T2b", "T3"], ["N0", "N1"], ["M0"], 0.12),
      stage("IIIA", 12, 12, ["T2a", "T3", "T4"], ["N2"], ["M0"], 0.22),
      stage("IIIB", 8, 8, ["T3", "T4"], ["N2", "N3"], ["M0"], 0.3),
      stage("IVA", 22, 24, ["T2a", "T3", "T4"], ["N0", "N2", "N3"], ["M1a", "M1b"], 0.45),
      stage("IVB", 17, 19, ["T2b", "T4"], ["N2", "N3"], ["M1c"], 0.6),
    ],
    genes: [
      { gene: "EGFR", altered: { cn: 0.42, us: 0.14 }, alterations: [["L858R", 42], ["EXON 19 DELETION", 46], ["EXON 20 INSERTION", 6], ["G719A", 4], ["T790M", 2]], tested: 0.8 },
      { gene: "ALK", altered: { cn: 0.05, us: 0.04 }, alterations: [["EML4-ALK FUSION", 1]], excludes: ["EGFR"], tested: 0.75 },
      { gene: "KRAS", altered: { cn: 0.1, us: 0.27 }, alterations: [["G12C", 40], ["G12D", 18], ["G12V", 20], ["G12A", 8]], excludes: ["EGFR", "ALK"], tested: 0.55 },
      { gene: "ROS1", altered: { cn: 0.02, us: 0.015 }, alterations: [["CD74-ROS1 FUSION", 1]], excludes: ["EGFR", "ALK", "KRAS"], tested: 0.5 },
      { gene: "BRAF", altered: { cn: 0.015, us: 0.03 }, alterations: [["V600E", 1]], excludes: ["EGFR", "ALK", "KRAS"], tested: 0.45 },
      { gene: "ERBB2", altered: { cn: 0.03, us: 0.02 }, alterations: [["EXON 20 INSERTION", 1]], excludes: ["EGFR", "ALK", "KRAS"], tested: 0.4 },
    ],
    markers: [],
    scores: [{ lab: "pd-l1-tps", zero: 0.36, low: 0.36, tested: 0.6 }],
    regimens: [
      { drugs: ["osimertinib"], lines: [1], stages: advanced, needs: "EGFR", weight: 5, months: 18 },
      { drugs: ["gefitinib"], lines: [1], stages: advanced, needs: "EGFR", weight: 2, months: 10 },
      { drugs: ["icotinib"], lines: [1], stages: advanced, needs: "EGFR", weight: 3, months: 10, flavour: "cn" },
      { drugs: ["osimertinib"], lines: [2], stages: advanced, needs: "EGFR", weight: 3, months: 10 },
      { drugs: ["alectinib"], lines: [1], stages: advanced, needs: "ALK", weight: 4, months: 30 },
      { drugs: ["crizotinib"], lines: [1], stages: advanced, needs: "ALK", weight: 1, months: 11 },
      { drugs: ["lorlatinib"], lines: [2], stages: advanced, needs: "ALK", weight: 1, months: 12 },
      { drugs: ["pembrolizumab", "pemetrexed", "carboplatin"], lines: [1], stages: advanced, without: "EGFR", weight: 4, months: 9 },
      { drugs: ["camrelizumab", "pemetrexed", "carboplatin"], lines: [1], stages: advanced, without: "EGFR", weight: 3, months: 9, flavour: "cn" },
      { drugs: ["sintilimab", "pemetrexed", "cisplatin"], lines: [1], stages: advanced, without: "EGFR", weight: 2, months: 9, flavour: "cn" },
      { drugs: ["pembrolizumab"], lines: [1], stages: advanced, without: "EGFR", weight: 2, months: 9, flavour: "us" },
      { drugs: ["pemetrexed", "carboplatin", "bevacizumab"], lines: [1, 2], stages: advanced, weight: 2, months: 6 },
      { drugs: ["docetaxel"], lines: [2, 3, 4], stages: advanced, weight: 3, months: 4 },
      { drugs: ["gemcitabine"], lines: [3, 4], stages: advanced, weight: 1, months: 3 },
      { drugs: ["cisplatin", "pemetrexed"], lines: [1], stages: ["IIB", "IIIA"], weight: 3, months: 3 },
      { drugs: ["osimertinib"], lines: [1], stages: ["IB", "IIB", "IIIA"], needs: "EGFR", weight: 2, months: 30 },
    ],
    surgery: { procedures: ["lung-lobectomy"], stages: ["IA", "IB", "IIB", "IIIA"], share: 0.8 },
    metastases: metastasesTo("brain", "bone", "liver", "lung"),
    tumourMarkers: [{ lab: "cea", times: 6 }],
  },
});
