import type { FeatureMatrix } from "../boosting/bin-matrix.ts";

/** How raw features become the inputs of the kernel machine: z = clip((x - mean) / sd, -4, 4) on some columns, rounded. */
export type Scaling = { readonly columns: Uint16Array; readonly mean: Float32Array; readonly scale: Float32Array };

/** Standardised values beyond this many standard deviations are cut off: a rare count must not dominate a distance. */
const clip = 4;

/**
 * Means and standard deviations of the columns that vary.
 * @param minNonZeroShare columns that are zero in more rows than this leaves are left out
 */
export function fitScaling(matrix: FeatureMatrix, minNonZeroShare: number): Scaling {
  const { rows, columns, values } = matrix;
  const kept: number[] = [];
  const means: number[] = [];
  const scales: number[] = [];
  for (let c = 0; c < columns; c++) {
    let sum = 0;
    let nonZero = 0;
    for (let r = 0; r < rows; r++) {
      const value = values[r * columns + c]!;
      sum += value;
      if (value !== 0) nonZero++;
    }
    const mean = sum / rows;
    let squares = 0;
    for (let r = 0; r < rows; r++) squares += (values[r * columns + c]! - mean) ** 2;
    const scale = Math.sqrt(squares / rows);
    if (scale < 1e-6 || nonZero < rows * minNonZeroShare) continue;
    kept.push(c);
    means.push(mean);
    scales.push(scale);
  }
  return { columns: Uint16Array.from(kept), mean: Float32Array.from(means), scale: Float32Array.from(scales) };
}

/** One unit of a standardised value, in standard deviations. */
const step = clip / 127;

/** Squared length of one unit per input, so that distances can be told in standard deviations. */
export const stepSquared = step * step;

/**
 * Standardised rows, row-major, `scaling.columns.length` values a row: whole numbers from -127 to 127, in units of 4/127
 * standard deviations. Products of such numbers add up without rounding in float32 (below 1,000 inputs), so that every
 * backend sees the same distances, and the training rows fit into bytes.
 */
export function applyScaling(scaling: Scaling, matrix: FeatureMatrix): Float32Array {
  const { columns, mean, scale } = scaling;
  const width = columns.length;
  const out = new Float32Array(matrix.rows * width);
  for (let r = 0; r < matrix.rows; r++) {
    for (let c = 0; c < width; c++) {
      const z = (matrix.values[r * matrix.columns + columns[c]!]! - mean[c]!) / scale[c]!;
      out[r * width + c] = Math.round(Math.max(-clip, Math.min(clip, z)) / step);
    }
  }
  return out;
}
