import { factKinds } from "@qinghao/clinical";
import type { MeasurementLeaf } from "../../criteria/measurement/measurement.schema.ts";
import { thresholdOf } from "../../criteria/measurement/threshold.ts";
import type { Window } from "../../criteria/ranges.schema.ts";
import type { Bounds } from "../../evaluate/bounds.ts";
import { fastingRows } from "../circumstances.ts";
import { truthOfValue } from "../compare.ts";
import { type ConceptIds, conceptIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { compileEvents, type Days, daysOf, type Spans } from "../events.ts";
import { allOf, caseOf } from "../expression.ts";
import { oneValue, type Values } from "../one-value.ts";
import { type KnownLatest, pickRelation, type Results } from "../pick.ts";
import { type Plan, type Relation, relation, unknownPlan } from "../relation.ts";
import { valueStates } from "../rows.ts";

/** A result that is a number with a unit. */
export const isQuantity = `f.value_state in (${valueStates.canonical}, ${valueStates.unconvertible})`;
/** Canonical number of a result, NULL where its unit cannot be converted. */
export const canonical = `case when f.value_state = ${valueStates.canonical} then f.value end`;
/** The same where it is one number, without a comparator. */
const exactly = `case when f.value_state = ${valueStates.canonical} and f.comparator = 0 then f.value end`;

/** Rows of an item with a value of some type in a window; of samples that were or may have been taken fasting (or not), where asked. */
export function resultRows(
  concepts: ConceptIds,
  when: Window | undefined,
  hasValue: string,
  { asOf, dialect }: CompileContext,
  fasting?: boolean,
): Pick<Results, "where" | "certain" | "known"> & Spans {
  const days = daysOf(when, "measurement", asOf);
  const events = compileEvents({
    kind: "measurement",
    concepts,
    windows: days === null ? [] : [days],
    attributes: [],
    asOf,
  });
  const where = allOf(events.where, events.candidate, hasValue, fastingRows(fasting).mayBe);
  const isForeseen = dialect === "duckdb" && fasting === undefined;
  const known = isForeseen ? knownLatest(concepts, days, asOf, hasValue, where) : undefined;
  return { ...events, where, known };
}

/** Of one concept and a window of starts; results of several concepts compete, which the extract does not foresee. */
function knownLatest(
  { certain, mayBe }: ConceptIds,
  days: Days | null,
  asOf: number,
  hasValue: string,
  where: string,
): KnownLatest | undefined {
  if (certain.length !== 1 || mayBe.length > 0 || (days !== null && days.part !== "start")) return undefined;
  const { from, to } = days ?? { from: null, to: asOf };
  const ofItem = `f.kind = ${factKinds.indexOf("measurement")} and f.concept = ${certain[0]}`;
  const since = from === null ? "true" : `f.start_lo >= ${from}`;
  return {
    latest: allOf(ofItem, `f.latest_to >= ${to}`, `f.start_lo <= ${to}`, since, hasValue),
    others: allOf(where, "f.latest_to is null"),
  };
}

/** Quantities of an item in a window, as one number each. */
export const exactValues = (
  concepts: ConceptIds,
  when: Window | undefined,
  context: CompileContext,
  fasting?: boolean,
): Values => ({
  ...resultRows(concepts, when, isQuantity, context, fasting),
  value: valueIf(fastingRows(fasting).isTold, exactly),
});

const valueIf = (isTold: string, value: string): string =>
  isTold === "true" ? value : `case when ${isTold} then ${value} end`;

/** The results of a leaf that judges them one by one; null for a ratio or a change. */
export function measuredResults(leaf: MeasurementLeaf, context: CompileContext): (Results & Spans) | null {
  const { type } = leaf.expression;
  if (type === "ratio" || type === "change") return null;
  const { fasting } = leaf;
  const rows = resultRows(conceptIds({ of: [leaf.item] }, context), leaf.when, isQuantity, context, fasting);
  const { isTold } = fastingRows(fasting);
  const bounds = thresholdOf(leaf, context.terminology)?.bounds;
  const limit = type === "times-upper-limit" ? "f.high" : "f.low";
  const value = type === "value" ? canonical : multiple(limit);
  const isUnknown = `f.value_state <> ${valueStates.canonical}`;
  if (bounds === undefined) return { ...rows, truth: "1", value: "null::double precision", truthOfValue: () => "1" };
  const truth =
    type === "value"
      ? truthOfValue("f.value", "f.comparator", bounds, isUnknown)
      : truthOfValue(value, "f.comparator", bounds);
  return {
    ...rows,
    truth: isTold === "true" ? truth : caseOf([[isTold, truth]], "1"),
    value: valueIf(isTold, `case when f.comparator = 0 then ${value} end`),
    truthOfValue: (column) => truthOfValue(column, "0", bounds),
  };
}

const multiple = (limit: string): string =>
  `case when f.value_state = ${valueStates.canonical} and ${limit} > 0 then f.value / ${limit} end`;

export function compileMeasurement(leaf: MeasurementLeaf, context: CompileContext): Plan {
  const results = measuredResults(leaf, context);
  if (results !== null) return pickRelation(results, leaf.pick);
  const bounds = thresholdOf(leaf, context.terminology)?.bounds;
  if (bounds === undefined) return unknownPlan;
  const { expression } = leaf;
  const { fasting } = leaf;
  const values = exactValues(conceptIds({ of: [leaf.item] }, context), leaf.when, context, fasting);
  if (expression.type === "ratio") {
    const under = exactValues(conceptIds({ of: [expression.to] }, context), leaf.when, context, fasting);
    return computed(
      `select a.patient, case when b.v <> 0 then a.v / b.v end as v
        from ${oneValue(values, "latest", context)} a join ${oneValue(under, "latest", context)} b on b.patient = a.patient`,
      bounds,
    );
  }
  return computed(changes(values, expression.type === "change" && expression.relative, context), bounds);
}

/** A relation from `(patient, v)`; NULL is unknown. */
const computed = (sql: string, bounds: Bounds): Relation =>
  relation(`select patient, 1 + ${truthOfValue("v", "0", bounds)} as rank from (${sql}) x`);

function changes(values: Values, isRelative: boolean, context: CompileContext): string {
  const difference = "l.v - e.v";
  const change = isRelative ? `case when e.v <> 0 then (${difference}) / e.v * 100 end` : difference;
  return `select l.patient, ${change} as v from ${oneValue(values, "latest", context)} l
    join ${oneValue(values, "first", context)} e on e.patient = l.patient
    join (select f.patient from fact f where ${values.where} group by f.patient having count(*) > 1 and bool_and(${values.certain})) n on n.patient = l.patient`;
}
