import type { Range } from "../../criteria/ranges.schema.ts";
import { meaningfulWords } from "../words.ts";

/** A bound on something that the table of measures does not hold, by the words before it. */
export type NamedBound = { readonly names: readonly string[]; readonly range: Range; readonly unit: string };

export const writtenNumber = "(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)";
export const writtenUnit =
  "\\s*(%|[A-Za-zµμ]{1,5}\\/[A-Za-zµμ\\d]{1,6}|(?:mL|ml|cm|mm|ng|mg|kg|IU|seconds?|sec|points?)\\b)?";
const comparison = new RegExp(
  `(≥|>=|=>|⩾|≤|<=|=<|⩽|>\\/=|<\\/=|>|<|\\bat least|\\bat most|\\bgreater than(?: or equal to)?|\\bmore than|\\babove|\\bless than(?: or equal to)?|\\bbelow|\\b(?:between|from))\\s*${writtenNumber}${writtenUnit}(?:\\s*(?:-|–|to|and)\\s*(?:≤|<=|<|≥|>=|>)?\\s*${writtenNumber}${writtenUnit})?`,
  "gi",
);
const isLow = /≥|>|⩾|least|greater|more|above/i;
const isOpenEnd = /^(?:>|more than|above|greater than|<|less than|below)$/i;
export const ofTime =
  /^\s*(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|times|x\b|ULN|grade|standard dev\w+|SDs?\b|of the following|or more of)/i;
const clauseBreak = /[;:,()[\].]\s|\band\b|\bor\b|\bwith\b/gi;
/** Short forms carry a name by themselves; of plain words two must agree. */
const isShortForm = (word: string): boolean => /^[A-Z][A-Za-z]*[A-Z\d][A-Za-z\d]*$|^[A-Z]{2,}\d*$/.test(word);
const generic =
  /^(?:total|serum|plasma|blood|score|scale|value|level|count|test|range|predicted|least|minimum|maximum)s?$/i;
const mostNameWords = 4;
/** "< 350 ng/dL and > 100 ng/dL": the second bound is on the same thing. */
const followsOn = /\d[^;.]{0,12}\band\s*$/;

/** Bounds that a criterion sets on things by name, left to right; those on time and on multiples of a limit are left out. */
export function namedBoundsOf(text: string): NamedBound[] {
  const found: NamedBound[] = [];
  for (const match of text.matchAll(comparison)) {
    const after = text.slice(match.index + match[0].length);
    if (ofTime.test(after)) continue;
    const own = nameBefore(text.slice(0, match.index));
    const names = own.length === 0 && followsOn.test(text.slice(0, match.index)) ? (found.at(-1)?.names ?? []) : own;
    if (names.length === 0) continue;
    const [sign, first, second] = [match[1]!, Number(match[2]!.replaceAll(",", "")), match[4]];
    const pair = second === undefined ? null : Number(second.replaceAll(",", ""));
    const range: Range =
      pair !== null && pair > first
        ? { min: first, max: pair }
        : pair !== null && !isLow.test(sign)
          ? { min: pair, max: first, ...(isOpenEnd.test(sign) ? { minExclusive: true, maxExclusive: true } : {}) }
          : isLow.test(sign)
            ? { min: first, ...(isOpenEnd.test(sign) ? { minExclusive: true } : {}) }
            : { max: first, ...(isOpenEnd.test(sign) ? { maxExclusive: true } : {}) };
    found.push({ names, range, unit: (match[3] ?? match[5] ?? "").toLowerCase() });
  }
  return found;
}

function nameBefore(before: string): string[] {
  const clause = before.slice(Math.max(0, before.length - 80));
  const breaks = [...clause.matchAll(clauseBreak)];
  const last = breaks.at(-1);
  const own = last === undefined ? clause : clause.slice(last.index + last[0].length);
  const words = meaningfulWords(own).map(({ start, end }) => own.slice(start, end));
  const named = words.slice(-mostNameWords).filter((word) => !generic.test(word));
  return named.length >= 2 || named.some(isShortForm) || (named[0]?.length ?? 0) >= 8 ? named : [];
}
