import type { FeatureMatrix } from "../boosting/bin-matrix.ts";
import { type Gbdt, type GbdtOptions, predictGbdt, trainGbdt } from "../boosting/gbdt.ts";
import type { Neighbour } from "../similarity/neighbour-index.ts";

/** What is known about how hard a molecule is, before its value is. */
export const difficultyInputs = [
  "similarity",
  "meanSimilarity",
  "partsDisagree",
  "neighboursDisagree",
  "neighbourSpread",
  "value",
  "heavyAtoms",
  "logP",
  "tpsa",
  "formWeight",
] as const;

export type DifficultyCase = {
  readonly neighbours: readonly Neighbour[];
  readonly kernelValue: number;
  readonly boostingValue: number;
  readonly value: number;
  readonly descriptors: {
    readonly heavyAtoms: number;
    readonly logP: number;
    readonly tpsa: number;
    readonly formWeight: number;
  };
};

/** One row of `difficultyInputs`. @param measured value of each neighbour's row */
export function difficultyRow(one: DifficultyCase, measured: ArrayLike<number>): number[] {
  let weight = 1e-9;
  let mean = 0;
  let similarity = 0;
  for (const neighbour of one.neighbours) {
    weight += neighbour.similarity;
    mean += neighbour.similarity * measured[neighbour.row]!;
    similarity += neighbour.similarity;
  }
  mean /= weight;
  let spread = 0;
  for (const neighbour of one.neighbours) spread += neighbour.similarity * (measured[neighbour.row]! - mean) ** 2;
  const count = Math.max(1, one.neighbours.length);
  return [
    one.neighbours[0]?.similarity ?? 0,
    similarity / count,
    Math.abs(one.kernelValue - one.boostingValue),
    Math.abs(mean - one.value),
    Math.sqrt(spread / weight),
    one.value,
    one.descriptors.heavyAtoms,
    one.descriptors.logP,
    one.descriptors.tpsa,
    one.descriptors.formWeight,
  ];
}

const options: GbdtOptions = {
  trees: 80,
  learningRate: 0.05,
  leaves: 6,
  minLeafRows: 60,
  l2: 20,
  featureFraction: 0.6,
  maxDepth: 4,
  rowFraction: 0.7,
  maxBins: 31,
  minNonDefault: 20,
  loss: { kind: "huber", delta: 1 },
};

/** Learns the expected absolute error from `difficultyInputs`. */
export const trainDifficulty = (inputs: FeatureMatrix, absoluteErrors: Float64Array, seed: number): Gbdt =>
  trainGbdt(inputs, absoluteErrors, options, seed);

/** Expected absolute errors, never below a fifth of the average one. */
export const boundDifficulty = (average: number, expected: Float64Array): Float64Array =>
  expected.map((value) => Math.max(average / 5, value));

/** Expected absolute error per row. */
export const predictDifficulty = (model: Gbdt, inputs: FeatureMatrix): Float64Array =>
  boundDifficulty(model.base, predictGbdt(model, inputs));
