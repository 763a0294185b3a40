import { createRng } from "@qinghao/kernel";
import { drawBatch, leastScores, mostPromising } from "./batches.ts";
import type { LigandFeatures } from "./ligand-features.ts";
import { createSurrogate, type FittedSurrogate, type SurrogateOptions } from "./surrogate.ts";

/**
 * What the next ligands are chosen by: the expected score; the expected score and `spreads` standard deviations towards
 * better (upper confidence bound); or a score drawn from what is believed of each (Thompson sampling).
 */
export type Acquisition =
  | { readonly kind: "greedy" }
  | { readonly kind: "ucb"; readonly spreads: number }
  | { readonly kind: "thompson" };

export interface BatchOptions {
  /** Ligands to choose, at most. */
  readonly size: number;
  readonly better: "lower" | "higher";
  readonly acquisition?: Acquisition;
  readonly surrogate?: SurrogateOptions;
  /** Draws the first batch, and Thompson's scores. */
  readonly seed: number;
}

/**
 * The ligands to score next: pure, so that a campaign calls it with what it has. A ligand that failed (null) is neither
 * learned from nor chosen again.
 * @param scores by index of the ligand; those without an entry may be chosen
 * @returns indices, the most promising first; in drawn order while there are too few scores to learn from
 */
export function nextBatch(
  ligands: readonly LigandFeatures[],
  scores: ReadonlyMap<number, number | null>,
  { size, better, acquisition = { kind: "greedy" }, surrogate, seed }: BatchOptions,
): number[] {
  const open = [...ligands.keys()].filter((index) => !scores.has(index));
  const known = [...scores].filter((entry): entry is [number, number] => entry[1] !== null).sort(([a], [b]) => a - b);
  if (known.length < leastScores) return drawBatch(open, size, seed);
  const learned = createSurrogate(surrogate).fit(
    known.map(([index]) => ligands[index]!),
    known.map(([, score]) => score),
  );
  const candidates = open.map((index) => ligands[index]!);
  const worth = worthOf(learned, candidates, acquisition, better === "higher" ? 1 : -1, seed + scores.size);
  return mostPromising(open, worth, size);
}

function worthOf(
  learned: FittedSurrogate,
  candidates: readonly LigandFeatures[],
  acquisition: Acquisition,
  sign: 1 | -1,
  seed: number,
): Float64Array {
  if (acquisition.kind === "greedy") return learned.expect(candidates).map((expected) => sign * expected);
  const { mean, spread } = learned.predict(candidates);
  const rng = createRng(seed);
  return mean.map((expected, n) => {
    const spreads = acquisition.kind === "ucb" ? acquisition.spreads : rng.normal();
    return sign * expected + spreads * spread[n]!;
  });
}
