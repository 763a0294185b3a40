/** Something measured that notes and criteria name, in one unit each. */
type MeasureRow = {
  readonly id: string;
  readonly names: string;
  /** Brings a value as written to the measure's unit. */
  readonly scale?: (value: number, unit: string) => number;
};

const asWritten = (value: number): number => value;
const thousands = (value: number): number => (value >= 500 ? value / 1000 : value);
const isMolar = (unit: string): boolean => /mol/i.test(unit);

/** Units: mm[Hg], /min, Cel, %, kg/m2, kg, g/dL, 10*9/L, mg/dL, mL/min, U/L, mmol/L, g/dL. Molar masses as in UCUM tables. */
const rows: readonly MeasureRow[] = [
  { id: "heart rate", names: "heart rate|pulse(?: rate)?|HR|心率|脉搏" },
  { id: "respiratory rate", names: "respiratory rate|respirations?|RR|resp rate|呼吸频率|呼吸" },
  {
    id: "temperature",
    names: "(?:body |core body |oral )?temperature|temp|T|体温",
    scale: (value) => (value > 50 ? ((value - 32) * 5) / 9 : value),
  },
  { id: "oxygen saturation", names: "(?:oxygen|O2) sat(?:uration|s)?|SpO2|SaO2|pulse oximetry|saturation|血氧饱和度" },
  { id: "body mass index", names: "body mass index(?: \\(BMI\\))?|BMI|体重指数|体质指数" },
  {
    id: "weight",
    names: "(?:body )?weight(?! (?:loss|gain|change|reduction))|weigh(?:s|ing)?|体重",
    scale: (value, unit) => (/lb|pound/i.test(unit) ? value * 0.4536 : value),
  },
  {
    id: "haemoglobin",
    names: "ha?emoglobin(?: level)?|Hgb|Hb|血红蛋白",
    scale: (value, unit) => (/g\/l/i.test(unit) || value > 30 ? value / 10 : isMolar(unit) ? value * 1.61 : value),
  },
  { id: "haematocrit", names: "ha?ematocrit|Hct|红细胞压积" },
  {
    id: "leukocytes",
    names: "(?:total )?(?:white blood (?:cell|count)s?|leu[ck]ocytes?|WBCs?)(?: counts?| \\(WBCs?\\))*|白细胞(?:计数)?",
    scale: thousands,
  },
  {
    id: "neutrophils",
    names: "(?:absolute )?neutrophils?(?: count)?(?: \\(ANC\\))?|ANC|中性粒细胞(?:计数)?",
    scale: thousands,
  },
  {
    id: "platelets",
    names: "platelets?(?: counts?)?|PLT|血小板(?:计数)?",
    scale: (value) => (value >= 2000 ? value / 1000 : value),
  },
  {
    id: "creatinine clearance",
    names:
      "(?:estimated |calculated )?creatinine clearance|CrCl|e?GFR|(?:estimated )?glomerular filtration rate|肌酐清除率",
  },
  {
    id: "creatinine",
    names: "(?:serum )?creatinine(?! clear)|S?Cr|肌酐",
    scale: (value, unit) => (isMolar(unit) || value > 25 ? value / 88.42 : value),
  },
  {
    id: "bilirubin",
    names: "(?:total |serum )*bilirubin|T ?bili|总胆红素|胆红素",
    scale: (value, unit) => (isMolar(unit) ? value / 17.1 : value),
  },
  {
    id: "alanine aminotransferase",
    names: "ALT|SGPT|alanine (?:amino)?transaminase|alanine aminotransferase|谷丙转氨酶|丙氨酸氨基转移酶",
  },
  {
    id: "aspartate aminotransferase",
    names: "AST|SGOT|aspartate (?:amino)?transaminase|谷草转氨酶|天(?:冬|门冬)氨酸氨基转移酶",
  },
  { id: "alkaline phosphatase", names: "alkaline phosphatase|ALP|alk(?:\\.|aline)? ?p(?:hos)?|碱性磷酸酶" },
  { id: "calcium", names: "(?:serum |total )?calcium(?: level)?|Ca|血钙" },
  { id: "ferritin", names: "(?:serum )?ferritin(?: level)?|铁蛋白" },
  {
    id: "glucose",
    names: "(?:fasting |random |plasma |blood |serum )*(?:glucose|sugar)(?: level)?|FPG|血糖",
    scale: (value, unit) => (isMolar(unit) ? value * 18.02 : value),
  },
  { id: "haemoglobin A1c", names: "(?:HbA1c|Hb ?A1c|ha?emoglobin A1c|A1c|糖化血红蛋白)(?: level)?" },
  { id: "potassium", names: "potassium|K\\+?|血钾" },
  { id: "sodium", names: "sodium|Na\\+?|血钠" },
  {
    id: "albumin",
    names: "(?:serum )?albumin|白蛋白",
    scale: (value, unit) => (/g\/l/i.test(unit) || value > 10 ? value / 10 : value),
  },
  { id: "INR", names: "international normali[sz]ed ratio|INR" },
  { id: "ejection fraction", names: "(?:left ventricular )?ejection fraction(?: \\((?:LV)?EF\\))?|LVEF|EF|射血分数" },
  { id: "QTc", names: "QTc(?: interval)?" },
  { id: "PSA", names: "(?:serum )?PSA(?: level)?|prostate[- ]specific antigen" },
  { id: "CD4", names: "CD4\\+?(?: (?:cell )?counts?)?" },
  { id: "Glasgow coma score", names: "Glasgow coma (?:scale|score)(?: \\(GCS\\))?(?: score)?|GCS" },
  { id: "lactate", names: "(?:serum |blood )?lactate" },
  { id: "LDL cholesterol", names: "LDL(?:[- ]C(?:holesterol)?)?|low[- ]density lipoprotein(?: cholesterol)?" },
  { id: "HDL cholesterol", names: "HDL(?:[- ]C(?:holesterol)?)?|high[- ]density lipoprotein(?: cholesterol)?" },
  { id: "total cholesterol", names: "(?:total )?cholesterol" },
  { id: "triglycerides", names: "triglycerides?|TG" },
];

const compiled = rows.map(({ id, names, scale = asWritten }) => ({
  id,
  scale,
  pattern: new RegExp(`(?<![A-Za-z])(?:${names})(?![A-Za-z])`, `g${/^[A-Z]/.test(names) ? "" : "i"}`),
}));

/** Where a measure is named. */
export type MeasureName = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly scale: (value: number, unit: string) => number;
};

/** Names of measures in a text, left to right, the longest where several begin together. */
export function measureNames(text: string): MeasureName[] {
  const found: MeasureName[] = [];
  for (const { id, scale, pattern } of compiled)
    for (const match of text.matchAll(pattern))
      found.push({ id, scale, start: match.index, end: match.index + match[0].length });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: MeasureName[] = [];
  for (const one of found) {
    const last = out.at(-1);
    if (last === undefined || one.start >= last.end) out.push(one);
  }
  return out;
}
