import type { Tree } from "../../criteria/tree.schema.ts";
import { mergeRanges, rangeOf, sharedUnit } from "../grammar/bounds.ts";
import { measureLeaf } from "../grammar/measure-leaf.ts";
import { measureOf } from "../grammar/measures.ts";
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
  while (place - at <= longestReach && isInside(marks[place]))
    isMeasured = measureOf(marks[place++]) !== null || isMeasured;
  if (!isMeasured) return null;
  const between = marks.slice(at + 2, place);
  const behind = marks[place];
  const second = isMark(behind, "bound") ? behind.bound : null;
  const isOtherTime = second?.unit.of === "time" && first.unit.of === "time" && second.unit.unit !== first.unit.unit;
  const range = second === null || isOtherTime ? null : mergeRanges(first.range, second.range);
  const bound: Bound = range === null ? first : { range, unit: sharedUnit(second!.unit, first.unit) };
  const last = range === null ? place - 1 : place;
  const end = marks[last]!.end;
  return { marks: [...between, { start: quantity.start, end, type: "bound", bound }], last };
}

const isInside = (mark: Mark | undefined) =>
  measureOf(mark) !== null || isMark(mark, "filler") || isMark(mark, "group");

const agesByName = /^[月日周天]龄$/;
const yearsOfAge = /(?:周?岁|月龄|日龄|周龄|天龄)(?:及|或|和)?(?:以上|以下|之间)?(?:者|的)?$/;

/** "18～75周岁", "年满十八周岁", "6～36月龄": these units count nothing but age. */
export const nameAges: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    // "月龄6～12个月": the unit stands before the number as its name.
    if (isMark(mark, "time-unit") && agesByName.test(folded.slice(mark.start, mark.end))) {
      out.push({ start: mark.start, end: mark.end, type: "measure", measure: { of: "age" } });
      continue;
    }
    const isAge =
      isMark(mark, "bound") &&
      mark.bound.unit.of === "time" &&
      yearsOfAge.test(folded.slice(mark.start, mark.end)) &&
      !isMeasured(out);
    if (isAge) out.push({ start: mark.start, end: mark.start, type: "measure", measure: { of: "age" } });
    out.push(mark);
  }
  return out;
};

/** Whether a measure stands right before, with nothing but fillers between. */
function isMeasured(out: readonly Mark[]): boolean {
  let at = out.length - 1;
  while (isMark(out[at], "filler") || isMark(out[at], "group") || (isMark(out[at], "punct") && isColon(out[at]!))) at--;
  return isMark(out[at], "measure");
}
const isColon = (mark: Mark) => isMark(mark, "punct") && mark.is === ":";

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
    const isNamed = isMark(mark, "measure") && mark.measure.of === "other" && mark.measure.name === "blood-pressure";
    const found = isNamed ? pairAt(marks, at + 1) : isMark(mark, "bound") ? pairAt(marks, at) : null;
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

function pairAt(marks: readonly Mark[], from: number) {
  let place = from;
  while (place - from <= 2 && isMark(marks[place], "filler")) place++;
  const [first, stroke, second] = [marks[place], marks[place + 1], marks[place + 2]];
  if (!isMark(first, "bound") || !isMark(stroke, "punct") || stroke.is !== "/" || !isMark(second, "quantity"))
    return null;
  if (second.unit.of !== "ucum" || second.unit.ucum !== "mm[Hg]") return null;
  if (first.bound.range.min !== undefined && first.bound.range.max !== undefined) return null;
  return { first: first as MarkOf<"bound">, second: second as MarkOf<"quantity">, last: place + 2 };
}

const withValue = ({ range }: Bound, value: number) =>
  range.min === undefined ? { ...range, max: value } : { ...range, min: value };

/** "≥90g/L（或9g/dL）": the same limit in another unit says nothing more. */
export const dropOtherUnits: Rule = (marks) =>
  marks.filter((mark, at) => {
    const before = marks[at - 1];
    if (!isMark(mark, "group") || !isMark(before, "bound") || before.bound.unit.of !== "ucum") return true;
    const rest = mark.of.filter((one) => !isMark(one, "filler") && !isMark(one, "connector"));
    const [only] = rest;
    const isQuantity = isMark(only, "quantity") && only.unit.of === "ucum" && only.unit.ucum !== before.bound.unit.ucum;
    return !(rest.length === 1 && isQuantity);
  });

const shareOfPredicted: Record<string, { id: string; en: string; zh: string }> = {
  "LAB:fev1": { id: "LAB:fev1-percent", en: "FEV1, percent of predicted", zh: "FEV1占预计值百分比" },
  "LAB:fvc": { id: "LAB:fvc-percent", en: "FVC, percent of predicted", zh: "FVC占预计值百分比" },
};
type Measurement = Extract<Tree, { kind: "measurement" }>;
const valueLeaf = (mark: Mark | undefined): Measurement | null =>
  isMark(mark, "leaf") && mark.tree.kind === "measurement" && mark.tree.expression.type === "value" ? mark.tree : null;

/** "血钠＜130或＞150mmol/L": a unit said once holds for both. A volume of breath in percent is one of the predicted. */
export const settleUnits: Rule = (marks) =>
  marks.map((mark, at): Mark => {
    const own = valueLeaf(mark);
    if (!isMark(mark, "leaf") || own === null) return mark;
    const predicted = own.unit === "%" ? shareOfPredicted[own.item.id] : undefined;
    if (predicted !== undefined) return { ...mark, tree: { ...own, item: predicted } };
    if (own.unit !== null) return mark;
    const next = marks
      .slice(at + 1, at + 4)
      .map(valueLeaf)
      .find((one) => one !== null);
    const isShared = next != null && next.item.id === own.item.id && next.unit !== null;
    return isShared ? { ...mark, tree: { ...own, unit: next.unit } } : mark;
  });
