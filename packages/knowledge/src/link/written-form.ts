import type { TermFacts } from "./term-facts.ts";

const solid = /^[A-Za-z0-9]+$/;
/** A symbol of letters and digits, its parts together or apart: HER2, PD-L1, MEN 2, AND-1. */
const symbol = /^(?=.{2,9}$)(?=.*\d)(?=.*[A-Za-z])(?!.*[a-z]{5})[A-Za-z0-9]+(?:[-_/. ][A-Za-z0-9]+)*$/;
const letterGap = /[A-Za-z][^A-Za-z0-9-]+[A-Za-z]/;
const opening = /[([{（]/g;
const closing = /[)\]}）]/g;
const atEnds = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const comparison = /[<>≤≥=＜＞＝]/;
const ascii = /^[\x20-\x7e]*$/;

/** Letters of a written span or a name. */
export const lettersOf = (text: string): string => text.replace(/[^A-Za-z]/g, "");

/**
 * Whether what stands between the written words fits the name. A name of one word is written as one word ("as part" is not
 * Aspart, "or a" not ORAS); letters and digits of a symbol may stand apart in capitals only ("HER 2", not "past 3"), with
 * nothing but a blank or hyphen between ("c/mL" is not CML), and never in another order ("2 m" is not A2M). Words in another
 * order neither leave a bracket open nor join two things, and no name goes on behind a comparison.
 * @param isField the text is a field of its own or says nothing by capitals, so small letters may be a symbol
 */
export function fitsGaps(term: TermFacts, text: string, ordered: boolean, isField: boolean): boolean {
  const written = text.replace(atEnds, "");
  if (comparison.test(written) && !comparison.test(term.text)) return false;
  if (term.isSolid || term.isSymbol) {
    if (!ordered) return false;
    if (solid.test(written)) return true;
    if (!ascii.test(written)) return !/[/Ⅰ-Ⅻ]/.test(written);
    if (term.isSolid && letterGap.test(written)) return false;
    if (/[^A-Za-z0-9\s+-]/.test(written)) return written === term.text;
    return !term.isSymbol || isField || !/[\s-]/.test(written) || isWrittenLarge(term.text, written);
  }
  if (ordered || term.isChinese) return true;
  const isOpen = (written.match(opening)?.length ?? 0) !== (written.match(closing)?.length ?? 0);
  if (isOpen && term.text.search(opening) < 0) return false;
  return !joins.test(written) || joins.test(term.text);
}

const joins = /;|\b(?:and|or)\b/i;
const isWrittenLarge = (name: string, written: string): boolean =>
  !/[a-z]/.test(written) || (/[A-Z]/.test(written) && lettersOf(written) === lettersOf(name));

/** Whether a name consists of letters and digits alone. */
export const isSolidName = (text: string): boolean => solid.test(text);
export const isSymbolName = (text: string): boolean => symbol.test(text);
