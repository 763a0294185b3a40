import type { Gbdt } from "../boosting/gbdt.ts";
import { type Features, fingerprintOptions } from "../featurize/featurise.ts";
import { conformalQuantile } from "../interval/conformal.ts";
import { difficultyInputs, difficultyRow, predictDifficulty, trainDifficulty } from "../interval/difficulty.ts";
import { caseOf, neighboursForDifficulty } from "../model/evaluate.ts";
import type { Evaluation, Manifest } from "../schema.ts";
import type { NeighbourIndex } from "../similarity/neighbour-index.ts";
import { type Fold, takeRows } from "./cross-validate.ts";
import { mean } from "./metrics.ts";
import { domainSentence, intervalSentence } from "./sentences.ts";

export type CalibrationInput = {
  readonly index: NeighbourIndex;
  readonly molecules: readonly Features[];
  readonly measured: Float32Array;
  readonly folds: readonly Fold[];
  /** Held-out predictions of the parts and of the blend. */
  readonly kernel: Float64Array;
  readonly boosting: Float64Array;
  readonly value: Float64Array;
  readonly level: number;
};

/** Levels whose coverage is shown, beside the one that is shipped. */
const shownLevels = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** How much larger than those of well-known molecules errors may be at the limit of the domain. */
const errorRatio = 1.4;

/**
 * Interval and domain from held-out residuals: each row is predicted, and its neighbours are searched, without its own fold.
 * The interval is cross-conformal (Vovk 2015, doi 10.1007/s10472-013-9368-4) with residuals divided by their learned size
 * (Papadopoulos & Haralambous 2011, doi 10.1016/j.neunet.2011.05.008).
 */
export function calibrate(input: CalibrationInput): {
  difficulty: Gbdt;
  interval: Manifest["interval"];
  domain: Manifest["domain"];
  quantiles: Evaluation["quantiles"];
  /** Of each row by the models of the other folds. */
  heldOut: { expected: Float64Array; similarity: Float64Array };
} {
  const { molecules, measured, folds, level } = input;
  const n = molecules.length;
  const foldOf = new Uint8Array(n);
  folds.forEach(({ held }, fold) => {
    for (const row of held) foldOf[row] = fold;
  });
  const errors = Float64Array.from(measured, (y, i) => Math.abs(y - input.value[i]!));
  const values = new Float32Array(n * difficultyInputs.length);
  const similarity = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const { bits, descriptors } = molecules[i]!;
    const neighbours = input.index.nearest(bits, neighboursForDifficulty, (row) => foldOf[row] === foldOf[i]);
    similarity[i] = neighbours[0]?.similarity ?? 0;
    const one = caseOf(descriptors, neighbours, input.kernel[i]!, input.boosting[i]!, input.value[i]!);
    values.set(difficultyRow(one, measured), i * difficultyInputs.length);
  }
  const inputs = { rows: n, columns: difficultyInputs.length, values };
  const scores = new Float64Array(n);
  const heldOutExpected = new Float64Array(n);
  for (const { train, held } of folds) {
    const model = trainDifficulty(
      takeRows(inputs, train),
      Float64Array.from(train, (row) => errors[row]!),
      1,
    );
    predictDifficulty(model, takeRows(inputs, held)).forEach((expected, i) => {
      heldOutExpected[held[i]!] = expected;
      scores[held[i]!] = errors[held[i]!]! / expected;
    });
  }
  const minTanimoto = domainThreshold(similarity, errors);
  return {
    difficulty: trainDifficulty(inputs, errors, 1),
    interval: {
      level,
      quantile: conformalQuantile(scores, level),
      method: intervalSentence({ level, folds: folds.length }),
    },
    domain: {
      minTanimoto,
      method: domainSentence({ ...fingerprintOptions, errorRatio, minTanimoto }),
    },
    quantiles: shownLevels.map((one) => ({ level: one, quantile: conformalQuantile(scores, one) })),
    heldOut: { expected: heldOutExpected, similarity },
  };
}

/**
 * Lowest of 0.2, 0.25 ... 0.6 such that molecules up to 0.1 above it err at most `errorRatio` times as much as molecules of the
 * better-known part of the scale: the median of the mean errors at similarities 0.4-0.5, 0.5-0.6 ... 0.9-1.
 */
function domainThreshold(similarity: Float64Array, errors: Float64Array): number {
  const meanError = (from: number): number | null => {
    const near = errors.filter((_, i) => similarity[i]! >= from && (similarity[i]! < from + 0.1 || from >= 0.9));
    return near.length >= 30 ? mean(near) : null;
  };
  const known = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    .map(meanError)
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
  const limit = errorRatio * (known[Math.floor(known.length / 2)] ?? mean(errors));
  for (let step = 4; step < 12; step++) {
    const error = meanError(step / 20);
    if (error !== null && error <= limit) return step / 20;
  }
  return 0.6;
}
