/** What a result in words says, as a concept of the criteria's own vocabulary. English and Chinese laboratories' words. */
const words: readonly (readonly [RegExp, string])[] = [
  [
    /^(weakly?|strongly?)?\s*(positive|reactive|detected|present|pos|abnormal growth)\b|^\++$|^(弱|强)?阳性|^检出|^\(?\+\)?$|LA6576-8|LA11882-0|10828004|260373001|52101004/i,
    "RESULT:positive",
  ],
  [
    /^(negative|non-?reactive|not detected|undetected|absent|neg)\b|^-$|^阴性|^未检出|^\(-\)$|LA6577-6|LA11883-8|260385009|260415000|2667000/i,
    "RESULT:negative",
  ],
  [/^(equivocal|indeterminate|borderline|inconclusive)\b|^可疑|^不确定|42425007|82334004/i, "RESULT:equivocal"],
  [/^normal\b|^正常|17621005/i, "RESULT:normal"],
  [/^abnormal\b|^异常|263654008/i, "RESULT:abnormal"],
];

export function resultConceptOf(texts: readonly (string | undefined)[]): string | null {
  for (const text of texts) {
    const trimmed = text?.trim().normalize("NFKC");
    if (!trimmed) continue;
    const found = words.find(([pattern]) => pattern.test(trimmed));
    if (found) return found[1];
  }
  return null;
}
