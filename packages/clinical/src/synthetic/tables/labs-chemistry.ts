import { type LabRow, quantity } from "./lab-row.ts";

/*
 * Reference limits: WS/T 404 and 405 (China) and common adult limits; between- and within-person variation after the EFLM
 * biological variation database, rounded. Means are those of adults without the diseases of the other tables.
 */
export const chemistry: readonly LabRow[] = [
  quantity(
    "creatinine",
    { en: "Creatinine", zh: "肌酐", loinc: "2160-0", local: "CREA", conventional: ["mg/dL", 88.4] },
    { canonical: "umol/L", cn: "μmol/L", us: "mg/dL", others: ["umol/L"] },
    { mean: [60, 76], cv: [0.13, 0.06], perDecade: 0.015, low: [41, 57], high: [81, 111], bounds: [18, 1800] },
  ),
  quantity(
    "urea",
    { en: "Urea nitrogen", zh: "尿素", loinc: "3094-0", local: "UREA", conventional: ["mg/dL", 0.357] },
    { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" },
    { mean: [4.6, 5.2], cv: [0.18, 0.12], perDecade: 0.05, low: 2.6, high: 9.5, bounds: [0.8, 60] },
  ),
  quantity(
    "uric-acid",
    { en: "Uric acid", zh: "尿酸", loinc: "3084-1", local: "UA", conventional: ["mg/dL", 59.48] },
    { canonical: "umol/L", cn: "μmol/L", us: "mg/dL" },
    { mean: [275, 360], cv: [0.18, 0.07], low: [155, 208], high: [357, 428], bounds: [60, 1200] },
  ),
  quantity(
    "egfr",
    { en: "Estimated glomerular filtration rate", zh: "估算肾小球滤过率", loinc: "98979-8", local: "EGFR" },
    { canonical: "mL/min/{1.73_m2}", cn: "mL/min/1.73m2", us: "mL/min/1.73m2" },
    { mean: 97, cv: [0.12, 0.05], perDecade: -0.08, low: 90, bounds: [3, 150] },
  ),
  quantity(
    "sodium",
    { en: "Sodium", zh: "钠", loinc: "2951-2", local: "NA" },
    { canonical: "mmol/L", cn: "mmol/L", us: "mmol/L" },
    { mean: 141, cv: [0.008, 0.008], low: 137, high: 147, bounds: [110, 170] },
  ),
  quantity(
    "potassium",
    { en: "Potassium", zh: "钾", loinc: "2823-3", local: "K" },
    { canonical: "mmol/L", cn: "mmol/L", us: "mmol/L" },
    { mean: 4.2, cv: [0.05, 0.05], low: 3.5, high: 5.3, bounds: [1.8, 8.5] },
  ),
  quantity(
    "calcium",
    { en: "Calcium", zh: "总钙", loinc: "17861-6", local: "CA", conventional: ["mg/dL", 0.2495] },
    { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" },
    { mean: 2.34, cv: [0.03, 0.02], low: 2.11, high: 2.52, bounds: [1.2, 4.5] },
  ),
  quantity(
    "alt",
    { en: "Alanine aminotransferase", zh: "丙氨酸氨基转移酶", loinc: "1742-6", local: "ALT" },
    { canonical: "U/L", cn: "U/L", us: "U/L" },
    { mean: [17, 23], cv: [0.35, 0.15], shape: "lognormal", low: [7, 9], high: [40, 50], bounds: [3, 6000] },
  ),
  quantity(
    "ast",
    { en: "Aspartate aminotransferase", zh: "天门冬氨酸氨基转移酶", loinc: "1920-8", local: "AST" },
    { canonical: "U/L", cn: "U/L", us: "U/L" },
    { mean: [20, 23], cv: [0.25, 0.12], shape: "lognormal", low: [13, 15], high: [35, 40], bounds: [5, 6000] },
  ),
  quantity(
    "bilirubin-total",
    { en: "Total bilirubin", zh: "总胆红素", loinc: "1975-2", local: "TBIL", conventional: ["mg/dL", 17.1] },
    { canonical: "umol/L", cn: "μmol/L", us: "mg/dL" },
    { mean: [11, 13], cv: [0.35, 0.2], shape: "lognormal", high: [21, 26], bounds: [1.7, 800] },
  ),
  quantity(
    "albumin",
    { en: "Albumin", zh: "白蛋白", loinc: "1751-7", local: "ALB" },
    { canonical: "g/L", cn: "g/L", us: "g/dL" },
    { mean: [45, 46], cv: [0.05, 0.03], perDecade: -0.01, low: 40, high: 55, bounds: [12, 60] },
  ),
  quantity(
    "ldh",
    { en: "Lactate dehydrogenase", zh: "乳酸脱氢酶", loinc: "2532-0", local: "LDH" },
    { canonical: "U/L", cn: "U/L", us: "U/L" },
    { mean: 180, cv: [0.14, 0.08], low: 120, high: 250, bounds: [60, 6000] },
  ),
  quantity(
    "glucose-fasting",
    { en: "Fasting glucose", zh: "空腹血糖", loinc: "1558-6", local: "GLU", conventional: ["mg/dL", 0.05551] },
    { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" },
    { mean: [5.0, 5.15], cv: [0.07, 0.05], perDecade: 0.015, low: 3.9, high: 6.1, bounds: [1.5, 50] },
  ),
  quantity(
    "hba1c",
    { en: "Hemoglobin A1c", zh: "糖化血红蛋白", loinc: "4548-4", local: "HBA1C" },
    { canonical: "mmol/mol", cn: "%", us: "%", others: ["mmol/mol"] },
    { mean: 36, cv: [0.08, 0.03], perDecade: 0.015, low: 20, high: 42, bounds: [15, 160] },
  ),
  quantity(
    "ldl-cholesterol",
    {
      en: "LDL cholesterol",
      zh: "低密度脂蛋白胆固醇",
      loinc: "2089-1",
      local: "LDL-C",
      conventional: ["mg/dL", 0.02586],
    },
    { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" },
    { mean: 2.75, cv: [0.25, 0.08], perDecade: 0.02, high: 3.4, bounds: [0.3, 14] },
  ),
  quantity(
    "hdl-cholesterol",
    {
      en: "HDL cholesterol",
      zh: "高密度脂蛋白胆固醇",
      loinc: "2085-9",
      local: "HDL-C",
      conventional: ["mg/dL", 0.02586],
    },
    { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" },
    { mean: [1.45, 1.25], cv: [0.2, 0.06], low: 1.0, bounds: [0.3, 4] },
  ),
  quantity(
    "triglycerides",
    { en: "Triglycerides", zh: "甘油三酯", loinc: "2571-8", local: "TG", conventional: ["mg/dL", 0.01129] },
    { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" },
    { mean: [1.15, 1.4], cv: [0.4, 0.2], shape: "lognormal", high: 1.7, bounds: [0.2, 40] },
  ),
  quantity(
    "crp",
    { en: "C reactive protein", zh: "C反应蛋白", loinc: "1988-5", local: "CRP" },
    { canonical: "mg/L", cn: "mg/L", us: "mg/L", others: ["mg/dL"] },
    { mean: 1.5, cv: [0.8, 0.5], shape: "lognormal", high: 10, bounds: [0.1, 500], detection: 0.5 },
  ),
];
