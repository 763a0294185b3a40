import type { Backend } from "@qinghao/compute";
import type { FeatureMatrix } from "../boosting/bin-matrix.ts";
import { type Features, featureNames } from "../featurize/featurise.ts";
import { boundDifficulty, type DifficultyCase, difficultyInputs, difficultyRow } from "../interval/difficulty.ts";
import { applyScaling } from "../kernel-machine/scaling.ts";
import type { Neighbour } from "../similarity/neighbour-index.ts";
import type { OpenModel } from "./open-models.ts";

/** Neighbours that the difficulty of a molecule is judged by. */
export const neighboursForDifficulty = 5;

export type Evaluated = {
  readonly value: number;
  readonly half: number;
  readonly neighbours: Neighbour[];
  readonly bySeed: number[];
};

/** Feature rows as one matrix. */
export function toMatrix(rows: readonly Float32Array[]): FeatureMatrix {
  const columns = featureNames.length;
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    values.set(row, i * columns);
  });
  return { rows: rows.length, columns, values };
}

/** Values alone, one per row: the blend of kernel machine and boosted models, and each part. */
export async function blendValues(
  model: OpenModel,
  backend: Backend,
  matrix: FeatureMatrix,
): Promise<{ value: Float64Array; kernel: Float64Array; boosting: Float64Array; bySeed: Float64Array[] }> {
  const { parts, manifest, declaration } = model;
  const [lowest, highest] = declaration.plausible;
  const share = manifest.model.kernelShare;
  const machine = await model.kernelOn(backend);
  const kernel = await machine.run(applyScaling(parts.scaling, matrix), matrix.rows);
  const boosted = model.boosting.map((score) => score(matrix));
  const boosting = new Float64Array(matrix.rows);
  for (const one of boosted) for (let r = 0; r < matrix.rows; r++) boosting[r]! += one[r]! / boosted.length;
  const blend = (trees: Float64Array): Float64Array =>
    trees.map((value, r) => Math.max(lowest, Math.min(highest, share * kernel[r]! + (1 - share) * value)));
  return { value: blend(boosting), kernel, boosting, bySeed: boosted.map(blend) };
}

/** Value, half width of the interval and nearest training molecules of every molecule. */
export async function evaluate(
  model: OpenModel,
  backend: Backend,
  molecules: readonly Features[],
): Promise<Evaluated[]> {
  const matrix = toMatrix(molecules.map((molecule) => molecule.descriptors));
  const { value, kernel, boosting, bySeed } = await blendValues(model, backend, matrix);
  const neighbours = molecules.map((molecule) => model.neighbours.nearest(molecule.bits, neighboursForDifficulty));
  const cases = molecules.map((molecule, r) =>
    difficultyRow(
      caseOf(molecule.descriptors, neighbours[r]!, kernel[r]!, boosting[r]!, value[r]!),
      model.parts.training.measured,
    ),
  );
  const inputs = { rows: molecules.length, columns: difficultyInputs.length, values: Float32Array.from(cases.flat()) };
  const difficulty = boundDifficulty(model.parts.difficulty.base, model.difficulty(inputs));
  return molecules.map((_, r) => ({
    value: value[r]!,
    half: difficulty[r]! * model.manifest.interval.quantile,
    neighbours: neighbours[r]!,
    bySeed: bySeed.map((one) => one[r]!),
  }));
}

const at = (name: string): number => featureNames.indexOf(name);
const columns = {
  heavyAtoms: at("heavyAtoms"),
  logP: at("logP"),
  tpsa: at("tpsa"),
  formWeight: at("form:extraWeightFraction"),
};

export const caseOf = (
  descriptors: Float32Array,
  neighbours: readonly Neighbour[],
  kernelValue: number,
  boostingValue: number,
  value: number,
): DifficultyCase => ({
  neighbours,
  kernelValue,
  boostingValue,
  value,
  descriptors: {
    heavyAtoms: descriptors[columns.heavyAtoms]!,
    logP: descriptors[columns.logP]!,
    tpsa: descriptors[columns.tpsa]!,
    formWeight: descriptors[columns.formWeight]!,
  },
});
