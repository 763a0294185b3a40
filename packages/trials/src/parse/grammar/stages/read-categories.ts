import type { Rule, RuleContext } from "../../language.ts";
import { isMark, type Mark } from "../../mark.ts";
import { type Categories, categoriesAt } from "./categories.ts";

const beginning = /^(?:[Aa]ny|(?:yp|yc|[cp])?[TNM](?:[\dXx]|is|a|any|\+)?.*)$/;
/** "T2-weighted images", "M1 receptor": letters and numbers of other sciences. */
const otherSciences =
  /^[ -]?(?:weighted|hyper|hypo|signal|imag|sequence|flair|star\b|lesion|relax|mri|cells?\b|lymphocyte|receptor|macrophage|vertebra|toxin|thyro|level)/;

/** Reads TNM categories anywhere: "cT1c-T3 N0-1 M0", "T3/4", "T3 or T4" of a tumour. */
export const readCategories: Rule = (marks, context) => {
  const isOfTumour =
    /(?<![A-Za-z])(?:yp|yc|[cp])?[NM][0-3+](?![A-Za-z\d])|[Tt]umou?r|[Nn]odal|[Cc]ancer|[Cc]arcinoma|T[1-4][a-d]? disease/.test(
      context.text.slice(marks[0]?.start, marks[marks.length - 1]?.end),
    ) || marks.some((mark) => isMark(mark, "stage-word") || (isMark(mark, "concept") && mark.isTumour === true));
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const found = foundAt(marks, at, context, isOfTumour);
    if (found === null) {
      out.push(marks[at]!);
      continue;
    }
    const { start } = marks[at]!;
    const before = out[out.length - 1];
    // "Clinical stage T2-4": the word says nothing more.
    if (isMark(before, "stage-word")) out[out.length - 1] = { start: before.start, end: before.end, type: "filler" };
    out.push({ start, end: found.end, type: "leaf", tree: found.tree });
    at = found.last;
  }
  return out;
};

function foundAt(
  marks: readonly Mark[],
  at: number,
  { text, folded }: RuleContext,
  isOfTumour: boolean,
): (Categories & { last: number }) | null {
  const mark = marks[at]!;
  const isName = isMark(mark, "concept");
  if (!(isMark(mark, "word") || isMark(mark, "filler") || isMark(mark, "quantifier") || isName)) return null;
  if (!beginning.test(text.slice(mark.start, mark.end))) return null;
  const found = categoriesAt(folded, mark.start);
  if (found === null || otherSciences.test(folded.slice(found.end))) return null;
  const last = marks.findIndex(({ end }, index) => index >= at && end === found.end);
  if (last < 0 || marks.slice(at, last + 1).some((one) => isMark(one, "leaf") || isMark(one, "group"))) return null;
  // "T3" and "T4" are hormones too.
  const isOther = isName || (found.isList && found.tree.n === undefined && found.tree.m === undefined);
  return found.isSure || isOfTumour || !isOther ? { ...found, last } : null;
}
