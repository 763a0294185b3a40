import type { QuantityValue } from "@qinghao/clinical";
import { type Bounds, compareSpan, isExact } from "../../evaluate/bounds.ts";
import type { ConceptMembers } from "../../evaluate/concept-members.ts";
import { distanceTo, isNear } from "../../evaluate/distance.ts";
import { type Outcome, unknownBecause } from "../../evaluate/outcome.ts";
import { type Judged, type Picked, pickTruth } from "../../evaluate/pick-truth.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { isQuantity, quantityOf, resultsOf } from "../../evaluate/results.ts";
import type { Range } from "../ranges.schema.ts";
import type { Measured } from "./measure-value.ts";
import type { MeasurementLeaf } from "./measurement.schema.ts";

/** Range of a criterion, prepared: its limits in canonical units, and the way back for the reader. */
export type Threshold = {
  readonly range: Range;
  readonly bounds: Bounds;
  readonly unit: string | null;
  readonly shown: (value: number) => number;
};

/** Every quantity of the item in the window, with what it says by itself. */
export function judgeEach(
  leaf: MeasurementLeaf,
  members: ConceptMembers,
  threshold: Threshold | null,
  measure: (quantity: QuantityValue) => Measured,
  record: PreparedRecord,
): { readonly judged: readonly Judged[]; readonly none: Outcome } {
  const { inWindow, none } = resultsOf(record, members, leaf.when, isQuantity, leaf.fasting);
  const judged = inWindow.map((result): Judged => {
    if (!result.isTold) return { ...result, truth: "unknown", value: null, why: "uncertain-record" };
    const { span, why } =
      threshold === null ? { span: null, why: "unit-unknown" as const } : measure(quantityOf(result));
    if (span === null || threshold === null)
      return { ...result, truth: "unknown", value: null, why: why ?? "unit-unknown" };
    const truth = compareSpan(span, threshold.bounds);
    const value = isExact(span) ? span.lo : null;
    return { ...result, truth, value, ...(truth === "unknown" ? { why: "value-missing" as const } : {}) };
  });
  return { judged, none: unknownBecause(none) };
}

/** The outcome of a choice among results, with the distance of the deciding one to the nearest limit. */
export function outcomeOf(picked: Picked, threshold: Threshold | null): Outcome {
  const decidingValue = picked.deciding.find((result) => result.value !== null)?.value ?? null;
  const distance =
    threshold === null || decidingValue === null
      ? null
      : distanceTo(threshold.range, threshold.shown(decidingValue), threshold.unit);
  return {
    truth: picked.truth,
    grounds: picked.deciding.map(({ fact, truth }) => ({
      fact,
      truth,
      ...(truth === "false" && isNear(distance) ? { near: true } : {}),
    })),
    why: picked.truth === "unknown" ? (picked.why ?? "uncertain-record") : null,
    distance,
  };
}

/** Results taken one by one, then together by the criterion's pick. */
export function judgeByPick(
  leaf: MeasurementLeaf,
  members: ConceptMembers,
  threshold: Threshold | null,
  measure: (quantity: QuantityValue) => Measured,
  record: PreparedRecord,
): Outcome {
  const { judged, none } = judgeEach(leaf, members, threshold, measure, record);
  return judged.length === 0 ? none : outcomeOf(pickTruth(judged, leaf.pick), threshold);
}
