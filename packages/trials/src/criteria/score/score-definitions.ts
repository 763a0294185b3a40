import type { ScoreName } from "./score.schema.ts";

/** What a score is called, its unit, and the least and greatest value it can take. */
export type ScoreDefinition = {
  readonly en: string;
  readonly zh: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Laboratory items that record the same quantity in the same unit. */
  readonly items?: readonly string[];
};

export const scoreDefinitions: Readonly<Record<ScoreName, ScoreDefinition>> = {
  ecog: { en: "ECOG performance status", zh: "ECOG体能状态评分", unit: "1", min: 0, max: 5 },
  karnofsky: { en: "Karnofsky performance status", zh: "Karnofsky功能状态评分", unit: "1", min: 0, max: 100 },
  nyha: { en: "NYHA class", zh: "NYHA心功能分级", unit: "1", min: 1, max: 4 },
  "child-pugh": { en: "Child-Pugh score", zh: "Child-Pugh评分", unit: "1", min: 5, max: 15 },
  asa: { en: "ASA physical status", zh: "ASA分级", unit: "1", min: 1, max: 6 },
  mmse: { en: "MMSE score", zh: "MMSE评分", unit: "1", min: 0, max: 30 },
  gcs: { en: "Glasgow Coma Scale", zh: "格拉斯哥昏迷评分", unit: "1", min: 3, max: 15 },
  nihss: { en: "NIHSS score", zh: "NIHSS评分", unit: "1", min: 0, max: 42 },
  mrs: { en: "modified Rankin Scale", zh: "改良Rankin量表评分", unit: "1", min: 0, max: 6 },
  das28: { en: "DAS28", zh: "DAS28评分", unit: "1", min: 0, max: 10 },
  pasi: { en: "PASI", zh: "PASI评分", unit: "1", min: 0, max: 72 },
  madrs: { en: "MADRS score", zh: "MADRS评分", unit: "1", min: 0, max: 60 },
  hamd: { en: "HAM-D score", zh: "HAMD评分", unit: "1", min: 0, max: 76 },
  gleason: { en: "Gleason score", zh: "Gleason评分", unit: "1", min: 2, max: 10 },
  "egfr-ckd-epi-2021": {
    en: "eGFR (CKD-EPI 2021)",
    zh: "eGFR（CKD-EPI 2021）",
    unit: "mL/min/{1.73_m2}",
    min: 0,
    max: 250,
  },
  "creatinine-clearance-cockcroft-gault": {
    en: "creatinine clearance (Cockcroft-Gault)",
    zh: "肌酐清除率（Cockcroft-Gault）",
    unit: "mL/min",
    min: 0,
    max: 400,
  },
  bmi: { en: "body mass index", zh: "体重指数", unit: "kg/m2", min: 5, max: 120, items: ["LAB:bmi"] },
  bsa: { en: "body surface area", zh: "体表面积", unit: "m2", min: 0.1, max: 4, items: ["LAB:body-surface-area"] },
  qtcf: { en: "QTcF", zh: "QTcF", unit: "ms", min: 150, max: 1000, items: ["LAB:qtcf-interval"] },
  "anion-gap": { en: "anion gap", zh: "阴离子间隙", unit: "mmol/L", min: -20, max: 80, items: ["LAB:anion-gap"] },
  "corrected-calcium": {
    en: "corrected calcium",
    zh: "校正血钙",
    unit: "mmol/L",
    min: 0.5,
    max: 7,
    items: ["LAB:calcium-corrected"],
  },
};
