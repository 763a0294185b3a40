import type { Tree } from "../../criteria/tree.schema.ts";
import type { Rule } from "../language.ts";
import { isMark, type Mark, type Operator } from "../mark.ts";
import { rangeOf } from "./bounds.ts";

const systolic = { id: "LAB:systolic-pressure", en: "Systolic blood pressure", zh: "收缩压" };
const diastolic = { id: "LAB:diastolic-pressure", en: "Diastolic blood pressure", zh: "舒张压" };
const longestReach = 6;

/** "Blood pressure > 140/90 mmHg": above means either above, below means both below. Runs before numbers are joined. */
export const joinPressures: Rule = (marks) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    const isNamed = isMark(mark, "measure") && mark.measure.of === "blood-pressure";
    const found = isNamed ? pressureAt(marks, at) : isMark(mark, "comparator") ? bareAt(marks, at) : null;
    if (found === null) {
      out.push(mark);
      continue;
    }
    out.push({ start: mark.start, end: marks[found.last]!.end, type: "leaf", tree: found.tree });
    at = found.last;
  }
  return out;
};

function pressureAt(marks: readonly Mark[], at: number): { tree: Tree; last: number } | null {
  for (let place = at + 1; place < marks.length && place - at <= longestReach; place++) {
    const [high, stroke, low] = [marks[place], marks[place + 1], marks[place + 2]];
    if (isMark(high, "number") && isMark(stroke, "punct") && stroke.is === "/" && isMark(low, "number")) {
      const comparator = marks.slice(at + 1, place).find((mark) => isMark(mark, "comparator"));
      const behind = marks
        .slice(place + 3, place + 5)
        .find((mark) => isMark(mark, "comparator") && mark.place === "after");
      const said = comparator ?? behind;
      if (!isMark(said, "comparator")) return null;
      const isUnit = isMark(marks[place + 3], "unit");
      const last = said === behind ? marks.indexOf(behind, place) : isUnit ? place + 3 : place + 2;
      return { tree: treeOf(said.op, high.value, low.value), last };
    }
    if (isMark(high, "punct") && high.is !== "(" && high.is !== ":") return null;
  }
  return null;
}

/** "(> 150/95)": two numbers that no other measurement gives so. */
function bareAt(marks: readonly Mark[], at: number): { tree: Tree; last: number } | null {
  const [high, , low] = marks.slice(at + 1, at + 4);
  const arePressures =
    isMark(high, "number") && isMark(low, "number") && high.value > low.value && high.value >= 80 && high.value <= 260;
  const before = marks[at - 1];
  const isAlone = before === undefined || isMark(before, "punct") || isMark(before, "connector");
  return isAlone && arePressures && low.value >= 40 && low.value <= 160 ? pressureAt(marks, at - 1) : null;
}

function treeOf(op: Operator, high: number, low: number): Tree {
  const of: Tree[] = [
    { kind: "measurement", item: systolic, expression: { type: "value" }, range: rangeOf(op, high), unit: "mm[Hg]" },
    { kind: "measurement", item: diastolic, expression: { type: "value" }, range: rangeOf(op, low), unit: "mm[Hg]" },
  ];
  return { kind: op.startsWith(">") ? "any" : "all", of };
}
