import { readUnit as readClinicalUnit } from "@qinghao/clinical";
import { addPhrase, type Lexicon, longestPhrase, newLexicon } from "./lexicon.ts";

/** Spellings in criteria (folded: lower case, μ for every micro sign) of what stands over the stroke, by UCUM code. */
const numerators: Record<string, string> = {
  g: "g|gm|gms|gram|grams|克",
  mg: "mg|mgs|milligram{s,}|毫克",
  ug: "μg|ug|mcg|microgram{s,}|微克",
  ng: "ng|nanogram{s,}|纳克",
  pg: "pg|picogram{s,}|皮克",
  kg: "kg|kgs|kilogram{s,}|千克|公斤",
  mol: "mol",
  mmol: "mmol|mmols|millimole{s,}|毫摩尔",
  umol: "μmol|umol|micromol|micromole{s,}|mcmol|微摩尔",
  nmol: "nmol|nanomole{s,}|纳摩尔",
  pmol: "pmol|picomole{s,}",
  "[iU]": "iu|i.u.|international unit{s,}|国际单位",
  "m[iU]": "miu",
  "k[iU]": "kiu",
  U: "u|unit{s,}|单位",
  mU: "mu",
  meq: "meq|milliequivalent{s,}",
  mosm: "mosm|mosmol",
  mL: "ml|milliliter{s,}|millilitre{s,}|cc|毫升",
  L: "l|liter{s,}|litre{s,}|升",
  mm: "mm",
  ukat: "μkat|ukat",
  "": "cell{s,}|platelet{s,}|cop{y,ies}|个|拷贝",
};
const denominators: Record<string, string> = {
  L: "l|liter|litre|升",
  dL: "dl|deciliter|decilitre|100 ml|100ml|分升",
  mL: "ml|milliliter|millilitre|cc|毫升",
  uL: "μl|ul|mcl|microliter|microlitre|mm3|mm^3|mm³|mm 3|cu mm|cubic mm|cumm|cmm|cubic millimeter|cubic millimetre|mmc|微升|立方毫米",
  d: "day|d|24h|24 h|24hr{s,}|24 hr{s,}|24 hour{s,}|24-hour|日|天|24小时",
  h: "h|1h|hr|hour|小时",
  min: "min|minute|mn|mins|分|分钟",
  kg: "kg|千克|公斤",
  "kg/d": "kg/day|kg/d|day/kg",
  "kg/h": "kg/h|kg/hr",
  "kg/min": "kg/min|min/kg",
  m2: "m2|m^2|m²|m 2|square meter|平方米",
  g: "g|gram|克",
  mg: "mg",
  mmol: "mmol|毫摩尔",
  "min/{1.73_m2}":
    "min/1.73 m2|min/1.73m2|min/1.73 m^2|min/1.73m^2|min/1.73 m²|min/1.73m²|min/1.73 sqm|min per 1.73 m2|min per 1.73 m^2|min per 1.73 m²|min/1.73|min/1.73 square meter{s,}|minute/1.73 m2|minute/1.73 m²|minute per 1.73 m2|min/1,73 m2|min/1,73m2|min/1.73 平方米|min/1.73m2 body surface area|min/ 1.73 m2|min/ 1.73m2|(min·1.73m2)|(min·1.73m²)|(min•1.73m2)|(min•1.73m²)|(min*1.73m2)|(min×1.73m2)|min·1.73m2|min·1.73m²|(min.1.73m2)|(min·1.73 m2)|(min·1.73 m²)|min/1.73㎡|(min·1.73㎡)",
  wk: "week|wk|周",
  mo: "month|月",
  a: "year|yr|年",
};
/** What is no fraction. The last of one spelling is not reached: earlier rows win. */
const whole: Record<string, string> = {
  "%": "%|percent|per cent|pct|percentage",
  "mm[Hg]": "mmhg|mm hg|mm/hg|mm of mercury|mm of hg|毫米汞柱",
  "cm[H2O]": "cmh2o|cm h2o|cm of water",
  kPa: "kpa|千帕",
  "kg/m2":
    "kg/m2|kg/m^2|kg/m²|kg/m 2|kg/ m2|kg/ m^2|kg/ m²|kg/m*2|kg/m**2|kgs/m2|kg m2|kgm2|kg.m 2|kg·m 2|kg/sqm|kg/sq m|kg per m2|kilogram{s,} per square meter{s,}|kilogram{s,} per meter square{d,}|kilogram{s,}/meter{s,} square{d,}|kilogram{s,}/m2|kg per square meter|kg/mq|kg/㎡|千克/平方米|公斤/平方米",
  Cel: "°c|° c|degree{s,} c|degree{s,} celsius|degree{s,} centigrade|celsius|\u2103|摄氏度|ºc|º c|oc",
  "[degF]": "°f|° f|degree{s,} f|degree{s,} fahrenheit|fahrenheit|\u2109|ºf|º f",
  ms: "ms|msec|msecs|msec.|millisecond{s,}|mseconds|毫秒",
  s: "sec|secs|second{s,}|秒",
  "[lb_av]": "lb|lbs|pound{s,}",
  "[in_i]": "inch|inches",
  "[ft_i]": "feet|foot|ft",
  cm: "cm|cms|centimeter{s,}|centimetre{s,}|厘米",
  mm: "mm|millimeter{s,}|millimetre{s,}|毫米",
  m: "m|meter{s,}|metre{s,}|米",
  cm2: "cm2|cm^2|cm²|square cm|平方厘米",
  m2: "m2|m^2|m²|平方米",
  um: "μm|um|micron{s,}",
  "/min":
    "bpm|beat{s,}/min{ute,}|beat{s,} per min{ute,}|beat{s,}/ min|breath{s,}/min{ute,}|breath{s,} per min{ute,}|次/分|次/分钟|次/min|次每分|/min|/minute|per minute|rpm|/ min|breath/min",
  "10*3/uL":
    "k/μl|k/ul|k/mcl|k/mm3|k/cumm|k/cmm|10^3/μl|10*3/ul|10³/μl|x10e3/ul|10e3/μl|k/microliter|thousand/μl|thousand/mm3|k/ ul",
  "10*6/uL": "m/ul|m/μl",
  "10*9/L": "giga/l|g/l x10|gi/l|10^9 /l",
  nm: "nm",
  "[arb'U]/mL": "au/ml",
  "[pH]": "ph",
  "{copies}/mL":
    "cop{y,ies}/ml|c/ml|rna copies/ml|cop{y,ies} per ml|cop{y,ies} per milliliter|copies rna/ml|copies of rna/ml|hiv-1 rna copies/ml|拷贝/毫升|拷贝/ml|copies/ ml",
  "10*6": "million",
  "/[HPF]": "/hpf|per hpf|per high power field|/high power field|hpf",
  "[diop]": "diopter{s,}|dioptre{s,}|屈光度",
  "{score}": "point{s,}|score{s,}",
  Gy: "gy|gray",
  mSv: "msv",
  "mL/min/{1.73_m2}":
    "ml·min 1·1.73m 2|ml·min 1·(1.73m2) 1|ml·min⁻¹·1.73m⁻²|ml·min⁻¹·(1.73m²)⁻¹|ml/min·1.73m2|ml/min·1.73m²",
  "L/min": "l/min|l/minute|liter{s,} per minute|litre{s,} per minute|lpm|升/分",
  "{pack}.a": "pack year{s,}|packs year{s,}|包年|年包",
};

function unitLexicon(): Lexicon<string> {
  const lexicon = newLexicon<string>();
  for (const [ucum, spellings] of Object.entries(whole)) {
    for (const one of spellings.split("|")) addPhrase(lexicon, one, ucum);
  }
  for (const [below, belowSpellings] of Object.entries(denominators)) {
    for (const under of belowSpellings.split("|")) {
      for (const [above, spellings] of Object.entries(numerators)) {
        const ucum = `${above}/${below}`;
        for (const over of spellings.split("|")) {
          for (const stroke of ["/", " / ", "/ ", " /", " per ", "每"])
            addPhrase(lexicon, `${over}${stroke}${under}`, ucum);
        }
      }
      for (const stroke of ["/", "/ ", "per "]) {
        if (below !== "min" && below !== "d" && below !== "wk" && below !== "mo" && below !== "a" && below !== "h")
          addPhrase(lexicon, `${stroke}${under}`, `/${below}`);
      }
      if (below === "d") addPhrase(lexicon, `mg daily`, "mg/d");
    }
  }
  for (const [ucum, spellings] of Object.entries(numerators)) {
    if (ucum === "") continue;
    for (const one of spellings.split("|")) addPhrase(lexicon, one, ucum);
  }
  addPhrase(lexicon, "mm", "mm");
  return lexicon;
}
const spellings = unitLexicon();

export type ReadUnit = { ucum: string; end: number };

/** Every UCUM code that the tables give, for the check that each is one. */
export const unitCodes: readonly string[] = [
  ...Object.keys(whole),
  ...Object.keys(denominators).flatMap((below) => Object.keys(numerators).map((above) => `${above}/${below}`)),
];

const compound = /[^\s,;()[\]]{1,24}/y;

/**
 * The unit that begins at `at` of folded text (blanks before it allowed), as UCUM. Meant to be read behind a number.
 * Compound units that the tables do not know are asked of `@qinghao/clinical`.
 */
export function readUnit(folded: string, at: number): ReadUnit | null {
  let from = at;
  while (from < folded.length && from < at + 12 && /[ \n-]/.test(folded[from]!)) from++;
  const found = longestPhrase(spellings, folded, from, false);
  if (found !== null && folded[found.end] !== "/") return { ucum: found.value, end: found.end };
  compound.lastIndex = from;
  const written = compound.exec(folded)?.[0].replace(/[.:]+$/, "") ?? "";
  const known = /^[a-z\u03bc%\d^*]+\/[a-z\d]/.test(written) ? readClinicalUnit(written) : null;
  if (known?.ok === true && known.value.kind === "unit") return { ucum: known.value.code, end: from + written.length };
  return found === null ? null : { ucum: found.value, end: found.end };
}
