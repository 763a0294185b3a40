import { createRng, type Rng } from "@qinghao/kernel";
import { bedroc } from "./bedroc.ts";
import { enrichmentFactor } from "./enrichment-factor.ts";
import { type Evaluation, isSetAside, type ListScores, meanOf, type QueryLists } from "./evaluate-target.ts";
import { rocAuc } from "./roc-auc.ts";

export type BootstrapOptions = {
  readonly seed: number;
  readonly draws?: number;
  /** Share of the draws within the interval. */
  readonly level?: number;
};

/** Bounds of each measure. */
export type EvaluationInterval = { readonly low: Evaluation; readonly high: Evaluation };

/**
 * Percentile bootstrap intervals (Efron & Tibshirani 1993) of what `evaluateLists` gives. A draw takes as many actives and as many
 * decoys as there are, each with replacement, and measures every list on those of them that the list ranks; lists left without
 * an active or a decoy do not count. Same seed, same interval. NaN where no draw can be measured. Cost O(draws x lists x molecules).
 */
export function bootstrapLists(
  scores: readonly ListScores[],
  lists: QueryLists,
  { seed, draws = 1000, level = 0.95 }: BootstrapOptions,
): EvaluationInterval {
  const rankings = scores.map((of, list) => rankedMolecules(of, lists[list]!, list));
  const rng = createRng(seed);
  const { actives, decoys } = scores[0]!;
  const times = { actives: new Uint16Array(actives.length), decoys: new Uint16Array(decoys.length) };
  const drawn: Evaluation[] = [];
  for (let draw = 0; draw < draws; draw++) {
    drawWithReplacement(rng, times.actives);
    drawWithReplacement(rng, times.decoys);
    const measured = rankings.map((ranking) => evaluateDraw(ranking, times)).filter(({ auc }) => !Number.isNaN(auc));
    if (measured.length > 0) drawn.push(meanOf(measured));
  }
  const quantile = (share: number): Evaluation => ({
    auc: quantileOf(drawn, "auc", share),
    ef1: quantileOf(drawn, "ef1", share),
    ef5: quantileOf(drawn, "ef5", share),
    bedroc20: quantileOf(drawn, "bedroc20", share),
  });
  return { low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
}

/** Rows of what a list ranks, best first: an active as its row, a decoy as -1 - its row. Of equal scores the decoy first. */
function rankedMolecules({ actives, decoys }: ListScores, queries: readonly number[], list: number): Int32Array {
  const score = (molecule: number) => (molecule >= 0 ? actives[molecule]! : decoys[-1 - molecule]!);
  const molecules: number[] = [];
  for (let row = 0; row < actives.length; row++) if (!queries.includes(row)) molecules.push(row);
  for (let row = 0; row < decoys.length; row++) if (!isSetAside(row, list)) molecules.push(-1 - row);
  return Int32Array.from(molecules.sort((a, b) => score(b) - score(a) || a - b));
}

function drawWithReplacement(rng: Rng, times: Uint16Array): void {
  times.fill(0);
  for (let draw = 0; draw < times.length; draw++) times[rng.int(times.length)]!++;
}

function evaluateDraw(
  ranking: Int32Array,
  times: { readonly actives: Uint16Array; readonly decoys: Uint16Array },
): Evaluation {
  const ranks: number[] = [];
  let total = 0;
  for (const molecule of ranking) {
    if (molecule < 0) total += times.decoys[-1 - molecule]!;
    else for (let copy = times.actives[molecule]!; copy > 0; copy--) ranks.push(total++);
  }
  return {
    auc: rocAuc(ranks, total),
    ef1: enrichmentFactor(ranks, total, 0.01),
    ef5: enrichmentFactor(ranks, total, 0.05),
    bedroc20: bedroc(ranks, total, 20),
  };
}

/** Linear between the two nearest of the sorted values. */
function quantileOf(drawn: readonly Evaluation[], measure: keyof Evaluation, share: number): number {
  if (drawn.length === 0) return Number.NaN;
  const values = Float64Array.from(drawn, (one) => one[measure]).sort();
  const place = share * (values.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, values.length - 1);
  return values[below]! + (place - below) * (values[above]! - values[below]!);
}
