import type { Range } from "../../criteria/ranges.schema.ts";
import type { Rule } from "../language.ts";
import { type Bound, isMark, type Mark, type Operator } from "../mark.ts";
import { mergeRanges, rangeOf, sharedUnit } from "./bounds.ts";
import { measureOf } from "./measures.ts";

const turned: Record<Operator, Operator> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=" };
const longestName = 4;

/** "25 ≤ BMI < 45" and "25 ≤ BMI": a number and a comparator before what is measured. The first number joins the second's bound. */
export const joinSandwiches: Rule = (marks) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const quantity = marks[at]!;
    const comparator = marks[at + 1];
    const isOpen = isMark(quantity, "quantity") && isMark(comparator, "comparator") && comparator.place === "before";
    const measureAt = isOpen ? nextMeasure(marks, at + 2) : -1;
    if (!isOpen || measureAt < 0) {
      out.push(quantity);
      continue;
    }
    const low: Bound = { range: rangeOf(turned[comparator.op], quantity.value), unit: quantity.unit };
    const boundAt = nextBound(marks, measureAt + 1);
    const bound = marks[boundAt];
    const range: Range | null = isMark(bound, "bound") ? mergeRanges(low.range, bound.bound.range) : null;
    out.push(...marks.slice(at + 2, boundAt < 0 ? measureAt + 1 : boundAt));
    if (isMark(bound, "bound") && range !== null) {
      out.push({ ...bound, bound: { range, unit: sharedUnit(bound.bound.unit, low.unit) } });
      at = boundAt;
    } else {
      out.push({ start: quantity.start, end: comparator.end, type: "bound", bound: low });
      at = boundAt < 0 ? measureAt : boundAt - 1;
    }
  }
  return out;
};

function nextMeasure(marks: readonly Mark[], from: number): number {
  for (let at = from; at < from + longestName && at < marks.length; at++) {
    if (measureOf(marks[at]) !== null) return at;
    if (!isMark(marks[at], "filler")) return -1;
  }
  return -1;
}

function nextBound(marks: readonly Mark[], from: number): number {
  for (let at = from; at < from + longestName && at < marks.length; at++) {
    if (isMark(marks[at], "bound")) return at;
    if (!isMark(marks[at], "filler") && !isMark(marks[at], "group") && !isMark(marks[at], "unit")) return -1;
  }
  return -1;
}
