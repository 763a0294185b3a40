import { binMatrix, type FeatureMatrix } from "../boosting/bin-matrix.ts";
import { type GbdtOptions, predictGbdt, trainOnBins } from "../boosting/gbdt.ts";
import { stepSquared } from "../kernel-machine/scaling.ts";
import { type KernelOptions, solveKernel, squaredDistance } from "../kernel-machine/train-kernel.ts";

/** Rows of the folds: `train` without the fold, `held` of it. */
export type Fold = { readonly train: Uint32Array; readonly held: Uint32Array };

export function foldsOf(assignment: Uint8Array, count: number): Fold[] {
  const rows = Uint32Array.from({ length: assignment.length }, (_, i) => i);
  return Array.from({ length: count }, (_, fold) => ({
    train: rows.filter((row) => assignment[row] !== fold),
    held: rows.filter((row) => assignment[row] === fold),
  }));
}

/** Mean squared distance per input, in standard deviations squared, of all pairs of standardised rows, [n * n]. Cost n^2 * width / 2. */
export function pairDistances(z: Float32Array, n: number, width: number): Float32Array {
  const out = new Float32Array(n * n);
  const scale = stepSquared / width;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const d = squaredDistance(z, i * width, z, j * width, width) * scale;
      out[i * n + j] = d;
      out[j * n + i] = d;
    }
  }
  return out;
}

/** Kernel block between two sets of rows, row-major. */
export function kernelBlock(
  distances: Float32Array,
  n: number,
  rows: Uint32Array,
  columns: Uint32Array,
  gamma: number,
): Float32Array {
  const out = new Float32Array(rows.length * columns.length);
  for (let i = 0, at = 0; i < rows.length; i++) {
    const row = rows[i]! * n;
    for (let j = 0; j < columns.length; j++) out[at++] = Math.exp(-gamma * distances[row + columns[j]!]!);
  }
  return out;
}

/** Lets the event loop take a turn, so that an abort is heard between two long computations. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await new Promise((resume) => setImmediate(resume));
  signal?.throwIfAborted();
}

/** Called after each fold. */
export type FoldWatch = { readonly signal?: AbortSignal; readonly onFold?: () => void };

/** Predictions of a kernel machine for every row by the machine of the other folds. */
export async function heldOutKernel(
  distances: Float32Array,
  target: Float64Array,
  folds: readonly Fold[],
  options: KernelOptions,
  watch: FoldWatch = {},
): Promise<Float64Array> {
  const n = target.length;
  const out = new Float64Array(n);
  for (const { train, held } of folds) {
    await breathe(watch.signal);
    const { base, weights } = solveKernel(
      kernelBlock(distances, n, train, train, options.gamma),
      Float64Array.from(train, (row) => target[row]!),
      options,
    );
    for (const row of held) {
      let sum = base;
      for (let j = 0; j < train.length; j++)
        sum += weights[j]! * Math.exp(-options.gamma * distances[row * n + train[j]!]!);
      out[row] = sum;
    }
    watch.onFold?.();
  }
  return out;
}

/** Predictions of a boosted model for every row by the model of the other folds. */
export async function heldOutBoosting(
  matrix: FeatureMatrix,
  target: Float64Array,
  folds: readonly Fold[],
  options: GbdtOptions,
  seed: number,
  watch: FoldWatch = {},
): Promise<Float64Array> {
  const out = new Float64Array(target.length);
  for (const { train, held } of folds) {
    await breathe(watch.signal);
    const part = takeRows(matrix, train);
    const bins = binMatrix(part, options.maxBins, options.minNonDefault);
    const model = trainOnBins(
      bins,
      matrix.columns,
      Float64Array.from(train, (row) => target[row]!),
      options,
      seed,
    );
    predictGbdt(model, takeRows(matrix, held)).forEach((value, i) => {
      out[held[i]!] = value;
    });
    watch.onFold?.();
  }
  return out;
}

export function takeRows(matrix: FeatureMatrix, rows: Uint32Array): FeatureMatrix {
  const { columns, values } = matrix;
  const out = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    out.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { rows: rows.length, columns, values: out };
}
