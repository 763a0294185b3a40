const REFERENCES: readonly (readonly [RegExp, "upper-limit" | "lower-limit" | "baseline"])[] = [
  [
    /^(?:uln|ulnr|upper limits? of (?:the )?normal(?: range)?|upper limit|正常值?上限|正常值?范围上限|参考值?上限)$/,
    "upper-limit",
  ],
  [
    /^(?:lln|llnr|lower limits? of (?:the )?normal(?: range)?|lower limit|正常值?下限|正常值?范围下限|参考值?下限)$/,
    "lower-limit",
  ],
  [/^(?:baseline|bl|基线|基线值|基线水平)$/, "baseline"],
];

/** `×ULN`, `x the upper limit of normal`, `倍正常值上限`: a multiple of a reference. Expects normalised text. */
export function readLimitMultiple(text: string): "upper-limit" | "lower-limit" | "baseline" | undefined {
  const name = text
    .toLowerCase()
    .replace(/^(?:x|\*|times|倍的?)\s*/, "")
    .replace(/^(?:the|institutional|机构|本地|实验室|本中心)\s*/, "")
    .replace(/^(?:institutional|机构)\s*/, "")
    .trim();
  return REFERENCES.find(([pattern]) => pattern.test(name))?.[1];
}
