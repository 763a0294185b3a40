import { completedUnits } from "@qinghao/clinical";
import { thresholdOf } from "../criteria/measurement/threshold.ts";
import type { Range } from "../criteria/ranges.schema.ts";
import { recordedConcepts } from "../criteria/score/recorded-score.ts";
import type { Leaf } from "../criteria/tree.schema.ts";
import { type Bounds, boundsOf } from "../evaluate/bounds.ts";
import { exactIds } from "./concepts.ts";
import type { CompileContext } from "./context.ts";
import { exactValues, measuredResults } from "./leaves/measurement.ts";
import { oneValue, type Values } from "./one-value.ts";

/** Leaves whose threshold can be moved: one number of each patient decides them. */
export type SliderLeaf = Extract<Leaf, { kind: "measurement" | "score" | "age" }>;

/** A query `(patient, v)` and the number that `v` stands for; NaN stays NaN. */
export type LeafValues = { readonly sql: string; readonly numberOf: (v: number) => number };

/**
 * The number that decides a leaf for each patient, in the unit that it is compared in; NULL where doubt leaves it open. Null
 * for a leaf that several numbers decide.
 */
export function leafValues(leaf: SliderLeaf, context: CompileContext): LeafValues | null {
  if (leaf.kind === "age") return ages(leaf, context);
  const sql = resultValues(leaf, context);
  return sql === null ? null : { sql, numberOf: (v) => v };
}

type AgeLeaf = Extract<SliderLeaf, { kind: "age" }>;

/** Completed age, by the calendar of the reference engine: many people share a day of birth, and each day is counted once. */
function ages({ unit }: AgeLeaf, { asOf }: CompileContext): LeafValues {
  const known = new Map<number, number>([[Number.NaN, Number.NaN]]);
  const numberOf = (birth: number): number => {
    let age = known.get(birth);
    if (age === undefined) {
      age = completedUnits(birth, asOf, unit);
      known.set(birth, age);
    }
    return age;
  };
  const day = `case when p.birth_lo = p.birth_hi then least(p.birth_lo, ${asOf}) end`;
  return { sql: `select p.patient, ${day} as v from person p`, numberOf };
}

type ResultLeaf = Exclude<SliderLeaf, AgeLeaf>;

function resultValues(leaf: ResultLeaf, context: CompileContext): string | null {
  const pick = leaf.pick ?? "latest";
  const values = valuesOf(leaf, context);
  if (values === null || pick === "any" || pick === "all") return null;
  if (pick === "latest" || pick === "first") return `select patient, v from ${oneValue(values, pick, context)} s`;
  const extreme = pick === "lowest" ? "min" : "max";
  const { where, certain, value } = values;
  return `select f.patient, case when bool_and(${certain} and ${value} is not null) then ${extreme}(${value}) end as v from fact f where ${where} group by f.patient`;
}

function valuesOf(leaf: ResultLeaf, context: CompileContext): Values | null {
  if (leaf.kind === "measurement") return measuredResults(leaf, context);
  return exactValues(exactIds(recordedConcepts(leaf.score), context), leaf.when, context);
}

/** Another range of the leaf in the unit of its values, and the way back to the leaf's own unit. */
export function boundsOfLeaf(
  leaf: SliderLeaf,
  range: Range,
  { terminology }: CompileContext,
): { readonly bounds: Bounds; readonly shown: (value: number) => number } | null {
  if (leaf.kind !== "measurement") return { bounds: boundsOf(range), shown: (value) => value };
  return thresholdOf({ ...leaf, range }, terminology);
}
