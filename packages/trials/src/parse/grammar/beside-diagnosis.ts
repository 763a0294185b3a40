import type { RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, wordsOf } from "../mark.ts";

export const isDiagnosis = (mark: Mark | undefined): mark is MarkOf<"concept"> =>
  isMark(mark, "concept") && (mark.kind === "disease" || mark.kind === "phenotype" || mark.kind === "code");

const isComma = (mark: Mark | undefined) => isMark(mark, "punct") && mark.is === ",";
const isEnd = (mark: Mark | undefined) =>
  mark === undefined || (isMark(mark, "punct") && (mark.is === "." || mark.is === ";"));
/** "Stage IIIB with effusion": what comes with it is another thing. */
const accompanies = /^(?:with|without|in|on|under|from|by|伴|伴有|合并|在)(?![a-z])/;
const farthest = 4;

/**
 * Place of the diagnosis that a grade or stage at `from` narrows: beside it in the direction of `step`, with nothing but words that
 * narrow it between. Before it there may be another name in brackets ("chronic kidney disease (CKD) stage 3"), or a comma where
 * `isLast`, the grade being the last of its clause ("neuropathy, grade 2").
 */
export function besideDiagnosis(
  marks: readonly Mark[],
  from: number,
  step: 1 | -1,
  { folded }: Pick<RuleContext, "folded">,
  isLast = false,
): number | null {
  for (let at = from + step; marks[at] !== undefined && Math.abs(at - from) <= farthest; at += step) {
    const mark = marks[at]!;
    if (isDiagnosis(mark)) return at;
    const isPassed =
      (isMark(mark, "filler") && !(step > 0 && accompanies.test(wordsOf(mark, { folded })))) ||
      isMark(mark, "qualifier") ||
      (step < 0 && (isOtherName(mark) || (isLast && isComma(mark))));
    if (!isPassed) return null;
  }
  return null;
}

export const endsClause = (marks: readonly Mark[], at: number): boolean => isEnd(marks[at + 1]);

/** Brackets with nothing but names and words in them. */
const isOtherName = (mark: Mark): boolean =>
  isMark(mark, "group") && mark.of.every((one) => isDiagnosis(one) || isMark(one, "word") || isMark(one, "filler"));

/** Gives a diagnosis what narrows it; brackets behind it that say its name again no longer count. */
export function narrowDiagnosis(marks: Mark[], at: number, written: string): void {
  const mark = marks[at] as MarkOf<"concept">;
  marks[at] = { ...mark, qualifiers: [...mark.qualifiers, written.replace(/\s+/g, " ")] };
  const behind = marks[at + 1];
  const isSame =
    isMark(behind, "group") && behind.of.some((one) => isMark(one, "concept") && one.ref.id === mark.ref.id);
  if (isSame && isOtherName(behind)) marks[at + 1] = { start: behind.start, end: behind.end, type: "filler" };
}
