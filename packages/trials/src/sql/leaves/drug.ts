import type { DrugLeaf } from "../../criteria/drug/drug.schema.ts";
import type { TherapyLinesLeaf } from "../../criteria/therapy-lines/therapy-lines.schema.ts";
import { boundsOf } from "../../evaluate/bounds.ts";
import { dailyDoseBounds } from "../../evaluate/daily-dose.ts";
import { isObserved } from "../assemble.ts";
import { isWithinBounds, truthOfSpan } from "../compare.ts";
import { conceptIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { type Attribute, compileEvents, daysOf } from "../events.ts";
import { allOf, anyOf, caseOf, numberLiteral } from "../expression.ts";
import { type Plan, relation } from "../relation.ts";
import { closedTime, type EventQuestion } from "./event.ts";

export const drugQuestion = (leaf: DrugLeaf, context: CompileContext): EventQuestion => ({
  kind: "drug",
  concepts: conceptIds(leaf.concepts, context),
  when: leaf.when,
  world: leaf.world,
  count: leaf.count,
  isCurrent: leaf.status === "current",
  attributes: attributesOf(leaf),
});

function attributesOf({ dose, line }: DrugLeaf): Attribute[] {
  const attributes: Attribute[] = [];
  if (line !== undefined) attributes.push(within("f.line", isWithinBounds("f.line", boundsOf(line))));
  if (dose !== undefined) {
    const bounds = dailyDoseBounds(dose.range, dose.unit);
    attributes.push(
      bounds === null ? { certain: "false", possible: "true" } : within("f.dose", isWithinBounds("f.dose", bounds)),
    );
  }
  return attributes;
}

const within = (column: string, fits: string): Attribute => ({
  certain: allOf(`${column} is not null`, fits),
  possible: anyOf(`${column} is null`, fits),
});

/** The highest line on record was given at least; in a closed world no more than these. */
export function compileTherapyLines(leaf: TherapyLinesLeaf, context: CompileContext): Plan {
  const { asOf } = context;
  const days = daysOf(leaf.when, "drug", asOf);
  const events = compileEvents({
    kind: "drug",
    concepts: null,
    windows: days === null ? [] : [days],
    attributes: [],
    asOf,
  });
  const bounds = boundsOf(leaf.range);
  const where = allOf(events.where, "f.concept <> 0", events.candidate, "f.line is not null");
  const highest = `select f.patient, max(case when ${events.certain} then f.line else 0 end) as lo, max(f.line) as hi from fact f where ${where} group by f.patient`;
  const lo = "coalesce(h.lo, 0)";
  const { min, max } = bounds;
  const open = caseOf(
    [
      [Number.isFinite(max) ? "false" : `${lo} >= ${numberLiteral(min)}`, "3"],
      [Number.isFinite(max) ? `${lo} > ${numberLiteral(max)}` : "false", "1"],
    ],
    "2",
  );
  const closed = closedTime({ ...leaf, kind: "drug" }, context);
  const complete = `1 + ${truthOfSpan(lo, "coalesce(h.hi, 0)", bounds)}`;
  const rank = closed === null ? open : caseOf([[isObserved(closed), complete]], open);
  return relation(`select p.patient, ${rank} as rank from person p left join (${highest}) h on h.patient = p.patient`);
}
