import type { ConceptRef, Range } from "../../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import type { Rule, RuleContext } from "../language.ts";
import { type Bound, isMark, type Mark, type MarkOf } from "../mark.ts";
import { any } from "../structure/tree-shapes.ts";
import { measureOf } from "./measures.ts";

type Direction = MarkOf<"difference">["is"];

/** Marks that name, difference and bound may lie apart. */
const longestReach = 5;
/** Items given in percent, whose change in percent may be one of points or of the value itself. */
const percentItems = new Set(["LAB:lvef", "LAB:spo2", "LAB:hba1c", "LAB:fev1-percent", "LAB:fvc-percent"]);
const bodyWeight: ConceptRef = { id: "LAB:body-weight", en: "Body weight", zh: "体重" };
/** Names that are a change of body weight. */
const changesOfWeight: Record<string, Direction> = {
  "HP:0001824": "down",
  "HP:0004325": "down",
  "HP:0004324": "up",
  "MESH:D015430": "up",
};
/** Words for a result out of its limits that, before a number, say how far it moved. */
const movements: readonly (readonly [RegExp, Direction])[] = [
  [/^(?:升高|上升|增高|增加)$/, "up"],
  [/^(?:下降|降低|减少)$/, "down"],
];

/**
 * "Increase in creatinine ≥ 0.3 mg/dL within 48 hours", "近6个月体重下降超过10%": a bound on the difference of two results.
 * The first of them must have its place in time, so without a window nothing is read.
 */
export const joinChanges: Rule = (marks, context) => {
  const out = [...marks];
  for (let at = 0; at < out.length; at++) {
    const found = movementAt(out, at, context);
    if (found === null) continue;
    const { item, direction, from, to, bound } = found;
    if (bound === null) continue;
    const tree = hasWindow(out, at) ? changeOf(item, direction, bound.bound) : null;
    const span = { start: out[from]!.start, end: out[to]!.end };
    out.splice(from, to + 1 - from, tree === null ? { ...span, type: "word" } : { ...span, type: "leaf", tree });
    at = from;
  }
  return out.map(
    (mark): Mark => (isMark(mark, "difference") ? { start: mark.start, end: mark.end, type: "word" } : mark),
  );
};

type Found = { item: ConceptRef; direction: Direction; from: number; to: number; bound: MarkOf<"bound"> | null };

function movementAt(marks: readonly Mark[], at: number, context: RuleContext): Found | null {
  const mark = marks[at]!;
  const weight = isMark(mark, "concept") ? changesOfWeight[mark.ref.id] : undefined;
  if (weight !== undefined) return hasWindow(marks, at) ? withBound(marks, bodyWeight, weight, at, at) : null;
  const direction = directionOf(mark, context.folded);
  if (direction === null) return null;
  const behind = itemFrom(marks, at, 1);
  const place = behind ?? itemFrom(marks, at, -1);
  const measure = place === null ? null : measureOf(marks[place]);
  if (place === null || measure?.of !== "lab" || measure.fasting !== undefined) return null;
  return withBound(marks, measure.item, direction, Math.min(at, place), Math.max(at, place));
}

function directionOf(mark: Mark, folded: string): Direction | null {
  if (isMark(mark, "difference")) return mark.is;
  if (!isMark(mark, "result")) return null;
  const word = folded.slice(mark.start, mark.end);
  return movements.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function itemFrom(marks: readonly Mark[], from: number, step: 1 | -1): number | null {
  for (let at = from + step; marks[at] !== undefined && Math.abs(at - from) < longestReach; at += step) {
    if (measureOf(marks[at]) !== null) return at;
    if (!isMark(marks[at], "filler") && !isMark(marks[at], "group")) return null;
  }
  return null;
}

/** The bound behind name and difference, or right before them ("≥ 25 % increase in PSA"). */
function withBound(marks: readonly Mark[], item: ConceptRef, direction: Direction, from: number, to: number): Found {
  const found = { item, direction, from, to, bound: null };
  for (let at = to + 1; at < marks.length && at - to < longestReach; at++) {
    const mark = marks[at]!;
    if (isMark(mark, "bound")) {
      // "At least twice the basal value": no unit, and no level either.
      if (mark.bound.unit.of === "ucum" || mark.bound.unit.of === "none") return { ...found, to: at, bound: mark };
      if (mark.bound.unit.of !== "time") return found;
      break;
    }
    if (!isMark(mark, "filler") && !isMark(mark, "window")) break;
    if (isMark(mark, "window")) return found;
  }
  let at = from - 1;
  while (isMark(marks[at], "filler")) at--;
  const before = marks[at];
  return isMark(before, "bound") && before.bound.unit.of === "ucum" ? { ...found, from: at, bound: before } : found;
}

/** Whether the clause, or brackets in it, say in which time. */
function hasWindow(marks: readonly Mark[], at: number): boolean {
  const isEnd = (mark: Mark | undefined) =>
    mark === undefined || (isMark(mark, "punct") && (mark.is === ";" || mark.is === "."));
  const isWindow = (mark: Mark | undefined) =>
    isMark(mark, "window") || (isMark(mark, "group") && mark.of.some((one) => isMark(one, "window")));
  for (const step of [1, -1]) {
    for (let place = at; !isEnd(marks[place]); place += step) if (isWindow(marks[place])) return true;
  }
  return false;
}

function changeOf(item: ConceptRef, direction: Direction, { range, unit }: Bound): Tree | null {
  if (unit.of !== "ucum") return null;
  const relative = unit.ucum === "%";
  if (relative && percentItems.has(item.id)) return null;
  const leaf = (of: Range): Leaf => ({
    kind: "measurement",
    item,
    expression: { type: "change", relative },
    range: of,
    unit: unit.ucum,
  });
  if (direction === "up") return leaf(range);
  if (direction === "down") return leaf(mirrored(range));
  if (range.min === undefined) return leaf({ ...mirrored(range), ...range });
  return range.max === undefined ? any([leaf(range), leaf(mirrored(range))]) : null;
}

/** The same range below zero. */
function mirrored({ min, max, minExclusive, maxExclusive }: Range): Range {
  return {
    ...(max === undefined ? {} : { min: max === 0 ? 0 : -max }),
    ...(min === undefined ? {} : { max: min === 0 ? 0 : -min }),
    ...(maxExclusive === undefined ? {} : { minExclusive: maxExclusive }),
    ...(minExclusive === undefined ? {} : { maxExclusive: minExclusive }),
  };
}
