import { type Bounds, compareSpan, isExact } from "../../evaluate/bounds.ts";
import { exactly } from "../../evaluate/concept-members.ts";
import { distanceTo, isNear } from "../../evaluate/distance.ts";
import { chooseOne } from "../../evaluate/latest-of.ts";
import { type Outcome, unknownBecause } from "../../evaluate/outcome.ts";
import type { Judged } from "../../evaluate/pick-truth.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { isQuantity, quantityOf, resultsOf } from "../../evaluate/results.ts";
import { exactValue } from "../measurement/measure-value.ts";
import type { ChildPughSigns } from "./child-pugh-signs.ts";
import type { ScoreLeaf } from "./score.schema.ts";
import { scoreDefinitions } from "./score-definitions.ts";
import type { ScoreFormula } from "./score-formulas.ts";

/** A score computed from the latest of each of its parts in the window; the parts are the evidence. */
export function computeScore(
  leaf: ScoreLeaf,
  formula: ScoreFormula,
  bounds: Bounds,
  signs: ChildPughSigns,
  record: PreparedRecord,
): Outcome {
  const parts: Judged[] = [];
  for (const part of formula.parts) {
    const { inWindow, none } = resultsOf(record, exactly(part), leaf.when, isQuantity);
    if (inWindow.length === 0) return unknownBecause(none, [], part);
    const results = inWindow.map((result): Judged => {
      const { span, why } = exactValue(quantityOf(result));
      return { ...result, truth: "unknown", value: span?.lo ?? null, ...(why === null ? {} : { why }) };
    });
    const chosen = chooseOne(results, "latest");
    if (chosen.result === null) return unknownBecause(chosen.why, [], part);
    parts.push(chosen.result);
  }
  const span = formula.compute(
    parts.map((part) => part.value!),
    record,
    signs,
  );
  if (span === null) return unknownBecause("value-missing", [], record.birth === null ? "PERSON:birth" : "PERSON:sex");
  if (!Number.isFinite(span.lo) || !Number.isFinite(span.hi))
    return unknownBecause("value-missing", [], formula.parts[0]);
  const truth = compareSpan(span, bounds);
  const distance = isExact(span) ? distanceTo(leaf.range, span.lo, scoreDefinitions[leaf.score].unit) : null;
  const near = truth === "false" && isNear(distance) ? { near: true } : {};
  const grounds = parts.map(({ fact }) => ({ fact, truth, ...near }));
  return { truth, grounds, why: truth === "unknown" ? "value-missing" : null, distance };
}
