import type { Tree } from "../../criteria/tree.schema.ts";
import type { Rule, RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";
import { besideDiagnosis, endsClause, narrowDiagnosis } from "./beside-diagnosis.ts";
import { ctcaeNameOf } from "./ctcae-names.ts";
import { joinToxicity } from "./toxicity.ts";

const romans: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, ⅰ: 1, ⅱ: 2, ⅲ: 3, ⅳ: 4, ⅴ: 5 };
const gradeWord = /^(?:grades?|gr|toxicity grade)$/;
/** Tumours that have their WHO grade by their name (WHO classification of tumours of the central nervous system). */
const inherentGrades: readonly (readonly [RegExp, number])[] = [
  [/glioblastoma|gliosarcoma/i, 4],
  [/^anaplastic/i, 3],
];
const gradingSystem = /^who$/;
const highest = 5;
/** Marks that a measure and a grade of its own may have between them ("ECOG performance status grade ≥ 2"). */
const measureReach = 6;
const listReach = 6;

/**
 * Grades of harm: "grade ≥ 2", "≥ grade 3", "grade 3 or 4", "grade 2 or higher", "3级及以上". Grades that stand behind a
 * score are its points and are left to it.
 */
export const readToxicityGrades: Rule = (marks, context) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const found = gradeAt(marks, at, context.folded);
    if (found === null || isOfMeasure(marks, at, found.isNamed)) {
      out.push(marks[at]!);
      continue;
    }
    const system = out[out.length - 1];
    const isSystem = system !== undefined && gradingSystem.test(textOf(system, context.folded));
    if (isSystem) out.pop();
    out.push(isSystem ? { ...found.mark, start: system.start } : found.mark);
    at = found.last;
  }
  return out;
};

/** A score takes its points; a laboratory item only numbers that no word calls a grade. */
function isOfMeasure(marks: readonly Mark[], from: number, isNamed: boolean): boolean {
  for (let at = from - 1; at >= 0 && from - at <= measureReach; at--) {
    const mark = marks[at]!;
    const isLab = isMark(mark, "measure")
      ? mark.measure.of === "lab"
      : isMark(mark, "concept") && mark.lab !== undefined;
    if (isLab || isMark(mark, "measure")) return !(isLab && isNamed);
    const isPassed = isMark(mark, "filler") || isMark(mark, "group") || isMark(mark, "comparator");
    if (!isPassed && !(isMark(mark, "punct") && mark.is === ":")) return false;
  }
  return false;
}

const textOf = (mark: Mark, folded: string) => folded.slice(mark.start, mark.end);
const isWord = (mark: Mark | undefined, folded: string) =>
  isMark(mark, "filler") && gradeWord.test(textOf(mark, folded));
/** "3级", "Ⅲ度": the word behind the number, which the mark may hold or leave out. */
const isClass = ({ end }: Mark, folded: string) => /[级度]/.test(folded.slice(end - 1, end + 1));
const isClassWord = (mark: Mark | undefined, folded: string) =>
  mark !== undefined && /^[级度]$/.test(textOf(mark, folded));
/** "3a" of follicular lymphoma. */
const isPartOf = (mark: Mark | undefined, number: Mark, folded: string) =>
  mark !== undefined && mark.start === number.end && /^[abc]$/.test(textOf(mark, folded));
const isBefore = (mark: Mark | undefined): mark is MarkOf<"comparator"> =>
  isMark(mark, "comparator") && mark.place === "before";

function numberOf(mark: Mark | undefined, folded: string): number | null {
  if (isMark(mark, "quantity")) {
    const isWhole = mark.unit.of === "none" && Number.isInteger(mark.value) && mark.value >= 0 && mark.value <= highest;
    return isWhole ? mark.value : null;
  }
  return isMark(mark, "word") || isMark(mark, "filler") ? (romans[textOf(mark, folded)] ?? null) : null;
}

function gradeAt(
  marks: readonly Mark[],
  from: number,
  folded: string,
): { mark: Mark; last: number; isNamed: boolean } | null {
  let at = from;
  let comparator: MarkOf<"comparator"> | null = null;
  let isNamed = false;
  for (; at - from < 4; at++) {
    const mark = marks[at];
    if (isBefore(mark) && comparator === null) comparator = mark;
    else if (isWord(mark, folded)) isNamed = true;
    else if (!(isMark(mark, "filler") && at > from && /^(?:of|a|or|的|为)$/.test(textOf(mark, folded)))) break;
  }
  const first = numberOf(marks[at], folded);
  if (first === null) return null;
  const endOf = (place: number) => (isPartOf(marks[place + 1], marks[place]!, folded) ? place + 1 : place);
  let [low, high, last] = [first, first, endOf(at)];
  let isHan = isClass(marks[at]!, folded);
  if (isClassWord(marks[last + 1], folded)) last++;
  for (let next = last + 1; comparator === null && next - last <= listReach; next++) {
    const mark = marks[next];
    const value = next === last + 1 ? null : numberOf(mark, folded);
    if (value !== null) {
      [low, high, last] = [Math.min(low, value), Math.max(high, value), endOf(next)];
      if (isClass(mark!, folded)) isHan = true;
      if (isClassWord(marks[last + 1], folded)) last++;
      next = last;
    } else if (!isListJoint(mark, folded)) break;
  }
  if (!isNamed && !isHan) return null;
  const behind = marks[last + 1];
  if (comparator === null && isMark(behind, "comparator") && behind.place === "after") {
    comparator = behind;
    last++;
  }
  const limits = limitsOf(comparator, low, high);
  if (limits === null) return null;
  // A number that took up the word behind it ends before that word.
  const isBehind = /[级度]/.test(folded[marks[last]!.end] ?? "") && marks[last + 1]?.start !== marks[last]!.end;
  const end = marks[last]!.end + (isBehind ? 1 : 0);
  return { mark: { start: marks[from]!.start, end, type: "grade", ...limits }, last, isNamed };
}

const isListJoint = (mark: Mark | undefined, folded: string) =>
  (isMark(mark, "filler") && /^[-~]$/.test(textOf(mark, folded))) ||
  isMark(mark, "connector") ||
  isMark(mark, "range") ||
  isWord(mark, folded) ||
  (isMark(mark, "punct") && (mark.is === "," || mark.is === "/"));

function limitsOf(comparator: MarkOf<"comparator"> | null, low: number, high: number) {
  const op = comparator?.op ?? "=";
  if (op === "=") return { min: low, max: high };
  const limits =
    op === ">="
      ? { min: low, max: highest }
      : op === ">"
        ? { min: high + 1, max: highest }
        : op === "<="
          ? { min: 0, max: high }
          : { min: 0, max: low - 1 };
  return limits.min <= limits.max ? limits : null;
}

/** Gives a diagnosis the grade that stands beside it; harm of a treatment as a whole is `joinToxicity`'s. */
export const joinGrades: Rule = (given, context) => {
  const marks = [...joinToxicity(given, context)];
  for (let at = 0; at < marks.length; at++) {
    const grade = gradeOf(marks[at]);
    if (grade === null) continue;
    const isBare = isMark(marks[at], "grade");
    const place = isBare
      ? (diagnosisFrom(marks, at, 1, context) ?? diagnosisFrom(marks, at, -1, context))
      : diagnosisFrom(marks, at, -1, context);
    const named = place === null ? undefined : marks[place];
    if (place === null || !isMark(named, "concept")) {
      // A grade alone in brackets belongs to what stands before them.
      const isAlone = marks.every((one, other) => other === at || isMark(one, "filler"));
      if (isBare && !isAlone) marks[at] = { start: grade.start, end: grade.end, type: "word" };
      continue;
    }
    const leaf = leafOf(named, grade, context);
    if (leaf === null) narrowDiagnosis(marks, place, context.text.slice(grade.start, grade.end));
    else marks[place] = leaf;
    marks[at] = { start: marks[at]!.start, end: marks[at]!.end, type: "filler" };
  }
  return marks;
};

/** A grade, alone or in brackets of its own. */
function gradeOf(mark: Mark | undefined): MarkOf<"grade"> | null {
  if (isMark(mark, "grade")) return mark;
  if (!isMark(mark, "group")) return null;
  const rest = mark.of.filter((one) => !isMark(one, "filler"));
  return rest.length === 1 && isMark(rest[0], "grade") ? rest[0] : null;
}

/** The diagnosis that a grade belongs to, unless it is what something is given for. */
function diagnosisFrom(marks: readonly Mark[], from: number, step: 1 | -1, context: RuleContext): number | null {
  const at = besideDiagnosis(marks, from, step, context, endsClause(marks, from));
  return at === null || isReason(marks, at) ? null : at;
}

function isReason(marks: readonly Mark[], from: number): boolean {
  let at = from - 1;
  while (isMark(marks[at], "filler") || isMark(marks[at], "qualifier") || isMark(marks[at], "grade")) at--;
  return isMark(marks[at], "purpose");
}

/** A grade by CTCAE, or the worse harm that an inclusion denies; null where the grade narrows the diagnosis. */
function leafOf(mark: MarkOf<"concept">, grade: MarkOf<"grade">, { folded, type }: RuleContext): Mark | null {
  const term = ctcaeNameOf(mark.ref.id);
  const { min, max } = grade;
  if (inherentGrades.some(([name, is]) => name.test(mark.ref.en ?? "") && min <= is && is <= max)) return mark;
  if (term !== undefined) {
    return { start: mark.start, end: mark.end, type: "leaf", tree: { kind: "ctcae", term, grade: { min, max } } };
  }
  if (min === 0 && max < highest && type === "inclusion") {
    // "Neuropathy of grade ≤ 1" asks that there be no worse one, not that there be one.
    const isHan = /\p{Script=Han}/u.test(folded.slice(mark.start, mark.end));
    const qualifiers = [...mark.qualifiers, isHan ? `≥${max + 1}级` : `grade ≥ ${max + 1}`];
    const worse: Tree = { kind: "condition", concepts: { of: [mark.ref] }, qualifiers };
    return { start: mark.start, end: mark.end, type: "leaf", tree: { kind: "not", of: worse } };
  }
  return null;
}
