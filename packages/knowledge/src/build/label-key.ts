const american: Readonly<Record<string, string>> = {
  tumour: "tumor",
  leukaemia: "leukemia",
  anaemia: "anemia",
  haem: "hem",
  oesophag: "esophag",
  oedema: "edema",
  paed: "ped",
  diarrhoea: "diarrhea",
};
const british = new RegExp(Object.keys(american).join("|"), "g");

/**
 * The key under which two labels of the build count as equal: case, width, punctuation and British spelling do not matter,
 * and "Carcinoma, Non-Small-Cell Lung" is "Non-Small-Cell Lung Carcinoma". Words are never dropped or reordered otherwise.
 */
export function labelKey(label: string): string {
  let text = label.normalize("NFKC").toLowerCase();
  const comma = text.indexOf(", ");
  if (comma > 0 && comma === text.lastIndexOf(", ") && !/\b(and|or|with|due|in)\b/.test(text)) {
    text = `${text.slice(comma + 2)} ${text.slice(0, comma)}`;
  }
  text = text.replace(british, (found) => american[found]!);
  return text
    .replace(/['’]s\b/g, "")
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
}

/** Whether a name is a short form rather than words: NSCLC, T2DM, 5-FU. */
export const isAbbreviation = (text: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9/-]{1,8}$/.test(text) && (text.match(/[A-Z]/g)?.length ?? 0) >= 2 && !/[a-z]{3}/.test(text);

/** Whether a name is a company's code of a substance: RAD001, AZD-9291, BMS 936558. */
export const isDevelopmentCode = (text: string): boolean =>
  /^[A-Z]{1,5}[- ]?\d{2,8}[A-Z]?$/.test(text) && /\d{3}|-\d{2}/.test(text);
