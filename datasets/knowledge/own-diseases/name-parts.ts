import { comparableChinese, comparableEnglish, listOf, readTable } from "./sources.ts";

/** One word of compound disease names: Chinese, and the English words that may stand for it. */
export type NamePart = { zh: string; en: readonly string[] };

/** The glossary of words from which compound tumour names are built. */
export function loadNameParts(): NamePart[] {
  return readTable(new URL("./name-parts.tsv", import.meta.url).pathname)
    .rows.map((row) => ({ zh: comparableChinese(row.zh ?? ""), en: listOf(row.en).map(comparableEnglish) }))
    .filter((part) => part.zh !== "" && part.en.length > 0);
}

/**
 * True when the Chinese name is two or more glossary words side by side and the English name has a word for each of
 * them: 食管|鳞状细胞癌 and "esophageal squamous cell carcinoma".
 */
export function isComposed(chinese: string, english: string, parts: readonly NamePart[]): boolean {
  const words = ` ${comparableEnglish(english)} `;
  const usable = parts.filter((part) => part.en.some((word) => words.includes(` ${word} `)));
  return segment(comparableChinese(chinese), usable, 0);
}

function segment(rest: string, parts: readonly NamePart[], used: number): boolean {
  if (rest === "") return used >= 2;
  return parts.some((part) => rest.startsWith(part.zh) && segment(rest.slice(part.zh.length), parts, used + 1));
}
