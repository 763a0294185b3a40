import type { Tree } from "../../criteria/tree.schema.ts";
import { mergeRanges, rangeOf, sharedUnit } from "../grammar/bounds.ts";
import { measureOf } from "../grammar/measures.ts";
import { measureLeaf } from "../grammar/measure-leaf.ts";
import type { Rule } from "../language.ts";
import { type Bound, isMark, type Mark, type MarkOf, type Operator } from "../mark.ts";
import { all, any } from "../structure/tree-shapes.ts";

const mirrored: Record<Operator, Operator> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=" };
const longestReach = 6;

/** "18周岁≤年龄≤75周岁", "2×ULN≤ALT<10×ULN", "0.5<X": a number before the comparator bounds what stands behind it. */
export const readBoundsBefore: Rule = (marks) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const found = boundBefore(marks, at);
    if (found === null) {
      out.push(marks[at]!);
      continue;
    }
    out.push(...found.marks);
    at = found.last;
  }
  return out;
};

function boundBefore(marks: readonly Mark[], at: number): { marks: Mark[]; last: number } | null {
  const [quantity, comparator] = [marks[at], marks[at + 1]];
  if (!isMark(quantity, "quantity") || !isMark(comparator, "comparator") || comparator.place !== "before") return null;
  const first: Bound = { range: rangeOf(mirrored[comparator.op], quantity.value), unit: quantity.unit };
  let place = at + 2;
  let isMeasured = false;
  while (place - at <= longestReach && isInside(marks[place])) isMeasured = measureOf(marks[place++]) !== null || isMeasured;
  if (!isMeasured) return null;
  const between = marks.slice(at + 2, place);
  const behind = marks[place];
  const second = isMark(behind, "bound") ? behind.bound : null;
  const range = second === null ? null : mergeRanges(first.range, second.range);
  const bound: Bound = range === null ? first : { range, unit: sharedUnit(second!.unit, first.unit) };
  const last = range === null ? place - 1 : place;
  const end = marks[last]!.end;
  return { marks: [...between, { start: quantity.start, end, type: "bound", bound }], last };
}

const isInside = (mark: Mark | undefined) => measureOf(mark) !== null || isMark(mark, "filler") || isMark(mark, "group");

const yearsOfAge = /(?:周?岁|月龄|日龄|周龄|天龄)(?:及|或|和)?(?:以上|以下|之间)?(?:者|的)?$/;

/** "18～75周岁", "年满十八周岁", "6～36月龄": these units count nothing but age. */
export const nameAges: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    const isAge =
      isMark(mark, "bound") &&
      mark.bound.unit.of === "time" &&
      yearsOfAge.test(folded.slice(mark.start, mark.end)) &&
      !out.slice(-longestReach).some((one) => isMark(one, "measure") && one.measure.of === "age");
    if (isAge) out.push({ start: mark.start, end: mark.start, type: "measure", measure: { of: "age" } });
    out.push(mark);
  }
  return out;
};

const pressure = (id: string, en: string, zh: string) => ({
  of: "lab" as const,
  item: { id: `LAB:${id}-pressure`, en: `${en} blood pressure`, zh },
});
const systolic = pressure("systolic", "Systolic", "收缩压");
const diastolic = pressure("diastolic", "Diastolic", "舒张压");

/** "血压≥140/90 mmHg": two numbers; a high limit is passed by either, a low one must be kept by both. */
export const readPressurePairs: Rule = (marks, { type }) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    const found = isMark(mark, "measure") && mark.measure.of === "other" ? pairBehind(marks, at) : null;
    if (found === null) {
      out.push(mark);
      continue;
    }
    const { bound } = found.first;
    const leaves = [
      measureLeaf(systolic, { ...bound, unit: found.second.unit }),
      measureLeaf(diastolic, { range: withValue(bound, found.second.value), unit: found.second.unit }),
    ].filter((leaf) => leaf !== null);
    const isEither = bound.range.min !== undefined || (type === "exclusion" && bound.range.maxExclusive === true);
    const tree: Tree = isEither ? any(leaves) : all(leaves);
    out.push({ start: mark.start, end: found.second.end, type: "leaf", tree });
    at = found.last;
  }
  return out;
};

function pairBehind(marks: readonly Mark[], at: number) {
  let place = at + 1;
  while (place - at <= 3 && isMark(marks[place], "filler")) place++;
  const [first, stroke, second] = [marks[place], marks[place + 1], marks[place + 2]];
  if (!isMark(first, "bound") || !isMark(stroke, "punct") || stroke.is !== "/" || !isMark(second, "quantity")) return null;
  if (first.bound.range.min !== undefined && first.bound.range.max !== undefined) return null;
  return { first: first as MarkOf<"bound">, second: second as MarkOf<"quantity">, last: place + 2 };
}

const withValue = ({ range }: Bound, value: number) =>
  range.min === undefined ? { ...range, max: value } : { ...range, min: value };
