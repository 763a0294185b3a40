import type { ChemKit } from "@qinghao/chemistry";
import { binMatrix } from "../boosting/bin-matrix.ts";
import { type Gbdt, type GbdtOptions, trainOnBins } from "../boosting/gbdt.ts";
import type { endpoints } from "../endpoints/registry.ts";
import { propertiesErrors } from "../errors.ts";
import { type Features, featurise, fingerprintOptions } from "../featurize/featurise.ts";
import { applyScaling, fitScaling, stepSquared } from "../kernel-machine/scaling.ts";
import { type KernelOptions, solveKernel } from "../kernel-machine/train-kernel.ts";
import { toMatrix } from "../model/evaluate.ts";
import type { PropertyModel } from "../model/property-model.ts";
import type { Candidate, Evaluation, Manifest } from "../schema.ts";
import { NeighbourIndex, toBitRows } from "../similarity/neighbour-index.ts";
import { calibrate } from "./calibrate.ts";
import { candidates, kernelShares, minNonZeroShare } from "./candidates.ts";
import { breathe, foldsOf, heldOutBoosting, heldOutKernel, kernelBlock, pairDistances } from "./cross-validate.ts";
import type { LabelledRow } from "./dataset.ts";
import { meanAbsoluteError } from "./metrics.ts";
import { roundedRows } from "./rounded-rows.ts";
import { scaffoldFolds } from "./scaffold-folds.ts";
import { selectionSentence } from "./sentences.ts";
import type { TrainingProgress } from "./train-endpoint.ts";

const foldCount = 5;

export type FittedModel = {
  readonly parts: PropertyModel;
  readonly manifest: Pick<Manifest, "model" | "interval" | "domain" | "selection">;
  readonly evaluation: Pick<Evaluation, "quantiles" | "heldOut">;
};

/** Chooses, fits and calibrates on the training rows alone. Rows whose structure cannot be read are left out. */
export async function fitModel(
  kit: ChemKit,
  declaration: (typeof endpoints)[number],
  rows: readonly LabelledRow[],
  seeds: readonly number[],
  onProgress: (progress: TrainingProgress) => void,
  signal?: AbortSignal,
): Promise<FittedModel> {
  const { molecules, measured, positions } = featuriseRows(kit, rows, onProgress);
  const matrix = toMatrix(molecules.map((molecule) => molecule.descriptors));
  const target = Float64Array.from(measured);
  const n = target.length;
  // Standardising looks at structures only, never at values, so that it may see all training rows.
  const scaling = fitScaling(matrix, minNonZeroShare);
  const centres = applyScaling(scaling, matrix);
  const width = scaling.columns.length;
  const distances = pairDistances(centres, n, width);
  const folds = foldsOf(
    scaffoldFolds(
      molecules.map((molecule) => molecule.graph),
      foldCount,
    ),
    foldCount,
  );

  const { kernel, boosting } = candidates[declaration.id];
  const table: Candidate[] = [];
  let done = 0;
  const total = (kernel.length + boosting.length) * foldCount;
  const watch = { signal, onFold: () => onProgress({ stage: "select", done: ++done, total }) };
  onProgress({ stage: "select", done, total });
  const pick = async <Option>(
    options: readonly Option[],
    part: "kernel" | "boosting",
    parametersOf: (option: Option) => Candidate["parameters"],
    heldOut: (option: Option) => Promise<Float64Array>,
  ) => {
    let best: { option: Option; values: Float64Array; mae: number } | null = null;
    for (const option of options) {
      const values = await heldOut(option);
      const mae = meanAbsoluteError(values, target);
      table.push({ part, parameters: parametersOf(option), mae });
      if (best === null || mae < best.mae) best = { option, values, mae };
    }
    return best!;
  };
  const bestKernel = await pick(kernel, "kernel", kernelParameters, (option) =>
    heldOutKernel(distances, target, folds, option, watch),
  );
  const bestBoosting = await pick(boosting, "boosting", boostingParameters, (option) =>
    heldOutBoosting(matrix, target, folds, option, seeds[0]!, watch),
  );
  const blends = kernelShares.map((share) => {
    const values = target.map((_, i) => share * bestKernel.values[i]! + (1 - share) * bestBoosting.values[i]!);
    return { share, values, mae: meanAbsoluteError(values, target) };
  });
  const blend = blends.reduce((best, one) => (one.mae < best.mae ? one : best));
  table.push(...blends.map(({ share, mae }) => ({ part: "blend" as const, parameters: { kernelShare: share }, mae })));

  const everyRow = Uint32Array.from({ length: n }, (_, i) => i);
  const { gamma } = bestKernel.option;
  const solved = solveKernel(kernelBlock(distances, n, everyRow, everyRow, gamma), target, bestKernel.option);
  const bins = binMatrix(matrix, bestBoosting.option.maxBins, bestBoosting.option.minNonDefault);
  const boosted: Gbdt[] = [];
  for (const seed of seeds) {
    onProgress({ stage: "fit", done: boosted.length, total: seeds.length });
    await breathe(signal);
    boosted.push(trainOnBins(bins, matrix.columns, target, bestBoosting.option, seed));
  }
  const training = {
    smiles: molecules.map((molecule) => molecule.smiles),
    measured: Float32Array.from(target),
    bits: toBitRows(molecules.map((molecule) => molecule.bits)),
  };
  const calibrated = calibrate({
    index: new NeighbourIndex(training.bits, fingerprintOptions.bits),
    molecules,
    measured: training.measured,
    folds,
    kernel: bestKernel.values,
    boosting: bestBoosting.values,
    value: blend.values,
    level: declaration.interval.level,
  });
  return {
    parts: {
      scaling,
      kernel: {
        rate: (gamma * stepSquared) / width,
        base: solved.base,
        width,
        centres,
        weights: Float32Array.from(solved.weights),
      },
      boosting: boosted,
      difficulty: calibrated.difficulty,
      training,
    },
    manifest: {
      model: {
        kind: "kernel+boosting",
        seeds: [...seeds],
        kernel: {
          gamma,
          base: solved.base,
          ridge: bestKernel.option.ridge,
          robustDelta: bestKernel.option.robustDelta,
        },
        boosting: {
          trees: bestBoosting.option.trees,
          learningRate: bestBoosting.option.learningRate,
          leaves: bestBoosting.option.leaves,
        },
        kernelShare: blend.share,
      },
      interval: calibrated.interval,
      domain: calibrated.domain,
      selection: {
        folds: foldCount,
        method: selectionSentence({
          folds: foldCount,
          kernels: kernel.length,
          boosted: boosting.length,
          blends: blends.length,
        }),
        mae: blend.mae,
        table,
      },
    },
    evaluation: {
      quantiles: calibrated.quantiles,
      heldOut: roundedRows({ row: positions, measured, value: blend.values, ...calibrated.heldOut }),
    },
  };
}

const kernelParameters = ({ gamma, ridge, robustDelta, rounds }: KernelOptions) => ({
  gamma,
  ridge,
  robustDelta,
  rounds,
});
const boostingParameters = ({ loss, ...numbers }: GbdtOptions) => ({
  ...numbers,
  ...(loss.kind === "huber" ? { huberDelta: loss.delta } : {}),
});

function featuriseRows(kit: ChemKit, rows: readonly LabelledRow[], onProgress: (progress: TrainingProgress) => void) {
  const molecules: Features[] = [];
  const measured: number[] = [];
  const positions: number[] = [];
  rows.forEach((row, i) => {
    if (i % 500 === 0) onProgress({ stage: "features", done: i, total: rows.length });
    const features = featurise(kit, row.smiles);
    if (!features.ok) return;
    molecules.push(features.value);
    measured.push(row.measured);
    positions.push(i);
  });
  if (molecules.length < 100)
    throw propertiesErrors.create("dataset_invalid", {
      path: "train_val.csv",
      reason: `only ${molecules.length} structures can be read`,
    });
  return { molecules, measured, positions };
}
