import type { DrugLeaf } from "../../criteria/drug/drug.schema.ts";
import type { TherapyLinesLeaf } from "../../criteria/therapy-lines/therapy-lines.schema.ts";
import { boundsOf, isWithin } from "../../evaluate/bounds.ts";
import { dailyDoseBounds } from "../../evaluate/daily-dose.ts";
import { isObserved } from "../assemble.ts";
import { intentAttributes } from "../circumstances.ts";
import { isWithinBounds, truthOfSpan } from "../compare.ts";
import { conceptIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { silenceMeaning } from "../counts.ts";
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
  isPlanned: leaf.status === "planned",
  attributes: attributesOf(leaf),
});

function attributesOf({ dose, line, intent }: DrugLeaf): Attribute[] {
  const attributes = intentAttributes(intent);
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
  const { min, max } = bounds;
  // At least none: everyone has had that many.
  if (!Number.isFinite(max) && min <= 0) return { kind: "constant", truth: "true" };
  // Fewer than none: nobody had.
  if (max < 0) return { kind: "constant", truth: "false" };
  const open = caseOf(
    [
      [Number.isFinite(max) ? "false" : `lo >= ${numberLiteral(min)}`, "3"],
      [Number.isFinite(max) ? `lo > ${numberLiteral(max)}` : "false", "1"],
    ],
    "2",
  );
  const highest = `select f.patient, max(${caseOf([[events.certain, "f.line"]], "0")}) as lo, max(f.line) as hi from fact f where ${where} group by f.patient`;
  const closed = closedTime({ ...leaf, kind: "drug" }, context);
  if (closed === null) return relation(`select patient, ${open} as rank from (${highest}) h`);
  const rank = caseOf([[isObserved(closed), `1 + ${truthOfSpan("lo", "hi", bounds)}`]], open);
  return relation(`select h.patient, ${rank} as rank from (${highest}) h join person p on p.patient = h.patient`, {
    silence: silenceMeaning(closed, isWithin(0, bounds) ? "true" : "false"),
  });
}
