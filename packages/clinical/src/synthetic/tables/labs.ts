import { type LabRow, quantity } from "./lab-row.ts";
import { chemistry } from "./labs-chemistry.ts";
import { special, words } from "./labs-special.ts";

const haematology: readonly LabRow[] = [
  quantity(
    "haemoglobin",
    { en: "Hemoglobin", zh: "血红蛋白", loinc: "718-7", local: "HGB" },
    { canonical: "g/L", cn: "g/L", us: "g/dL" },
    { mean: [132, 150], cv: [0.07, 0.03], perDecade: -0.008, low: [115, 130], high: [150, 175], bounds: [30, 220] },
  ),
  quantity(
    "leukocytes",
    { en: "Leukocytes", zh: "白细胞计数", loinc: "6690-2", local: "WBC" },
    { canonical: "10*9/L", cn: "10^9/L", us: "K/uL", others: ["万/mm3"] },
    { mean: 6.1, cv: [0.2, 0.12], shape: "lognormal", low: 3.5, high: 9.5, bounds: [0.1, 200] },
  ),
  quantity(
    "neutrophils",
    { en: "Neutrophils", zh: "中性粒细胞绝对值", loinc: "751-8", local: "NEUT#" },
    { canonical: "10*9/L", cn: "10^9/L", us: "K/uL", others: ["万/mm3"] },
    { mean: 3.6, cv: [0.25, 0.17], shape: "lognormal", low: 1.8, high: 6.3, bounds: [0, 150] },
  ),
  quantity(
    "platelets",
    { en: "Platelets", zh: "血小板计数", loinc: "777-3", local: "PLT" },
    { canonical: "10*9/L", cn: "10^9/L", us: "K/uL", others: ["万/mm3"] },
    { mean: [240, 220], cv: [0.18, 0.08], low: 125, high: 350, bounds: [2, 1500] },
  ),
  quantity(
    "inr",
    { en: "INR", zh: "国际标准化比值", loinc: "6301-6", local: "INR" },
    { canonical: "1", cn: "1", us: "1" },
    { mean: 1.0, cv: [0.05, 0.04], low: 0.8, high: 1.2, bounds: [0.6, 12] },
  ),
  quantity(
    "esr",
    { en: "Erythrocyte sedimentation rate", zh: "红细胞沉降率", loinc: "4537-7", local: "ESR" },
    { canonical: "mm/h", cn: "mm/h", us: "mm/h" },
    { mean: [12, 8], cv: [0.5, 0.25], shape: "lognormal", perDecade: 0.08, high: [20, 15], bounds: [1, 140] },
  ),
];

const vital = { category: "vital-signs" } as const;
const vitals: readonly LabRow[] = [
  quantity(
    "systolic-pressure",
    { en: "Systolic blood pressure", zh: "收缩压", loinc: "8480-6", local: "SBP", ...vital },
    { canonical: "kPa", cn: "mmHg", us: "mmHg" },
    { mean: [15.6, 16.1], cv: [0.07, 0.05], perDecade: 0.022, low: 12, high: 18.5, bounds: [7, 36] },
  ),
  quantity(
    "diastolic-pressure",
    { en: "Diastolic blood pressure", zh: "舒张压", loinc: "8462-4", local: "DBP", ...vital },
    { canonical: "kPa", cn: "mmHg", us: "mmHg" },
    { mean: [9.9, 10.3], cv: [0.07, 0.05], low: 8, high: 11.9, bounds: [4, 22] },
  ),
  quantity(
    "heart-rate",
    { en: "Heart rate", zh: "心率", loinc: "8867-4", local: "HR", ...vital },
    { canonical: "/min", cn: "次/分", us: "/min" },
    { mean: [75, 72], cv: [0.1, 0.07], low: 60, high: 100, bounds: [30, 220] },
  ),
  quantity(
    "body-temperature",
    { en: "Body temperature", zh: "体温", loinc: "8310-5", local: "TEMP", ...vital },
    { canonical: "Cel", cn: "℃", us: "degF", others: ["℃"] },
    { mean: 36.6, cv: [0.004, 0.006], low: 36, high: 37.2, bounds: [33, 42] },
  ),
  quantity(
    "spo2",
    { en: "Oxygen saturation by pulse oximetry", zh: "指脉氧饱和度", loinc: "59408-5", local: "SPO2", ...vital },
    { canonical: "%", cn: "%", us: "%" },
    { mean: 97.5, cv: [0.006, 0.006], perDecade: -0.002, low: 95, high: 100, bounds: [60, 100] },
  ),
  quantity(
    "body-weight",
    { en: "Body weight", zh: "体重", loinc: "29463-7", local: "WT", ...vital },
    { canonical: "kg", cn: "kg", us: "kg", others: ["lb"] },
    { mean: [60, 70], meanUs: [76, 88], cv: [0.16, 0.012], bounds: [2, 260] },
  ),
  quantity(
    "body-height",
    { en: "Body height", zh: "身高", loinc: "8302-2", local: "HT", ...vital },
    { canonical: "m", cn: "cm", us: "cm", others: ["[in_i]"] },
    { mean: [1.6, 1.715], meanUs: [1.62, 1.755], cv: [0.037, 0.002], perDecade: -0.006, bounds: [0.45, 2.2] },
  ),
];

const imaging = { category: "imaging" } as const;
const functions: readonly LabRow[] = [
  quantity(
    "lvef",
    { en: "Left ventricular ejection fraction", zh: "左心室射血分数", loinc: "10230-1", local: "LVEF", ...imaging },
    { canonical: "%", cn: "%", us: "%" },
    { mean: [64, 62], cv: [0.06, 0.03], low: 50, high: 70, bounds: [8, 85] },
  ),
  quantity(
    "qt-interval",
    { en: "QT interval", zh: "QT间期", loinc: "8634-8", local: "QT", ...imaging },
    { canonical: "ms", cn: "ms", us: "ms" },
    { mean: [392, 385], cv: [0.045, 0.02], perDecade: 0.004, bounds: [250, 700] },
  ),
  quantity(
    "qtcf-interval",
    { en: "QT interval corrected by Fridericia", zh: "Fridericia校正QT间期", loinc: null, local: "QTCF", ...imaging },
    { canonical: "ms", cn: "ms", us: "ms" },
    { mean: [418, 410], cv: [0.04, 0.015], perDecade: 0.004, high: 450, bounds: [300, 700] },
  ),
  quantity(
    "fev1-percent",
    {
      en: "FEV1, percent of predicted",
      zh: "第一秒用力呼气容积占预计值百分比",
      loinc: null,
      local: "FEV1%",
      ...imaging,
    },
    { canonical: "%", cn: "%", us: "%" },
    { mean: 98, cv: [0.1, 0.03], low: 80, high: 120, bounds: [12, 140] },
  ),
];

export const labs: readonly LabRow[] = [...chemistry, ...haematology, ...special, ...words, ...vitals, ...functions];

/** Items that are measured together at a visit. */
export const panels: Readonly<Record<string, readonly string[]>> = {
  vitals: ["systolic-pressure", "diastolic-pressure", "heart-rate"],
  body: ["body-weight", "body-height"],
  fever: ["body-temperature", "spo2"],
  blood: ["leukocytes", "neutrophils", "haemoglobin", "platelets"],
  liver: ["alt", "ast", "bilirubin-total", "albumin"],
  kidney: ["creatinine", "urea", "egfr"],
  electrolytes: ["sodium", "potassium", "calcium"],
  lipids: ["ldl-cholesterol", "hdl-cholesterol", "triglycerides"],
  sugar: ["glucose-fasting", "hba1c"],
  urine: ["uacr"],
  clotting: ["inr"],
  heart: ["lvef", "bnp"],
  ecg: ["qtcf-interval", "qt-interval"],
  "hepatitis-b": ["hbv-dna", "afp"],
  "hepatitis-c": ["hcv-rna", "afp"],
  inflammation: ["crp", "esr"],
  rheumatology: ["rheumatoid-factor", "complement-c3"],
  thyroid: ["tsh"],
  prostate: ["psa-total"],
  pregnancy: ["hcg"],
  lungs: ["fev1-percent", "spo2"],
  tumour: ["cea", "ldh"],
  "liver-tumour": ["afp"],
  "breast-tumour": ["ca-15-3"],
  "bowel-tumour": ["cea", "ca-19-9"],
  gout: ["uric-acid"],
};

/** Tests in words that are done at a first visit: share of people tested, and positive without the disease. */
export const screeningTests = [
  { lab: "hbsag", tested: { cn: 0.35, us: 0.08 }, positive: 0 },
  { lab: "anti-hcv", tested: { cn: 0.3, us: 0.12 }, positive: 0 },
  { lab: "hiv-antibody", tested: { cn: 0.25, us: 0.12 }, positive: 0.001 },
  { lab: "sars-cov-2-rna", tested: { cn: 0.2, us: 0.2 }, positive: 0.02 },
] as const;
