import type { Range } from "../../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import type { Rule } from "../language.ts";
import { type Bound, isMark, type Mark, type MarkOf } from "../mark.ts";
import { all, any, not } from "../structure/tree-shapes.ts";
import { isDiagnosis } from "./beside-diagnosis.ts";
import { measureOf } from "./measures.ts";

const isClauseEnd = (mark: Mark, folded: string) =>
  isMark(mark, "punct") && (mark.is === ";" || mark.is === "." || (mark.is === "," && folded[mark.start] !== "、"));

/** A diagnosis and, with nothing but fillers between, a bound: "如有肝转移，≤5×ULN". Null where a measure has its own. */
function conditionalBound(marks: readonly Mark[], from: number, folded: string): number | null {
  let hasDiagnosis = false;
  for (let at = from; at < marks.length && at - from <= 10; at++) {
    const mark = marks[at]!;
    if (isDiagnosis(mark)) hasDiagnosis = true;
    else if (isMark(mark, "bound")) return hasDiagnosis && mark.bound.unit.of === "limit" ? at : null;
    else if (measureOf(mark) !== null || isMark(mark, "exception")) return null;
    else if (isClauseEnd(mark, folded) && !hasDiagnosis) return null;
  }
  return null;
}

/** "Unless Gilbert's syndrome, in which case ≤ 3 x ULN". */
const isRelief = (mark: Mark) => isMark(mark, "exception") && mark.sense !== "only-if";

/** The measures before the last bound, in a row: what a bound for other patients continues. */
function rowBefore(marks: readonly Mark[]): Mark[] {
  let at = marks.length - 1;
  while (at >= 0 && !isMark(marks[at], "bound")) at--;
  const row: Mark[] = [];
  for (at--; at >= 0; at--) {
    const mark = marks[at]!;
    if (measureOf(mark) !== null) row.unshift(mark);
    else if (isMark(mark, "bound") || isMark(mark, "leaf") || (isMark(mark, "punct") && mark.is === ";")) break;
    else if (isMark(mark, "punct") && mark.is === ",") {
      const isJoined = measureOf(marks[isMark(marks[at - 1], "group") ? at - 2 : at - 1]) !== null;
      if (!isJoined) break;
    } else if (
      !isMark(mark, "filler") &&
      !isMark(mark, "connector") &&
      !isMark(mark, "group") &&
      !isMark(mark, "punct")
    )
      break;
  }
  return row;
}

/** "ALT≤2.5×ULN，如有肝转移≤5×ULN": the second bound is of the first's measures, which are said again before it. */
export const repeatMeasures: Rule = (marks, { folded }) => repeatIn(impliedBounds(marks, null), folded, null);

/** "≤ 2.5 x ULN (5 x ULN with liver metastases)": a second number for some patients is compared like the first. */
function impliedBounds(marks: readonly Mark[], outer: Bound | null): Mark[] {
  let last = outer;
  let from = 0;
  return marks.map((mark, at): Mark => {
    if (isMark(mark, "group")) return { ...mark, of: impliedBounds(mark.of, last) };
    if (isMark(mark, "bound")) {
      last = mark.bound.unit.of === "limit" ? mark.bound : null;
      from = at;
    }
    if (isMark(mark, "punct") && mark.is === ";") last = null;
    if (!isMark(mark, "quantity") || mark.unit.of !== "limit" || last === null) return mark;
    const isOfSome = marks.slice(Math.max(from, at - longestAside), at + longestAside).some(isDiagnosis);
    const range = rangeLike(last.range, mark.value);
    return isOfSome && range !== null
      ? { start: mark.start, end: mark.end, type: "bound", bound: { range, unit: mark.unit } }
      : mark;
  });
}

const longestAside = 8;

const rangeLike = ({ min, max, minExclusive, maxExclusive }: Range, value: number): Range | null =>
  min !== undefined && max !== undefined
    ? null
    : max === undefined
      ? { min: value, ...(minExclusive === true ? { minExclusive } : {}) }
      : { max: value, ...(maxExclusive === true ? { maxExclusive } : {}) };

function repeatIn(marks: readonly Mark[], folded: string, outer: readonly Mark[] | null): Mark[] {
  const out: Mark[] = [];
  let until = -1;
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    if (isMark(mark, "group")) {
      out.push({ ...mark, of: repeatIn(mark.of, folded, rowBefore(out)) });
      continue;
    }
    const opens = at === 0 ? outer !== null : isClauseEnd(marks[at - 1]!, folded) || isRelief(marks[at - 1]!);
    if (opens && at > until) {
      const place = conditionalBound(marks, at, folded);
      const row = place === null ? [] : at === 0 ? outer! : rowBefore(out);
      if (place !== null && row.length > 0) {
        const start = marks[place]!.start;
        out.push(...marks.slice(at, place));
        for (const [index, measure] of row.entries()) {
          if (index > 0) out.push({ start, end: start, type: "connector", is: "and" });
          out.push({ ...measure, start, end: start });
        }
        until = place;
        at = place - 1;
        continue;
      }
    }
    out.push(mark);
  }
  return out;
}

type Threshold = Extract<Leaf, { kind: "measurement" | "score" }>;
const isThreshold = (tree: Tree): tree is Threshold => tree.kind === "measurement" || tree.kind === "score";
/** The thresholds of one mark: one bound may hold for a row of measures. */
function thresholdsOf(tree: Tree): Threshold[] | null {
  if (isThreshold(tree)) return [tree];
  return (tree.kind === "all" || tree.kind === "any") && tree.of.every(isThreshold) ? tree.of : null;
}
const itemOf = (leaf: Threshold) => (leaf.kind === "score" ? leaf.score : leaf.item.id);

/** "（SGOT）": the name said again. */
const isRepeat = (group: MarkOf<"group">): boolean =>
  group.of.every((one) => measureOf(one) !== null || isMark(one, "filler") || (isMark(one, "group") && isRepeat(one)));

type Run = { from: number; last: number; leaves: Threshold[]; isAny: boolean };
const joinRun = ({ isAny }: Run, of: readonly Tree[]): Tree => (isAny ? any(of) : all(of));

function runAt(marks: readonly Mark[], from: number): Run {
  const leaves: Threshold[] = [];
  let last = from;
  for (let at = from; at < marks.length; at++) {
    const mark = marks[at]!;
    const found = isMark(mark, "leaf") ? thresholdsOf(mark.tree) : null;
    if (found !== null) {
      leaves.push(...found);
      last = at;
    } else if (isMark(mark, "group") && leaves.length > 0 && isRepeat(mark)) continue;
    else if (!isMark(mark, "connector") && !isMark(mark, "filler") && !(isMark(mark, "punct") && mark.is === ","))
      break;
    else if (isMark(mark, "punct") && leaves.length > 0) {
      const next = marks.slice(at + 1).find((one) => !(isMark(one, "group") && isRepeat(one)));
      if (!isMark(next, "leaf")) break;
    }
  }
  const isAny = marks
    .slice(from, last + 1)
    .some(
      (mark) => (isMark(mark, "connector") && mark.is === "or") || (isMark(mark, "leaf") && mark.tree.kind === "any"),
    );
  return { from, last, leaves, isAny };
}

/** Thresholds that hold only for patients with a diagnosis become an alternative of the thresholds before them. */
export const joinConditionalThresholds: Rule = (marks) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    const isFirst = isMark(mark, "leaf") && thresholdsOf(mark.tree) !== null;
    const run = isFirst ? runAt(marks, at) : null;
    const second = run === null ? null : alternativeBehind(marks, run);
    if (run === null || second === null) {
      out.push(mark);
      continue;
    }
    const own = run.leaves.filter((leaf) => second.items.has(itemOf(leaf)));
    const others = run.leaves.filter((leaf) => !second.items.has(itemOf(leaf)));
    // "> 3 x ULN (> 5 x ULN with liver metastases)": a lower limit for all others must leave those patients out.
    const isFloor = own.every(({ range }) => range.max === undefined);
    const first = isFloor ? all([not(second.patients), joinRun(run, own)]) : joinRun(run, own);
    const tree = joinRun(run, [...others, any([first, second.tree])]);
    out.push({ start: mark.start, end: marks[second.last]!.end, type: "leaf", tree });
    at = second.last;
  }
  return out;
};

function alternativeBehind(marks: readonly Mark[], run: Run) {
  const isNamed = isLimitName(marks[run.last + 1]) ? 1 : 0;
  const next = marks[run.last + 1 + isNamed];
  if (isMark(next, "group")) {
    const inner = patientsAndThresholds(next.of, 0, run);
    return inner === null || inner.last < next.of.length - 1 ? null : { ...inner, last: run.last + 1 + isNamed };
  }
  const isParted = isMark(next, "punct") && (next.is === "," || next.is === ";" || next.is === ".");
  const isOr = isMark(next, "connector") && next.is === "or";
  if (!isParted && !isOr && !(next !== undefined && isRelief(next))) return null;
  return patientsAndThresholds(marks, run.last + 2 + isNamed, run);
}

/** "2.5 x upper limit of normal (ULN)" */
function isLimitName(mark: Mark | undefined): boolean {
  if (!isMark(mark, "group") || mark.of.length !== 1) return false;
  const [name] = mark.of;
  return isMark(name, "word") || isMark(name, "limit") || (isMark(name, "quantity") && name.unit.of === "limit");
}

/** "With liver metastases ≤ 5 x ULN" or "≤ 5 x ULN with liver metastases": thresholds of the same items for some patients. */
function patientsAndThresholds(marks: readonly Mark[], from: number, run: Run) {
  let at = skipWords(marks, from, from);
  const leading = runAt(marks, at);
  if (leading.leaves.length > 0) at = skipWords(marks, leading.last + 1, from);
  const patients: Tree[] = [];
  let end = at;
  for (let mark = marks[at]; isMark(mark, "leaf") && mark.tree.kind === "condition"; mark = marks[at]) {
    patients.push(mark.tree);
    end = at;
    at++;
    if (isMark(marks[at], "connector")) at++;
    at = skipWords(marks, at, from);
  }
  if (patients.length === 0) return null;
  const thresholds = leading.leaves.length > 0 ? leading : runAt(marks, at);
  if (thresholds.leaves.length === 0) return null;
  const known = new Set(run.leaves.map(itemOf));
  if (!thresholds.leaves.every((leaf) => known.has(itemOf(leaf)))) return null;
  let last = Math.max(thresholds.last, end);
  while (isMark(marks[last + 1], "filler") || isMark(marks[last + 1], "status")) last++;
  const whom = any(patients);
  const limits = joinRun(run, thresholds.leaves);
  return {
    tree: all(thresholds === leading ? [limits, whom] : [whom, limits]),
    patients: whom,
    items: new Set(thresholds.leaves.map(itemOf)),
    last,
  };
}

function skipWords(marks: readonly Mark[], at: number, from: number): number {
  let place = at;
  while (
    isMark(marks[place], "filler") ||
    isMark(marks[place], "example") ||
    isMark(marks[place], "status") ||
    isMark(marks[place], "qualifier") ||
    ((isMark(marks[place], "connector") || isMark(marks[place], "relation")) && place === from) ||
    isMark(marks[place], "ruling") ||
    (isMark(marks[place], "punct") && place > from)
  )
    place++;
  return place;
}
