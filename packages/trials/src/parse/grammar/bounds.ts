import type { Range } from "../../criteria/ranges.schema.ts";
import type { Rule } from "../language.ts";
import { type Bound, isMark, type Mark, type MarkOf, type Operator, type UnitOfNumber } from "../mark.ts";

/** The range that a comparator and a value give. */
export function rangeOf(op: Operator, value: number): Range {
  if (op === ">") return { min: value, minExclusive: true };
  if (op === ">=") return { min: value };
  if (op === "<") return { max: value, maxExclusive: true };
  if (op === "<=") return { max: value };
  return { min: value, max: value };
}

/** Unit of two ends of a range: the one that is written, where one is bare. */
export const sharedUnit = (a: UnitOfNumber, b: UnitOfNumber): UnitOfNumber => (a.of === "none" ? b : a);
const areAlike = (a: UnitOfNumber, b: UnitOfNumber) => a.of === "none" || b.of === "none" || a.of === b.of;

const isJoint = (mark: Mark | undefined): boolean =>
  isMark(mark, "range") ||
  isMark(mark, "connector") ||
  isMark(mark, "filler") ||
  (isMark(mark, "punct") && mark.is === ",");

const boundOf = ({ op, implies }: MarkOf<"comparator">, { value, unit }: MarkOf<"quantity">): Bound => ({
  range: rangeOf(op, value),
  unit,
  ...(implies === undefined ? {} : { implies }),
});

type Found = { bound: Bound; last: number };

/** Joins comparators and quantities: "≥ 18", "18 to 65", "between 7 and 10 %", "> 1 but < 5", "18 or older". */
export const joinBounds: Rule = (marks) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const found = boundAt(marks, at);
    if (found === null) {
      out.push(marks[at]!);
      continue;
    }
    out.push({ start: marks[at]!.start, end: marks[found.last]!.end, type: "bound", bound: found.bound });
    at = found.last;
  }
  return out;
};

/** "< 3.5 or > 5.1 mEq/L": the unit behind the second number is the first's too. */
export const shareUnits: Rule = (given) => {
  const marks = [...given];
  for (let at = marks.length - 1; at > 0; at--) {
    const mark = marks[at]!;
    if (!isMark(mark, "bound") || mark.bound.unit.of === "none") continue;
    let before = at - 1;
    while (at - before < 4 && isJoint(marks[before])) before--;
    const first = marks[before];
    if (!isMark(first, "bound") || first.bound.unit.of !== "none") continue;
    marks[before] = { ...first, bound: { ...first.bound, unit: mark.bound.unit } };
  }
  return marks;
};

function boundAt(marks: readonly Mark[], at: number): Found | null {
  const mark = marks[at]!;
  if (isMark(mark, "comparator") && mark.place === "before") return comparedAt(marks, at, mark);
  if (isMark(mark, "range") && mark.role === "between") return betweenAt(marks, at);
  if (isMark(mark, "quantity")) return quantityAt(marks, at, mark);
  return null;
}

const skipFillers = (marks: readonly Mark[], at: number, most = 2): number => {
  let place = at;
  while (place - at < most && isMark(marks[place], "filler")) place++;
  return place;
};

function comparedAt(marks: readonly Mark[], at: number, mark: MarkOf<"comparator">): Found | null {
  const place = skipFillers(marks, at + 1);
  const quantity = marks[place];
  if (!isMark(quantity, "quantity")) return null;
  const first = boundOf(mark, quantity);
  return withSecond(marks, first, place) ?? { bound: first, last: place };
}

/** A second comparator that closes the first's open side: "> 1 and < 5", "≥ 18 to ≤ 65 years", "≥ 18 to 65". */
function withSecond(marks: readonly Mark[], first: Bound, last: number): Found | null {
  let place = last + 1;
  while (place - last <= 2 && isJoint(marks[place])) place++;
  const joints = marks.slice(last + 1, place);
  if (joints.length === 0 || joints.some((one) => isMark(one, "connector") && one.is === "or")) return null;
  const comparator = marks[place];
  const isRange = joints.some((one) => isMark(one, "range"));
  const at = isMark(comparator, "comparator") && comparator.place === "before" ? skipFillers(marks, place + 1) : place;
  const quantity = marks[at];
  if (!isMark(quantity, "quantity") || !areAlike(first.unit, quantity.unit)) return null;
  const op: Operator | null = isMark(comparator, "comparator") ? comparator.op : isRange ? "<=" : null;
  if (op === null) return null;
  const range = mergeRanges(first.range, rangeOf(op, quantity.value));
  if (range === null) return null;
  return { bound: { range, unit: sharedUnit(first.unit, quantity.unit) }, last: at };
}

/** Both ends in one range; null where both bound the same side or nothing lies between. */
export function mergeRanges(a: Range, b: Range): Range | null {
  const isLow = (range: Range) => range.min !== undefined && range.max === undefined;
  const isHigh = (range: Range) => range.max !== undefined && range.min === undefined;
  const merged = isLow(a) && isHigh(b) ? { ...a, ...b } : isHigh(a) && isLow(b) ? { ...b, ...a } : null;
  return merged === null || merged.min! > merged.max! ? null : merged;
}

function betweenAt(marks: readonly Mark[], at: number): Found | null {
  const first = marks[skipFillers(marks, at + 1)];
  if (!isMark(first, "quantity")) return null;
  let place = marks.indexOf(first, at) + 1;
  if (!isJoint(marks[place])) return null;
  while (isJoint(marks[place]) && place - at < 7) place++;
  const second = marks[place];
  if (!isMark(second, "quantity") || second.value < first.value) return null;
  return endRange(place, first, second);
}

function endRange(last: number, first: MarkOf<"quantity">, second: MarkOf<"quantity">): Found {
  const bound: Bound = { range: { min: first.value, max: second.value }, unit: sharedUnit(second.unit, first.unit) };
  return { bound, last };
}

/** "18 to 65", "18-65", "18 years or older". A quantity alone is no bound. */
function quantityAt(marks: readonly Mark[], at: number, first: MarkOf<"quantity">): Found | null {
  const joint = marks[at + 1];
  const isDash = isMark(joint, "range") && joint.role === "to";
  const second = marks[skipFillers(marks, at + 2)];
  if (isDash && isMark(second, "quantity") && second.value >= first.value && areAlike(first.unit, second.unit)) {
    return endRange(marks.indexOf(second, at), first, second);
  }
  if (isDash && isMark(second, "comparator") && second.place === "before" && second.op.startsWith("<")) {
    const top = marks[marks.indexOf(second, at) + 1];
    const low: Bound = { range: { min: first.value }, unit: first.unit };
    const range =
      isMark(top, "quantity") && areAlike(first.unit, top.unit)
        ? mergeRanges(low.range, rangeOf(second.op, top.value))
        : null;
    if (range !== null && isMark(top, "quantity")) {
      return { bound: { range, unit: sharedUnit(top.unit, first.unit) }, last: marks.indexOf(top, at) };
    }
  }
  let place = skipFillers(marks, at + 1);
  const isAge = isMark(marks[place], "measure") && (marks[place] as MarkOf<"measure">).measure.of === "age";
  if (isAge) place = skipFillers(marks, place + 1);
  if (isMark(marks[place], "punct") && (marks[place] as MarkOf<"punct">).is === ",") place++;
  const behind = marks[place];
  if (isMark(behind, "comparator") && behind.place === "after") {
    const bound = boundOf(behind, first);
    return { bound: isAge ? { ...bound, implies: "age" } : bound, last: place };
  }
  return null;
}
