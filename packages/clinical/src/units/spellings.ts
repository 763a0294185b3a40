import { CHINESE_SPELLINGS } from "./spellings-zh.ts";

/** Why a spelling stands for its code. */
export type SpellingReason =
  | "ucum"
  | "case"
  | "abbreviation"
  | "word"
  | "count-per-volume"
  | "old-concentration"
  | "international-unit"
  | "symbol"
  | "chinese"
  | "annotated-number"
  | "power-of-ten"
  | "body-surface"
  | "composed";

export type Spelling = { readonly text: string; readonly code: string; readonly reason: SpellingReason };

type Group = Readonly<Record<string, string>>;

// Each group: UCUM code to the spellings met in reports, separated by `|`, as they stand after `normaliseUnitText`.

const CASE: Group = {
  "mmol/L": "mmol/l|MMOL/L|mMol/L",
  "mg/dL": "mg/dl|MG/DL|Mg/dL|mg/DL",
  "g/dL": "g/dl|G/DL|G/dL",
  "g/L": "g/l",
  "mg/L": "mg/l|MG/L|Mg/L",
  "ug/L": "ug/l|UG/L",
  "ng/mL": "ng/ml|NG/ML",
  "pg/mL": "pg/ml|PG/ML",
  "U/L": "u/l|U/l|u/L",
  mg: "MG|Mg",
  g: "G",
  kg: "KG|Kg",
  mL: "ML",
  meq: "mEq|mEQ|MEQ",
  "meq/L": "mEq/L|mEq/l|MEQ/L|mEQ/L",
  "mosm/kg": "mOsm/kg|mOsmol/kg|mosmol/kg|mOsm/kgH2O|mosm/kgH2O",
  "mosm/L": "mOsm/L|mOsmol/L",
};

const ABBREVIATIONS: Group = {
  ug: "mcg|mcgs|MCG",
  g: "gm|gms|Gm|GM|gram|grams|gramme|grammes",
  mg: "mgs|mgm|milligram|milligrams",
  kg: "kgs|kilo|kilos|kilogram|kilograms",
  mL: "cc|mls|ccs|milliliter|milliliters|millilitre|millilitres",
  L: "lt|ltr|liter|liters|litre|litres",
  dL: "deciliter|deciliters|decilitre",
  uL: "mcL|mcl|microL|microl|mmc|cubic mm|cubic millimeter|cubic millimeters|cubic millimetre|microliter|microliters|microlitre|cmm|cumm|mm3",
  s: "sec|secs|second|seconds",
  min: "mins|minute|minutes",
  h: "hr|hrs|hour|hours",
  d: "day|days",
  wk: "wks|week|weeks",
  mo: "mos|mth|mths|month|months",
  a: "y|yr|yrs|year|years|y/o|yo|years old|year old|years of age",
  ms: "msec|msecs|millisecond|milliseconds",
  "mmol/L": "mM",
  "umol/L": "uM",
  "nmol/L": "nM",
  "pmol/L": "pM",
  "ug/mL": "mcg/mL|mcg/ml",
  "ug/dL": "mcg/dL|mcg/dl",
  "ug/kg/min": "mcg/kg/min",
  "meq/L": "meq/l",
  "[in_i]": "in|inch|inches",
  "[ft_i]": "ft|feet|foot",
  "[lb_av]": "lb|lbs|pound|pounds",
  "[oz_av]": "oz|ounce|ounces",
  kcal: "Kcal|Cal|kilocalories",
  "mm/h": "mm/hr|mm/1h|mm/1hr|mm/Hr",
  "/[HPF]": "/HPF|/hpf|cells/hpf|cells/HPF",
  "/[LPF]": "/LPF|/lpf",
  "mg/g": "mg/gCr|mg/gcreat|mg/gcreatinine",
  "mg/mmol": "mg/mmolCr",
  "[CFU]/mL": "CFU/mL|cfu/mL|cfu/ml",
  "[drp]": "gtt|drop|drops",
  "{tbl}": "tab|tabs|tablet|tablets",
  "{score}": "score|point|points",
  "{ratio}": "ratio",
  "{INR}": "INR",
  "{titer}": "titer|titre",
  "{cigarettes}": "cigarette|cigarettes|cigs",
  "{drinks}": "drink|drinks|standard drinks|alcoholic drinks",
  "{packs}": "pack|packs",
  "{packs}.a": "pack-years|pack years|pack-year|pack year",
  "[arb'U]/mL": "AU/mL|AU/ml",
  "[arb'U]": "AU",
  "[BAU]/mL": "BAU/mL",
  "[EU]/mL": "EU/mL",
  "[anti'Xa'U]/mL": "anti-Xa IU/mL|anti-XaU/mL",
};

const WORDS: Group = {
  ug: "microgram|micrograms",
  ng: "nanogram|nanograms",
  pg: "picogram|picograms",
  mol: "mole|moles",
  mmol: "millimole|millimoles|mMol|mmols",
  umol: "micromole|micromoles|micromol",
  nmol: "nanomole|nanomoles",
  pmol: "picomole|picomoles",
  m: "meter|meters|metre|metres",
  cm: "centimeter|centimeters|centimetre|centimetres|cms",
  mm: "millimeter|millimeters|millimetre|millimetres|mms",
  m2: "sqm|square meter|square meters|square metre",
  meq: "milliequivalent|milliequivalents",
  Gy: "gray|grays|GY",
  cGy: "centigray|CGY",
  "[iU]": "IU|iu|I.U.|international unit|international units",
};

const COUNTS: Group = {
  "10*3/uL": "K/uL|K/ul|k/uL|K/mcL|K/mm3|K/cumm|K/cmm|thou/uL|thousand/uL|Thousand/uL|Thou/mm3|thou/mcL",
  "10*6/uL": "M/uL|M/ul|M/mcL|M/mm3|M/cumm|mil/uL|Million/uL|million/uL|mill/mcL|million/mm3",
  "10*9/L": "G/L|Gpt/L|Giga/L|bil/L|billion/L",
  "10*12/L": "T/L|Tpt/L|Tera/L|trillion/L",
  "/uL": "cells/uL|cell/uL|cells/ul|cells/mcL|cells/mm3|cell/mm3|cells/cumm|/cumm|/cmm|/mm3|/mcL|/ul|#/uL",
  "/mL": "cells/mL|cells/ml|/ml",
  "/L": "cells/L|/l",
  "{copies}/mL": "c/mL|c/ml|copies/mL|copies/ml|copy/mL|cp/mL|cps/mL",
  "{log10_copies}/mL": "log10 copies/mL|log copies/mL|log10copies/mL|log10cp/mL|lg copies/mL",
  "{log10}": "log10|log|lg",
  "[iU]{log10}/mL": "log10 IU/mL|log IU/mL|lg IU/mL|log10IU/mL",
};

const OLD_CONCENTRATIONS: Group = {
  "mg/dL": "mg%|mgs%|mg/100mL|mg/100ml",
  "g/dL": "gm%|gms%|g/100mL|g/100ml|gm/dL|gm/dl|gms/dl|Gm/dL",
  "ug/dL": "ug%|mcg%|ug/100mL",
  "mL/dL": "vol%",
};

const INTERNATIONAL_UNITS: Group = {
  "[iU]/L": "IU/L|IU/l|iu/l|iu/L",
  "[iU]/mL": "IU/mL|IU/ml|iu/ml",
  "m[iU]/mL": "mIU/mL|mIU/ml|miu/ml|mlU/mL|MlU/ml|mlU/ml",
  "m[iU]/L": "mIU/L|mIU/l",
  "u[iU]/mL": "uIU/mL|uIU/ml|uiu/ml|mcIU/mL",
  "k[iU]/L": "kIU/L|KIU/L",
  "k[iU]/mL": "kIU/mL",
  "[iU]/kg": "IU/kg",
  "[iU]/d": "IU/d|IU/day",
  "U/L": "units/L|unit/L|Units/L",
};

const SYMBOLS: Group = {
  "mm[Hg]": "mmHg|mm Hg|mmhg|MMHG|mm hg|mmofHg|mm/Hg|torr|Torr",
  "cm[H2O]": "cmH2O|cm H2O|cmh2o",
  Cel: "°C|C|degC|deg C|degree C|degrees C|degrees Celsius|celsius|oC",
  "[degF]": "°F|F|degF|deg F|degrees F|degrees Fahrenheit|fahrenheit",
  "/min": "bpm|BPM|beats/min|beats/minute|beat/min|breaths/min|breaths/minute|/minute|rpm|times/min|x/min",
  "%": "percent|pct|per cent|Percent",
  "%{predicted}": "% predicted|% of predicted|%pred|%Pred",
  "[ppth]": "‰|permille",
  "[ppm]": "ppm|PPM",
  "[ppb]": "ppb",
  "[pH]": "pH|ph",
  deg: "°|degree|degrees",
  "kg/m2": "kg/m^2|kg/sqm|kg/m**2|KG/M2|Kg/m2",
  "mg/m2": "mg/sqm|mg/m**2|MG/M2",
  "dyn.s/cm5": "dyn.s.cm-5|dynes.sec/cm5|dyn.s/cm^5",
};

const GROUPS: readonly (readonly [SpellingReason, Group])[] = [
  ["case", CASE],
  ["abbreviation", ABBREVIATIONS],
  ["word", WORDS],
  ["count-per-volume", COUNTS],
  ["old-concentration", OLD_CONCENTRATIONS],
  ["international-unit", INTERNATIONAL_UNITS],
  ["symbol", SYMBOLS],
  ["chinese", CHINESE_SPELLINGS],
];

/** Codes that reports print in capitals throughout; they take part in matching without regard to case. */
export const COMMON_CODES: readonly string[] = (
  "mg g kg ug ng pg L mL dL uL fL mol mmol umol nmol pmol cm mm um nm m m2 cm2 min h d wk mo U kPa mV Hz meq ms " +
  "mg/kg mg/m2 g/L mg/L ug/L ng/mL ng/L pg/mL umol/L nmol/L pmol/L mmol/L U/mL mL/min L/min mg/mL ug/mL ug/dL"
).split(" ");

/** Every spelling with its UCUM code and the reason, one entry a spelling. */
export const SPELLINGS: readonly Spelling[] = GROUPS.flatMap(([reason, group]) =>
  Object.entries(group).flatMap(([code, texts]) => texts.split("|").map((text) => ({ text, code, reason }))),
);
