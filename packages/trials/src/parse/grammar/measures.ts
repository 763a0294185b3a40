import type { Tree } from "../../criteria/tree.schema.ts";
import type { Rule } from "../language.ts";
import { type Bound, isMark, type Mark, type MarkOf, type Measure } from "../mark.ts";
import { all, any } from "../structure/tree-shapes.ts";
import { measureLeaf } from "./measure-leaf.ts";

/** Words and marks that may stand between a measure and its bound. */
const longestReach = 14;
const mostWords = 5;

type Target = { measure: Measure; at: number };

/** A mark that names something measurable. */
export function measureOf(mark: Mark | undefined): Measure | null {
  if (isMark(mark, "measure")) return mark.measure;
  if (isMark(mark, "concept") && mark.lab !== undefined) return { of: "lab", item: mark.lab };
  return null;
}

/**
 * Gives every bound the measure it stands behind (or before: "≥ 18 years of age"), and makes leaves of both. Measures in
 * a row share the bound that follows them ("AST and ALT ≤ 2.5 x ULN"); a bound without a measure of its own continues the
 * last one ("and ≤ 5 x ULN in ...").
 */
export const joinMeasures: Rule = (marks, context) => {
  const out = openGroups(dropRepeats(marks)).map(
    (mark): Mark => (isMark(mark, "group") ? { ...mark, of: joinMeasures(mark.of, context) } : mark),
  );
  /** The measures of the last bound: what a bound without a measure of its own continues. */
  let last: readonly Measure[] = [];
  let lastEnd = -1;
  const used = new Set<number>();
  for (let at = 0; at < out.length; at++) {
    const mark = out[at]!;
    if (isMark(mark, "group") && last.length > 0 && at - lastEnd <= 3)
      out[at] = { ...mark, of: continued(mark.of, last) };
    if (!isMark(mark, "bound")) continue;
    const targets = targetsBefore(out, at, used);
    const found = targets.length > 0 ? targets : targetAfter(out, at);
    if (found.length > 0) {
      applyBound(out, found, at, mark.bound, used);
      useAgeBehind(out, found, at, used, context.folded);
      last = found.map(({ measure }) => measure);
      lastEnd = at;
      continue;
    }
    const age = bareAge(out, at, mark.bound);
    const bare = age !== null ? [age] : isContinuing(out, lastEnd, at) ? last : [];
    const tree = rowLeaf(bare, mark.bound);
    if (tree !== null) {
      out[at] = { start: mark.start, end: mark.end, type: "leaf", tree };
      last = bare;
      lastEnd = at;
    }
  }
  return out.filter((_, at) => !used.has(at)).map((mark, _, kept) => (isSaidAgain(mark, kept) ? asFiller(mark) : mark));
};

const asFiller = ({ start, end }: Mark): Mark => ({ start, end, type: "filler" });

/** "Performance status must be ECOG 0-1", "by the Cockcroft-Gault equation": the score that a leaf already has. */
const isSaidAgain = (mark: Mark, all: readonly Mark[]): boolean =>
  isMark(mark, "measure") &&
  mark.measure.of === "score" &&
  all.some((one) => isMark(one, "leaf") && one.tree.kind === "score" && one.tree.score === scoreOf(mark.measure));
const scoreOf = (measure: Measure) => (measure.of === "score" ? measure.score : null);

/** "AST/SGOT", "aspartate aminotransferase (AST)/serum glutamic oxaloacetic transaminase": one measure said twice. */
function dropRepeats(marks: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    out.push(marks[at]!);
    const measure = measureOf(marks[at]);
    if (measure === null) continue;
    let next = at + 1;
    if (isNames(marks[next], measure)) {
      at = next;
      next++;
    }
    while (isMark(marks[next], "group") && next - at < 3) next++;
    const stroke = marks[next];
    const again = measureOf(marks[next + 1]);
    if (isMark(stroke, "punct") && stroke.is === "/" && again !== null && isSame(measure, again)) at = next + 1;
  }
  return out;
}

/** "Aspartate aminotransferase (AST or SGOT)": other names of what stands before. */
const isNames = (mark: Mark | undefined, measure: Measure): boolean =>
  isMark(mark, "group") &&
  mark.of.some((one) => isMark(one, "connector")) &&
  mark.of.every((one) => {
    const named = measureOf(one);
    return named === null ? isMark(one, "connector") || isMark(one, "punct") : isSame(named, measure);
  });

/** "Age [≥ 18]", "Hb (≥ 10 g/dL)": a bound in brackets right behind what it bounds. */
function openGroups(marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark, at): Mark[] => {
    const isOpened = isMark(mark, "group") && isMark(mark.of[0], "bound") && measureOf(marks[at - 1]) !== null;
    return isOpened && !isMark(marks[at + 1], "bound") ? mark.of : [mark];
  });
}

const oldest = 120;

/** "18 or older", and "men and women, 18 to 65 years", are ages though nothing says so. */
function bareAge(marks: readonly Mark[], at: number, { range, unit, implies }: Bound): Measure | null {
  const isAge: Measure = { of: "age" };
  if (implies === "age") return isAge;
  if (unit.of !== "time" || unit.unit !== "year" || Math.max(range.min ?? 0, range.max ?? 0) > oldest) return null;
  const before = marks.slice(0, at);
  const isAlone = before.every(
    (mark) => isMark(mark, "filler") || isMark(mark, "sex") || isMark(mark, "connector") || isMark(mark, "punct"),
  );
  const isWhole = range.min !== undefined && range.max !== undefined;
  // "PSA ≥ 10 ng/mL in males who are 50 years and over"
  if (
    isMark(
      before.findLast((mark) => !isMark(mark, "filler")),
      "sex",
    )
  )
    return isAge;
  return isAlone && (before.some((mark) => isMark(mark, "sex")) || isWhole || marks.length === at + 1) ? isAge : null;
}

function isContinuing(marks: readonly Mark[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const mark = marks[at]!;
    // "> 250 IU/L in males and > 200 IU/L in females"
    const isIn = isMark(mark, "relation") && mark.is === "within" && isMark(marks[at + 1], "sex");
    const isLink =
      isIn || isMark(mark, "connector") || isMark(mark, "filler") || isMark(mark, "sex") || isMark(mark, "punct");
    if (!isLink && !isMark(mark, "group")) return false;
  }
  return to - from <= longestReach;
}

/** One bound of every measure of a row; null where they do not go together. */
function rowLeaf(row: readonly Measure[], bound: Bound): Tree | null {
  const leaves = row.map((measure) => measureLeaf(measure, bound)).filter((leaf) => leaf !== null);
  return leaves.length === 0 || leaves.length < row.length ? null : all(leaves);
}

/** "Age 4-11 years old": the unit of an age, said behind its number as a name. */
function useAgeBehind(out: Mark[], found: readonly Target[], at: number, used: Set<number>, folded: string): void {
  const behind = out[at + 1];
  if (!found.every(({ measure }) => measure.of === "age") || !isMark(behind, "measure")) return;
  if (/^(?:y|month|week|day)/.test(folded.slice(behind.start, behind.end)) && behind.measure.of === "age")
    used.add(at + 1);
}

/** A group behind a leaf whose bounds have no measure of their own: "(≤ 5 x ULN with liver metastases)". */
function continued(marks: readonly Mark[], row: readonly Measure[]): Mark[] {
  return marks.map((mark): Mark => {
    if (!isMark(mark, "bound")) return mark;
    const tree = rowLeaf(row, mark.bound);
    return tree === null ? mark : { start: mark.start, end: mark.end, type: "leaf", tree };
  });
}

function targetsBefore(marks: readonly Mark[], at: number, used: ReadonlySet<number>): Target[] {
  let words = 0;
  for (let place = at - 1; place >= 0 && at - place <= longestReach; place--) {
    const mark = marks[place]!;
    if (used.has(place)) continue;
    const measure = measureOf(mark);
    if (measure !== null) return rowEndingAt(marks, place, measure, used);
    if (
      isMark(mark, "bound") ||
      isMark(mark, "leaf") ||
      isMark(mark, "exception") ||
      isMark(mark, "negation") ||
      isMark(mark, "difference")
    )
      return [];
    if (isMark(mark, "punct") && (mark.is === ";" || mark.is === ".")) return [];
    if (isMark(mark, "connector") && at - place > 1) return [];
    if (isMark(mark, "word") || isMark(mark, "concept")) words++;
    if (words > mostWords) return [];
  }
  return [];
}

/** The measures that end at `place` and are joined by commas, "and", "or" or a stroke. */
function rowEndingAt(marks: readonly Mark[], place: number, measure: Measure, used: ReadonlySet<number>): Target[] {
  const row: Target[] = [{ measure, at: place }];
  let at = place - 1;
  while (at >= 0) {
    let gap = at;
    let isJoined = false;
    while (gap >= 0 && place - gap < 8) {
      const mark = marks[gap]!;
      if (used.has(gap)) break;
      const isJoin = isMark(mark, "connector") || (isMark(mark, "punct") && (mark.is === "," || mark.is === "/"));
      if (isJoin) isJoined = true;
      else if (!isMark(mark, "filler") && !isMark(mark, "group")) break;
      gap--;
    }
    const before = measureOf(marks[gap]);
    if (before === null || used.has(gap)) break;
    // An abbreviation behind the full name says the same again.
    if (!isJoined && !isSame(before, row[0]!.measure)) break;
    if (isSame(before, row[0]!.measure) && !isJoined) row[0] = { measure: before, at: gap };
    else row.unshift({ measure: before, at: gap });
    place = gap;
    at = gap - 1;
  }
  return row;
}

const isSame = (a: Measure, b: Measure) => JSON.stringify(a) === JSON.stringify(b);

function targetAfter(marks: readonly Mark[], at: number): Target[] {
  for (let place = at + 1; place < marks.length && place - at <= 4; place++) {
    const measure = measureOf(marks[place]);
    if (measure !== null) {
      // "< 10 g/dL, platelets ..." belongs to what stood before.
      const next = marks.slice(place + 1, place + 4).some((mark) => isMark(mark, "bound"));
      return next && measure.of !== "age" ? [] : [{ measure, at: place }];
    }
    if (!isMark(marks[place], "filler")) return [];
  }
  return [];
}

/** Puts leaves in the place of measures; what stood between the last of them and the bound stays. */
function applyBound(out: Mark[], targets: readonly Target[], at: number, bound: Bound, used: Set<number>): void {
  const leaves = targets.map(({ measure }) => measureLeaf(measure, bound));
  if (leaves.some((tree) => tree === null)) return;
  if (areAlternatives(out, targets, used)) {
    const first = targets[0]!.at;
    const span = { start: Math.min(out[first]!.start, out[at]!.start), end: Math.max(out[at]!.end, out[first]!.end) };
    keepBetween(out, targets[targets.length - 1]!.at, at, used);
    for (let place = first; place < at; place++) if (!isMark(out[place], "word")) used.add(place);
    out[at] = { ...span, type: "leaf", tree: any(leaves as Tree[]) };
    return;
  }
  const boundMark = out[at]!;
  for (const [index, target] of targets.entries()) {
    const mark = out[target.at]!;
    const isLast = index === targets.length - 1;
    const [start, end] = isLast
      ? [Math.min(mark.start, boundMark.start), Math.max(mark.end, boundMark.end)]
      : [mark.start, mark.end];
    const leaf: MarkOf<"leaf"> = { start, end, type: "leaf", tree: leaves[index] as Tree };
    if (isLast) {
      keepBetween(out, target.at, at, used);
      used.add(target.at);
      out[at] = leaf;
    } else out[target.at] = leaf;
  }
}

/** "ALT and/or AST ≤ 2.5 x ULN" in a list: alternatives of one bound are one member of it. */
function areAlternatives(out: readonly Mark[], targets: readonly Target[], used: ReadonlySet<number>): boolean {
  const [first, last] = [targets[0]!.at, targets[targets.length - 1]!.at];
  const between = out.slice(first + 1, last).filter((_, place) => !used.has(first + 1 + place));
  const joints = between.filter((mark) => isMark(mark, "connector"));
  const isWhole = between.every((mark) => !isMark(mark, "group") || isRepeat(mark, undefined));
  return (
    first < last &&
    joints.length > 0 &&
    isWhole &&
    joints.every((mark) => isMark(mark, "connector") && mark.is === "or")
  );
}

/** Between a measure and its bound, words that only introduce the bound are spent. */
function keepBetween(out: Mark[], a: number, b: number, used: Set<number>): void {
  for (let place = Math.min(a, b) + 1; place < Math.max(a, b); place++) {
    if (isMark(out[place], "filler") || isMark(out[place], "punct") || isMark(out[place], "connector")) used.add(place);
    if (isMark(out[place], "measure") || isRepeat(out[place], out[a])) used.add(place);
  }
}
const isRepeat = (mark: Mark | undefined, measure: Mark | undefined) => {
  if (isMark(mark, "group"))
    return mark.of.every((one) => measureOf(one) !== null || isMark(one, "filler") || isMark(one, "unit"));
  return measureOf(mark) !== null && measureOf(measure) !== null;
};
