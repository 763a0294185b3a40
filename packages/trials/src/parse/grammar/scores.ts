import type { Range } from "../../criteria/ranges.schema.ts";
import type { Rule, RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";

const romans: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, ⅰ: 1, ⅱ: 2, ⅲ: 3, ⅳ: 4, ⅴ: 5 };
/** Points of the Child-Pugh classes (Pugh 1973): A 5-6, B 7-9, C 10-15. */
const childPugh: Record<string, [number, number]> = { a: [5, 6], b: [7, 9], c: [10, 15] };
/** Scores that are given in classes or whole points and may be listed ("0 or 1", "III/IV"). */
const longestReach = 12;

type Grade = { low: number; high: number };

/**
 * Reads the points of clinical scores: Roman classes, Child-Pugh letters, and lists ("0, 1 or 2", "III or IV"). What the
 * score stands for becomes a bound behind it; comparators with Arabic numbers are left to the bounds.
 */
export const readGrades: Rule = (marks, context) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    out.push(mark);
    if (!isMark(mark, "measure") || mark.measure.of !== "score") continue;
    const found = gradesAfter(marks, at, mark.measure.score, context);
    if (found === null) continue;
    out.push(...marks.slice(at + 1, found.from), found.mark);
    at = found.last;
  }
  return out;
};

function gradesAfter(marks: readonly Mark[], at: number, score: string, context: RuleContext) {
  let from = at + 1;
  while (from - at < longestReach && isIntroduction(marks[from], context, score)) from++;
  const comparator = isMark(marks[from], "comparator") ? (marks[from] as MarkOf<"comparator">) : null;
  let place = comparator === null ? from : from + 1;
  while (comparator !== null && isMark(marks[place], "filler")) place++;
  let grade = gradeOf(marks[place], context, score);
  if (grade === null) return null;
  const isArabic = isMark(marks[place], "number");
  if (comparator !== null) {
    if (isArabic) return null;
    const op = comparator.op;
    const range: Range =
      op === ">"
        ? { min: grade.high, minExclusive: true }
        : op === ">="
          ? { min: grade.low }
          : op === "<"
            ? { max: grade.low, maxExclusive: true }
            : op === "<="
              ? { max: grade.high }
              : { min: grade.low, max: grade.high };
    return boundMark(marks, from, place, range);
  }
  let last = place;
  for (;;) {
    let next = last + 1;
    while (next - last <= 3 && isListJoint(marks[next], context, score)) next++;
    const more = next === last + 1 ? null : gradeOf(marks[next], context, score);
    if (more === null) break;
    grade = { low: Math.min(grade.low, more.low), high: Math.max(grade.high, more.high) };
    last = next;
  }
  const behind = marks[last + 1];
  if (isMark(behind, "comparator") && behind.place === "after") {
    if (isArabic) return null;
    return boundMark(marks, place, last + 1, behind.op.startsWith(">") ? { min: grade.low } : { max: grade.high });
  }
  if (isMark(behind, "unit") && behind.ucum !== "%" && behind.ucum !== "{score}") return null;
  // "70-100 %": the sign belongs to the points.
  const end = isMark(behind, "unit") ? last + 1 : last;
  return boundMark(marks, place, end, { min: grade.low, max: grade.high });
}

const boundMark = (marks: readonly Mark[], from: number, last: number, range: Range) => ({
  from,
  last,
  mark: {
    start: marks[from]!.start,
    end: marks[last]!.end,
    type: "bound",
    bound: { range, unit: { of: "none" } },
  } as Mark,
});

function isIntroduction(mark: Mark | undefined, context: RuleContext, score: string): boolean {
  if (isMark(mark, "filler")) return gradeOf(mark, context, score) === null;
  if (isMark(mark, "group") || isMark(mark, "stage-word")) return true;
  if (isMark(mark, "punct")) return mark.is === ":" || mark.is === "," || mark.is === "/";
  if (isMark(mark, "measure")) return mark.measure.of === "score" && mark.measure.score === score;
  return (
    isMark(mark, "word") &&
    gradeOf(mark, context, score) === null &&
    /^(?:who|zubrod|pst?)$/.test(context.folded.slice(mark.start, mark.end))
  );
}

function isListJoint(mark: Mark | undefined, context: RuleContext, score: string): boolean {
  if (isMark(mark, "filler")) return gradeOf(mark, context, score) === null;
  if (isMark(mark, "connector") || isMark(mark, "range")) return true;
  if (isMark(mark, "punct")) return mark.is === "," || mark.is === "/";
  return isMark(mark, "word") && /^(?:class|grade|score)$/.test(context.folded.slice(mark.start, mark.end));
}

function gradeOf(mark: Mark | undefined, context: RuleContext, score: string): Grade | null {
  if (mark === undefined) return null;
  if (isMark(mark, "number") && mark.form !== "ordinal") return { low: mark.value, high: mark.value };
  if (!isMark(mark, "word") && !isMark(mark, "filler") && !isMark(mark, "concept")) return null;
  const word = context.folded.slice(mark.start, mark.end);
  if (score === "child-pugh") {
    const points = childPugh[word];
    // A small "a" is the article.
    if (points !== undefined && context.text[mark.start] !== word) return { low: points[0], high: points[1] };
    const scored = /^([abc])(\d{1,2})$/.exec(word);
    if (scored !== null) return { low: Number(scored[2]), high: Number(scored[2]) };
    return null;
  }
  const roman = romans[word];
  return roman === undefined ? null : { low: roman, high: roman };
}
