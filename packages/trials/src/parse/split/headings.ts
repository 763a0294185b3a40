import type { HeadingSense, Language } from "../language.ts";
import { longestPhrase } from "../read/lexicon.ts";
import type { Line } from "./lines.ts";

export type Heading = { sense: HeadingSense /** Where the text behind the heading begins. */; end: number };

/** Most characters between the heading's words and its colon: "Inclusion criteria for patients of part B:". */
const longestSpecification = 80;
const longestTail = 40;

/** Whether a line opens a section, and where what it says besides begins. */
export function readHeading(language: Language, text: string, folded: string, line: Line): Heading | null {
  let from = line.from;
  while (from < line.to && /[*#_\s【[(《<]/.test(folded[from]!)) from++;
  const found = longestPhrase(language.headings, folded, from);
  if (found === null || found.end > line.to) return null;
  let at = found.end;
  const limit = Math.min(line.to, at + longestSpecification);
  while (at < limit) {
    const mark = folded[at]!;
    if (mark === ":") {
      at++;
      while (at < line.to && /[\s*_】\]):>-]/.test(folded[at]!)) at++;
      return { sense: found.value, end: at };
    }
    if (mark === "." || mark === ";" || mark === "。") break;
    at++;
  }
  const tail = text
    .slice(found.end, line.to)
    .replace(/[\s*_#】\])》>.:]+$/, "")
    .trim();
  if (tail === "") return { sense: found.value, end: line.to };
  const isTitle = tail.length <= longestTail && /^[([\-–,/（]|^[A-Z0-9]/.test(tail) && !/[<>≤≥=]/.test(tail);
  if (isTitle && line.marker === null) return { sense: found.value, end: line.to };
  if (tail.startsWith("-") || /^[1-9a][.)]/.test(tail)) {
    let end = found.end;
    while (end < line.to && /\s/.test(text[end]!)) end++;
    return { sense: found.value, end };
  }
  return null;
}
