import { inWords, type LabRow, quantity } from "./lab-row.ts";

/*
 * Reference limits: WS/T 404 and 405 (China) and common adult limits; between- and within-person variation after the EFLM
 * biological variation database, rounded. Means are those of adults without the diseases of the other tables.
 */
const chemistry: readonly LabRow[] = [
  quantity("creatinine", { en: "Creatinine", zh: "肌酐", loinc: "2160-0", local: "CREA", conventional: ["mg/dL", 88.4] }, { canonical: "umol/L", cn: "μmol/L", us: "mg/dL", others: ["umol/L"] }, { mean: [60, 76], cv: [0.13, 0.06], perDecade: 0.015, low: [41, 57], high: [81, 111], bounds: [18, 1800] }),
  quantity("urea", { en: "Urea nitrogen", zh: "尿素", loinc: "3094-0", local: "UREA", conventional: ["mg/dL", 0.357] }, { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" }, { mean: [4.6, 5.2], cv: [0.18, 0.12], perDecade: 0.05, low: 2.6, high: 9.5, bounds: [0.8, 60] }),
  quantity("uric-acid", { en: "Uric acid", zh: "尿酸", loinc: "3084-1", local: "UA", conventional: ["mg/dL", 59.48] }, { canonical: "umol/L", cn: "μmol/L", us: "mg/dL" }, { mean: [275, 360], cv: [0.18, 0.07], low: [155, 208], high: [357, 428], bounds: [60, 1200] }),
  quantity("egfr", { en: "Estimated glomerular filtration rate", zh: "估算肾小球滤过率", loinc: "98979-8", local: "EGFR" }, { canonical: "mL/min/{1.73_m2}", cn: "mL/min/1.73m2", us: "mL/min/1.73m2" }, { mean: 97, cv: [0.12, 0.05], perDecade: -0.08, low: 90, bounds: [3, 150] }),
  quantity("sodium", { en: "Sodium", zh: "钠", loinc: "2951-2", local: "NA" }, { canonical: "mmol/L", cn: "mmol/L", us: "mmol/L" }, { mean: 141, cv: [0.008, 0.008], low: 137, high: 147, bounds: [110, 170] }),
  quantity("potassium", { en: "Potassium", zh: "钾", loinc: "2823-3", local: "K" }, { canonical: "mmol/L", cn: "mmol/L", us: "mmol/L" }, { mean: 4.2, cv: [0.05, 0.05], low: 3.5, high: 5.3, bounds: [1.8, 8.5] }),
  quantity("calcium", { en: "Calcium", zh: "总钙", loinc: "17861-6", local: "CA", conventional: ["mg/dL", 0.2495] }, { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" }, { mean: 2.34, cv: [0.03, 0.02], low: 2.11, high: 2.52, bounds: [1.2, 4.5] }),
  quantity("alt", { en: "Alanine aminotransferase", zh: "丙氨酸氨基转移酶", loinc: "1742-6", local: "ALT" }, { canonical: "U/L", cn: "U/L", us: "U/L" }, { mean: [17, 23], cv: [0.35, 0.15], shape: "lognormal", low: [7, 9], high: [40, 50], bounds: [3, 6000] }),
  quantity("ast", { en: "Aspartate aminotransferase", zh: "天门冬氨酸氨基转移酶", loinc: "1920-8", local: "AST" }, { canonical: "U/L", cn: "U/L", us: "U/L" }, { mean: [20, 23], cv: [0.25, 0.12], shape: "lognormal", low: [13, 15], high: [35, 40], bounds: [5, 6000] }),
  quantity("bilirubin-total", { en: "Total bilirubin", zh: "总胆红素", loinc: "1975-2", local: "TBIL", conventional: ["mg/dL", 17.1] }, { canonical: "umol/L", cn: "μmol/L", us: "mg/dL" }, { mean: [11, 13], cv: [0.35, 0.2], shape: "lognormal", high: [21, 26], bounds: [1.7, 800] }),
  quantity("albumin", { en: "Albumin", zh: "白蛋白", loinc: "1751-7", local: "ALB" }, { canonical: "g/L", cn: "g/L", us: "g/dL" }, { mean: [45, 46], cv: [0.05, 0.03], perDecade: -0.01, low: 40, high: 55, bounds: [12, 60] }),
  quantity("ldh", { en: "Lactate dehydrogenase", zh: "乳酸脱氢酶", loinc: "2532-0", local: "LDH" }, { canonical: "U/L", cn: "U/L", us: "U/L" }, { mean: 180, cv: [0.14, 0.08], low: 120, high: 250, bounds: [60, 6000] }),
  quantity("glucose-fasting", { en: "Fasting glucose", zh: "空腹血糖", loinc: "1558-6", local: "GLU", conventional: ["mg/dL", 0.05551] }, { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" }, { mean: [5.0, 5.15], cv: [0.07, 0.05], perDecade: 0.015, low: 3.9, high: 6.1, bounds: [1.5, 50] }),
  quantity("hba1c", { en: "Hemoglobin A1c", zh: "糖化血红蛋白", loinc: "4548-4", local: "HBA1C" }, { canonical: "mmol/mol", cn: "%", us: "%", others: ["mmol/mol"] }, { mean: 36, cv: [0.08, 0.03], perDecade: 0.015, low: 20, high: 42, bounds: [15, 160] }),
  quantity("ldl-cholesterol", { en: "LDL cholesterol", zh: "低密度脂蛋白胆固醇", loinc: "2089-1", local: "LDL-C", conventional: ["mg/dL", 0.02586] }, { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" }, { mean: 2.75, cv: [0.25, 0.08], perDecade: 0.02, high: 3.4, bounds: [0.3, 14] }),
  quantity("hdl-cholesterol", { en: "HDL cholesterol", zh: "高密度脂蛋白胆固醇", loinc: "2085-9", local: "HDL-C", conventional: ["mg/dL", 0.02586] }, { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" }, { mean: [1.45, 1.25], cv: [0.2, 0.06], low: 1.0, bounds: [0.3, 4] }),
  quantity("triglycerides", { en: "Triglycerides", zh: "甘油三酯", loinc: "2571-8", local: "TG", conventional: ["mg/dL", 0.01129] }, { canonical: "mmol/L", cn: "mmol/L", us: "mg/dL" }, { mean: [1.15, 1.4], cv: [0.4, 0.2], shape: "lognormal", high: 1.7, bounds: [0.2, 40] }),
  quantity("crp", { en: "C reactive protein", zh: "C反应蛋白", loinc: "1988-5", local: "CRP" }, { canonical: "mg/L", cn: "mg/L", us: "mg/L", others: ["mg/dL"] }, { mean: 1.5, cv: [0.8, 0.5], shape: "lognormal", high: 10, bounds: [0.1, 500], detection: 0.5 }),
];

const haematology: readonly LabRow[] = [
  quantity("haemoglobin", { en: "Hemoglobin", zh: "血红蛋白", loinc: "718-7", local: "HGB" }, { canonical: "g/L", cn: "g/L", us: "g/dL" }, { mean: [132, 150], cv: [0.07, 0.03], perDecade: -0.008, low: [115, 130], high: [150, 175], bounds: [30, 220] }),
  quantity("leukocytes", { en: "Leukocytes", zh: "白细胞计数", loinc: "6690-2", local: "WBC" }, { canonical: "10*9/L", cn: "10^9/L", us: "K/uL", others: ["万/mm3"] }, { mean: 6.1, cv: [0.2, 0.12], shape: "lognormal", low: 3.5, high: 9.5, bounds: [0.1, 200] }),
  quantity("neutrophils", { en: "Neutrophils", zh: "中性粒细胞绝对值", loinc: "751-8", local: "NEUT#" }, { canonical: "10*9/L", cn: "10^9/L", us: "K/uL", others: ["万/mm3"] }, { mean: 3.6, cv: [0.25, 0.17], shape: "lognormal", low: 1.8, high: 6.3, bounds: [0, 150] }),
  quantity("platelets", { en: "Platelets", zh: "血小板计数", loinc: "777-3", local: "PLT" }, { canonical: "10*9/L", cn: "10^9/L", us: "K/uL", others: ["万/mm3"] }, { mean: [240, 220], cv: [0.18, 0.08], low: 125, high: 350, bounds: [2, 1500] }),
  quantity("inr", { en: "INR", zh: "国际标准化比值", loinc: "6301-6", local: "INR" }, { canonical: "1", cn: "1", us: "1" }, { mean: 1.0, cv: [0.05, 0.04], low: 0.8, high: 1.2, bounds: [0.6, 12] }),
  quantity("esr", { en: "Erythrocyte sedimentation rate", zh: "红细胞沉降率", loinc: "4537-7", local: "ESR" }, { canonical: "mm/h", cn: "mm/h", us: "mm/h" }, { mean: [12, 8], cv: [0.5, 0.25], shape: "lognormal", perDecade: 0.08, high: [20, 15], bounds: [1, 140] }),
];

const special: readonly LabRow[] = [
  quantity("bnp", { en: "Natriuretic peptide B", zh: "B型钠尿肽", loinc: "30934-4", local: "BNP" }, { canonical: "ng/L", cn: "pg/mL", us: "pg/mL", others: ["ng/L"] }, { mean: [25, 18], cv: [0.6, 0.3], shape: "lognormal", perDecade: 0.2, high: 100, bounds: [5, 5000], detection: 10 }),
  quantity("tsh", { en: "Thyrotropin", zh: "促甲状腺激素", loinc: "3016-3", local: "TSH" }, { canonical: "m[iU]/L", cn: "mIU/L", us: "uIU/mL" }, { mean: 1.8, cv: [0.45, 0.18], shape: "lognormal", low: 0.27, high: 4.2, bounds: [0.005, 150], detection: 0.01 }),
  quantity("psa-total", { en: "Prostate specific antigen", zh: "总前列腺特异性抗原", loinc: "2857-1", local: "TPSA" }, { canonical: "ug/L", cn: "ng/mL", us: "ng/mL", others: ["μg/L"] }, { mean: [0.1, 0.9], cv: [0.6, 0.15], shape: "lognormal", perDecade: 0.25, high: 4, bounds: [0.01, 5000], detection: 0.02 }),
  quantity("hbv-dna", { en: "Hepatitis B virus DNA", zh: "乙型肝炎病毒DNA", loinc: "42595-9", local: "HBV-DNA" }, { canonical: "[iU]/mL", cn: "IU/mL", us: "IU/mL" }, { mean: 8, cv: [0.9, 0.5], shape: "lognormal", bounds: [1, 1e9], detection: 20 }),
  quantity("hcv-rna", { en: "Hepatitis C virus RNA", zh: "丙型肝炎病毒RNA", loinc: "11011-4", local: "HCV-RNA" }, { canonical: "[iU]/mL", cn: "IU/mL", us: "IU/mL" }, { mean: 5, cv: [0.9, 0.5], shape: "lognormal", bounds: [1, 1e9], detection: 15 }),
  quantity("afp", { en: "Alpha-1-Fetoprotein", zh: "甲胎蛋白", loinc: "1834-1", local: "AFP" }, { canonical: "ug/L", cn: "ng/mL", us: "ng/mL", others: ["μg/L"] }, { mean: 3, cv: [0.45, 0.15], shape: "lognormal", high: 20, bounds: [0.5, 1e6], detection: 0.9 }),
  quantity("cea", { en: "Carcinoembryonic Ag", zh: "癌胚抗原", loinc: "2039-6", local: "CEA" }, { canonical: "ug/L", cn: "ng/mL", us: "ng/mL", others: ["μg/L"] }, { mean: 1.8, cv: [0.45, 0.15], shape: "lognormal", high: 5, bounds: [0.2, 1e5], detection: 0.5 }),
  quantity("ca-15-3", { en: "Cancer Ag 15-3", zh: "糖类抗原15-3", loinc: "6875-9", local: "CA153" }, { canonical: "kU/L", cn: "U/mL", us: "U/mL" }, { mean: 12, cv: [0.35, 0.1], shape: "lognormal", high: 25, bounds: [1, 1e5] }),
  quantity("ca-19-9", { en: "Cancer Ag 19-9", zh: "糖类抗原19-9", loinc: "24108-3", local: "CA199" }, { canonical: "kU/L", cn: "U/mL", us: "U/mL" }, { mean: 9, cv: [0.5, 0.15], shape: "lognormal", high: 37, bounds: [0.6, 1e6], detection: 2 }),
  quantity("uacr", { en: "Albumin/Creatinine in urine", zh: "尿白蛋白肌酐比值", loinc: "9318-7", local: "UACR", conventional: ["mg/g{creat}", 0.1131] }, { canonical: "mg/mmol{creat}", cn: "mg/g", us: "mg/g", others: ["mg/mmol"] }, { mean: 0.9, cv: [0.6, 0.35], shape: "lognormal", high: 3.39, bounds: [0.1, 2000] }),
  quantity("hcg", { en: "Choriogonadotropin.beta", zh: "β-人绒毛膜促性腺激素", loinc: "21198-7", local: "HCG" }, { canonical: "[iU]/L", cn: "mIU/mL", us: "mIU/mL" }, { mean: 1, cv: [0.4, 0.3], shape: "lognormal", high: 5, bounds: [0.1, 5e5], detection: 1.2 }),
  quantity("rheumatoid-factor", { en: "Rheumatoid factor", zh: "类风湿因子", loinc: "11572-5", local: "RF" }, { canonical: "k[iU]/L", cn: "IU/mL", us: "IU/mL" }, { mean: 7, cv: [0.4, 0.15], shape: "lognormal", high: 20, bounds: [1, 5000], detection: 10 }),
  quantity("complement-c3", { en: "Complement C3", zh: "补体C3", loinc: "4485-9", local: "C3" }, { canonical: "g/L", cn: "g/L", us: "mg/dL" }, { mean: 1.15, cv: [0.14, 0.06], low: 0.9, high: 1.8, bounds: [0.1, 3] }),
  quantity("pd-l1-tps", { en: "PD-L1 tumour proportion score", zh: "PD-L1肿瘤细胞阳性比例分数", loinc: null, local: "PDL1-TPS" }, { canonical: "%", cn: "%", us: "%" }, { mean: 20, cv: [0.5, 0], bounds: [0, 100] }),
  quantity("ki-67", { en: "Ki-67 proliferation index", zh: "Ki-67增殖指数", loinc: null, local: "KI67" }, { canonical: "%", cn: "%", us: "%" }, { mean: 20, cv: [0.5, 0], bounds: [0, 100] }),
];

const words: readonly LabRow[] = [
  inWords("hbsag", { en: "Hepatitis B virus surface Ag", zh: "乙型肝炎病毒表面抗原", loinc: "5196-1", local: "HBSAG" }),
  inWords("anti-hcv", { en: "Hepatitis C virus Ab", zh: "丙型肝炎病毒抗体", loinc: "16128-1", local: "HCV-AB" }),
  inWords("hiv-antibody", { en: "HIV 1+2 Ab+HIV1 p24 Ag", zh: "人类免疫缺陷病毒抗体", loinc: "56888-1", local: "HIV-AB" }),
  inWords("sars-cov-2-rna", { en: "SARS-CoV-2 RNA", zh: "新型冠状病毒核酸", loinc: "94500-6", local: "NCOV-RNA" }),
  inWords("t-spot", { en: "Interferon-gamma release assay for tuberculosis", zh: "结核感染T细胞检测", loinc: null, local: "TSPOT" }),
  inWords("ana", { en: "Nuclear Ab", zh: "抗核抗体", loinc: "8061-4", local: "ANA" }),
  inWords("er-status", { en: "Estrogen receptor in tissue", zh: "雌激素受体", loinc: "16112-5", local: "ER" }),
  inWords("pr-status", { en: "Progesterone receptor in tissue", zh: "孕激素受体", loinc: "16113-3", local: "PR" }),
  inWords("her2-ihc", { en: "HER2 in tissue by immune stain", zh: "HER2免疫组化", loinc: "85319-2", local: "HER2" }),
];

const vital = { category: "vital-signs" } as const;
const vitals: readonly LabRow[] = [
  quantity("systolic-pressure", { en: "Systolic blood pressure", zh: "收缩压", loinc: "8480-6", local: "SBP", ...vital }, { canonical: "kPa", cn: "mmHg", us: "mmHg" }, { mean: [15.6, 16.1], cv: [0.07, 0.05], perDecade: 0.022, low: 12, high: 18.5, bounds: [7, 36] }),
  quantity("diastolic-pressure", { en: "Diastolic blood pressure", zh: "舒张压", loinc: "8462-4", local: "DBP", ...vital }, { canonical: "kPa", cn: "mmHg", us: "mmHg" }, { mean: [9.9, 10.3], cv: [0.07, 0.05], low: 8, high: 11.9, bounds: [4, 22] }),
  quantity("heart-rate", { en: "Heart rate", zh: "心率", loinc: "8867-4", local: "HR", ...vital }, { canonical: "/min", cn: "次/分", us: "/min" }, { mean: [75, 72], cv: [0.1, 0.07], low: 60, high: 100, bounds: [30, 220] }),
  quantity("body-temperature", { en: "Body temperature", zh: "体温", loinc: "8310-5", local: "TEMP", ...vital }, { canonical: "Cel", cn: "℃", us: "degF", others: ["℃"] }, { mean: 36.6, cv: [0.004, 0.006], low: 36, high: 37.2, bounds: [33, 42] }),
  quantity("spo2", { en: "Oxygen saturation by pulse oximetry", zh: "指脉氧饱和度", loinc: "59408-5", local: "SPO2", ...vital }, { canonical: "%", cn: "%", us: "%" }, { mean: 97.5, cv: [0.006, 0.006], perDecade: -0.002, low: 95, high: 100, bounds: [60, 100] }),
  quantity("body-weight", { en: "Body weight", zh: "体重", loinc: "29463-7", local: "WT", ...vital }, { canonical: "kg", cn: "kg", us: "kg", others: ["lb"] }, { mean: [60, 70], cv: [0.16, 0.012], bounds: [2, 260] }),
  quantity("body-height", { en: "Body height", zh: "身高", loinc: "8302-2", local: "HT", ...vital }, { canonical: "m", cn: "cm", us: "cm", others: ["[in_i]"] }, { mean: [1.6, 1.715], cv: [0.037, 0.002], perDecade: -0.006, bounds: [0.45, 2.2] }),
];

const imaging = { category: "imaging" } as const;
const functions: readonly LabRow[] = [
  quantity("lvef", { en: "Left ventricular ejection fraction", zh: "左心室射血分数", loinc: "10230-1", local: "LVEF", ...imaging }, { canonical: "%", cn: "%", us: "%" }, { mean: [64, 62], cv: [0.06, 0.03], low: 50, high: 70, bounds: [8, 85] }),
  quantity("qt-interval", { en: "QT interval", zh: "QT间期", loinc: "8634-8", local: "QT", ...imaging }, { canonical: "ms", cn: "ms", us: "ms" }, { mean: [392, 385], cv: [0.045, 0.02], perDecade: 0.004, bounds: [250, 700] }),
  quantity("qtcf-interval", { en: "QT interval corrected by Fridericia", zh: "Fridericia校正QT间期", loinc: null, local: "QTCF", ...imaging }, { canonical: "ms", cn: "ms", us: "ms" }, { mean: [418, 410], cv: [0.04, 0.015], perDecade: 0.004, high: 450, bounds: [300, 700] }),
  quantity("fev1-percent", { en: "FEV1, percent of predicted", zh: "第一秒用力呼气容积占预计值百分比", loinc: null, local: "FEV1%", ...imaging }, { canonical: "%", cn: "%", us: "%" }, { mean: 98, cv: [0.1, 0.03], low: 80, high: 120, bounds: [12, 140] }),
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
