import { ecogOfKarnofsky, karnofskyOfEcog, type QuantityValue } from "@qinghao/clinical";
import { type Bounds, compareSpan, isExact, spanOfValue, type ValueSpan } from "../../evaluate/bounds.ts";
import { exactly } from "../../evaluate/concept-members.ts";
import type { Judged } from "../../evaluate/pick-truth.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { isQuantity, quantityOf, type Results, resultsOf } from "../../evaluate/results.ts";
import type { ScoreLeaf, ScoreName } from "./score.schema.ts";
import { scoreDefinitions } from "./score-definitions.ts";

/** Concepts under which a score is on record: its own, and the laboratory items that are the same quantity. */
export const recordedConcepts = (score: ScoreName): readonly string[] => [
  `SCORE:${score}`,
  ...(scoreDefinitions[score].items ?? []),
];

/** Scores that a published table turns into each other; used only where the wanted one is not on record. */
export const translations: Partial<Record<ScoreName, ScoreName>> = { ecog: "karnofsky", karnofsky: "ecog" };

const scoreValue = (quantity: QuantityValue): number => quantity.canonical ?? quantity.value;

function translated(score: ScoreName, value: number): ValueSpan | null {
  if (score === "ecog") {
    const grade = ecogOfKarnofsky(value);
    return grade === null ? null : spanOfValue(grade, undefined);
  }
  const span = karnofskyOfEcog(value);
  return span === null ? null : { lo: span.min, hi: span.max, loOpen: false, hiOpen: false };
}

/** Scores on record in the window, each with what it says by itself. */
export function recordedScores(
  leaf: ScoreLeaf,
  bounds: Bounds,
  record: PreparedRecord,
): { judged: Judged[]; none: Results["none"] } {
  const { inWindow, none } = resultsOf(record, exactly(...recordedConcepts(leaf.score)), leaf.when, isQuantity);
  const judged = inWindow.map((result): Judged => {
    const quantity = quantityOf(result);
    return judgedOf(result, spanOfValue(scoreValue(quantity), quantity.comparator), bounds);
  });
  return { judged, none };
}

/** The same from the other performance scale. */
export function translatedScores(leaf: ScoreLeaf, bounds: Bounds, record: PreparedRecord): Judged[] {
  const other = translations[leaf.score];
  if (other === undefined) return [];
  const { inWindow } = resultsOf(record, exactly(...recordedConcepts(other)), leaf.when, isQuantity);
  return inWindow.map((result): Judged => {
    const quantity = quantityOf(result);
    const span = quantity.comparator === undefined ? translated(leaf.score, scoreValue(quantity)) : null;
    return span === null
      ? { ...result, truth: "unknown", value: null, why: "value-missing" }
      : judgedOf(result, span, bounds);
  });
}

function judgedOf(result: Pick<Judged, "fact" | "isCertain">, span: ValueSpan, bounds: Bounds): Judged {
  const truth = compareSpan(span, bounds);
  return {
    ...result,
    truth,
    value: isExact(span) ? span.lo : null,
    ...(truth === "unknown" ? { why: "value-missing" as const } : {}),
  };
}
