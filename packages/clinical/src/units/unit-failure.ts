/** Why a unit text or a conversion was refused. The code is stable; the sentences are for people. */
export type UnitFailureCode =
  | "units.empty"
  | "units.syntax"
  | "units.unknown_symbol"
  | "units.not_ascii"
  | "units.unknown_spelling"
  | "units.ambiguous"
  | "units.not_a_unit"
  | "units.different_dimension"
  | "units.needs_molar_mass"
  | "units.needs_charge"
  | "units.arbitrary"
  | "units.amount_is_not_count"
  | "units.special_in_product"
  | "units.bad_number";

export type UnitFailure = {
  readonly code: UnitFailureCode;
  /** The text or the code that was refused, and where two units take part, the other one. */
  readonly unit: string;
  readonly other?: string;
  /** What exactly: the symbol, the position, the two readings. */
  readonly detail?: string;
};

const SENTENCES: Readonly<Record<UnitFailureCode, { readonly en: string; readonly zh: string }>> = {
  "units.empty": { en: "No unit is given.", zh: "没有给出单位。" },
  "units.syntax": {
    en: "“{unit}” is not a well-formed unit ({detail}).",
    zh: "“{unit}”不是合法的单位写法（{detail}）。",
  },
  "units.unknown_symbol": { en: "“{unit}” holds an unknown symbol: {detail}.", zh: "“{unit}”含有未知符号：{detail}。" },
  "units.not_ascii": {
    en: "“{unit}” holds a character that UCUM codes may not hold: {detail}.",
    zh: "“{unit}”含有 UCUM 代码不允许的字符：{detail}。",
  },
  "units.unknown_spelling": {
    en: "“{unit}” is not a unit that is known here. Map it by hand.",
    zh: "未能识别单位“{unit}”，请人工对照。",
  },
  "units.ambiguous": {
    en: "“{unit}” can mean more than one unit: {detail}.",
    zh: "“{unit}”可能有不止一种含义：{detail}。",
  },
  "units.not_a_unit": { en: "“{unit}” is not a unit: {detail}.", zh: "“{unit}”不是单位：{detail}。" },
  "units.different_dimension": {
    en: "“{unit}” and “{other}” measure different things.",
    zh: "“{unit}”与“{other}”所量的不是同一种量。",
  },
  "units.needs_molar_mass": {
    en: "“{unit}” and “{other}” are mass and amount of substance: the molar mass is needed.",
    zh: "“{unit}”与“{other}”分别是质量与物质的量，换算需要摩尔质量。",
  },
  "units.needs_charge": {
    en: "“{unit}” and “{other}” are equivalents and moles: the ion's charge is needed.",
    zh: "“{unit}”与“{other}”分别是当量与摩尔，换算需要离子价数。",
  },
  "units.arbitrary": {
    en: "{detail} is defined by its assay; “{unit}” becomes “{other}” only with a stated factor.",
    zh: "{detail} 由检测方法定义，“{unit}”换算为“{other}”须给出换算系数。",
  },
  "units.amount_is_not_count": {
    en: "“{unit}” and “{other}” are an amount of substance and a plain number.",
    zh: "“{unit}”与“{other}”分别是物质的量与纯数值，不予换算。",
  },
  "units.special_in_product": {
    en: "“{detail}” is not on a ratio scale and may not be part of a product.",
    zh: "“{detail}”不是比例标度，不能参与乘除。",
  },
  "units.bad_number": { en: "The value is not a finite number.", zh: "数值不是有限数。" },
};

/** The sentence of a failure in the reader's language. */
export function explainUnitFailure(failure: UnitFailure, language: "en" | "zh"): string {
  return SENTENCES[failure.code][language].replace(
    /\{(unit|other|detail)\}/g,
    (_, name: "unit" | "other" | "detail") => failure[name] ?? "",
  );
}
