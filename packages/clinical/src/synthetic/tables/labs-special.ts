import { inWords, type LabRow, quantity } from "./lab-row.ts";

/** Hormones, tumour markers, viral loads, and tests that are answered in words. */
export const special: readonly LabRow[] = [
  quantity(
    "bnp",
    { en: "Natriuretic peptide B", zh: "B型钠尿肽", loinc: "30934-4", local: "BNP" },
    { canonical: "ng/L", cn: "pg/mL", us: "pg/mL", others: ["ng/L"] },
    { mean: [25, 18], cv: [0.6, 0.3], shape: "lognormal", perDecade: 0.2, high: 100, bounds: [5, 5000], detection: 10 },
  ),
  quantity(
    "tsh",
    { en: "Thyrotropin", zh: "促甲状腺激素", loinc: "3016-3", local: "TSH" },
    { canonical: "m[iU]/L", cn: "mIU/L", us: "uIU/mL" },
    { mean: 1.8, cv: [0.45, 0.18], shape: "lognormal", low: 0.27, high: 4.2, bounds: [0.005, 150], detection: 0.01 },
  ),
  quantity(
    "psa-total",
    { en: "Prostate specific antigen", zh: "总前列腺特异性抗原", loinc: "2857-1", local: "TPSA" },
    { canonical: "ug/L", cn: "ng/mL", us: "ng/mL", others: ["μg/L"] },
    {
      mean: [0.1, 0.9],
      cv: [0.6, 0.15],
      shape: "lognormal",
      perDecade: 0.25,
      high: 4,
      bounds: [0.01, 5000],
      detection: 0.02,
    },
  ),
  quantity(
    "hbv-dna",
    { en: "Hepatitis B virus DNA", zh: "乙型肝炎病毒DNA", loinc: "42595-9", local: "HBV-DNA" },
    { canonical: "[iU]/mL", cn: "IU/mL", us: "IU/mL" },
    { mean: 8, cv: [0.9, 0.5], shape: "lognormal", bounds: [1, 1e9], detection: 20 },
  ),
  quantity(
    "hcv-rna",
    { en: "Hepatitis C virus RNA", zh: "丙型肝炎病毒RNA", loinc: "11011-4", local: "HCV-RNA" },
    { canonical: "[iU]/mL", cn: "IU/mL", us: "IU/mL" },
    { mean: 5, cv: [0.9, 0.5], shape: "lognormal", bounds: [1, 1e9], detection: 15 },
  ),
  quantity(
    "afp",
    { en: "Alpha-1-Fetoprotein", zh: "甲胎蛋白", loinc: "1834-1", local: "AFP" },
    { canonical: "ug/L", cn: "ng/mL", us: "ng/mL", others: ["μg/L"] },
    { mean: 3, cv: [0.45, 0.15], shape: "lognormal", high: 20, bounds: [0.5, 1e6], detection: 0.9 },
  ),
  quantity(
    "cea",
    { en: "Carcinoembryonic Ag", zh: "癌胚抗原", loinc: "2039-6", local: "CEA" },
    { canonical: "ug/L", cn: "ng/mL", us: "ng/mL", others: ["μg/L"] },
    { mean: 1.8, cv: [0.45, 0.15], shape: "lognormal", high: 5, bounds: [0.2, 1e5], detection: 0.5 },
  ),
  quantity(
    "ca-15-3",
    { en: "Cancer Ag 15-3", zh: "糖类抗原15-3", loinc: "6875-9", local: "CA153" },
    { canonical: "kU/L", cn: "U/mL", us: "U/mL" },
    { mean: 12, cv: [0.35, 0.1], shape: "lognormal", high: 25, bounds: [1, 1e5] },
  ),
  quantity(
    "ca-19-9",
    { en: "Cancer Ag 19-9", zh: "糖类抗原19-9", loinc: "24108-3", local: "CA199" },
    { canonical: "kU/L", cn: "U/mL", us: "U/mL" },
    { mean: 9, cv: [0.5, 0.15], shape: "lognormal", high: 37, bounds: [0.6, 1e6], detection: 2 },
  ),
  quantity(
    "uacr",
    {
      en: "Albumin/Creatinine in urine",
      zh: "尿白蛋白肌酐比值",
      loinc: "9318-7",
      local: "UACR",
      conventional: ["mg/g{creat}", 0.1131],
    },
    { canonical: "mg/mmol{creat}", cn: "mg/g", us: "mg/g", others: ["mg/mmol"] },
    { mean: 0.9, cv: [0.6, 0.35], shape: "lognormal", high: 3.39, bounds: [0.1, 2000] },
  ),
  quantity(
    "hcg",
    { en: "Choriogonadotropin.beta", zh: "β-人绒毛膜促性腺激素", loinc: "21198-7", local: "HCG" },
    { canonical: "[iU]/L", cn: "mIU/mL", us: "mIU/mL" },
    { mean: 1, cv: [0.4, 0.3], shape: "lognormal", high: 5, bounds: [0.1, 5e5], detection: 1.2 },
  ),
  quantity(
    "rheumatoid-factor",
    { en: "Rheumatoid factor", zh: "类风湿因子", loinc: "11572-5", local: "RF" },
    { canonical: "k[iU]/L", cn: "IU/mL", us: "IU/mL" },
    { mean: 7, cv: [0.4, 0.15], shape: "lognormal", high: 20, bounds: [1, 5000], detection: 10 },
  ),
  quantity(
    "complement-c3",
    { en: "Complement C3", zh: "补体C3", loinc: "4485-9", local: "C3" },
    { canonical: "g/L", cn: "g/L", us: "mg/dL" },
    { mean: 1.15, cv: [0.14, 0.06], low: 0.9, high: 1.8, bounds: [0.1, 3] },
  ),
  quantity(
    "pd-l1-tps",
    { en: "PD-L1 tumour proportion score", zh: "PD-L1肿瘤细胞阳性比例分数", loinc: null, local: "PDL1-TPS" },
    { canonical: "%", cn: "%", us: "%" },
    { mean: 20, cv: [0.5, 0], bounds: [0, 100] },
  ),
  quantity(
    "ki-67",
    { en: "Ki-67 proliferation index", zh: "Ki-67增殖指数", loinc: null, local: "KI67" },
    { canonical: "%", cn: "%", us: "%" },
    { mean: 20, cv: [0.5, 0], bounds: [0, 100] },
  ),
];

export const words: readonly LabRow[] = [
  inWords("hbsag", { en: "Hepatitis B virus surface Ag", zh: "乙型肝炎病毒表面抗原", loinc: "5196-1", local: "HBSAG" }),
  inWords("anti-hcv", { en: "Hepatitis C virus Ab", zh: "丙型肝炎病毒抗体", loinc: "16128-1", local: "HCV-AB" }),
  inWords("hiv-antibody", {
    en: "HIV 1+2 Ab+HIV1 p24 Ag",
    zh: "人类免疫缺陷病毒抗体",
    loinc: "56888-1",
    local: "HIV-AB",
  }),
  inWords("sars-cov-2-rna", { en: "SARS-CoV-2 RNA", zh: "新型冠状病毒核酸", loinc: "94500-6", local: "NCOV-RNA" }),
  inWords("t-spot", {
    en: "Interferon-gamma release assay for tuberculosis",
    zh: "结核感染T细胞检测",
    loinc: null,
    local: "TSPOT",
  }),
  inWords("ana", { en: "Nuclear Ab", zh: "抗核抗体", loinc: "8061-4", local: "ANA" }),
  inWords("er-status", { en: "Estrogen receptor in tissue", zh: "雌激素受体", loinc: "16112-5", local: "ER" }),
  inWords("pr-status", { en: "Progesterone receptor in tissue", zh: "孕激素受体", loinc: "16113-3", local: "PR" }),
  inWords("her2-ihc", { en: "HER2 in tissue by immune stain", zh: "HER2免疫组化", loinc: "85319-2", local: "HER2" }),
];
