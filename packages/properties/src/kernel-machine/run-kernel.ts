import type { Backend } from "@qinghao/compute";
import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { KernelMachine } from "./train-kernel.ts";

/** Rows evaluated at a time: bounds the block of products in memory. */
const chunkRows = 128;

/** A kernel machine whose centres lie on a backend, for many calls. */
export type LoadedKernel = {
  /** Values for standardised rows, length rows. */
  run(z: Float32Array, rows: number): Promise<Float64Array>;
  dispose(): Promise<void>;
};

/**
 * Uploads the centres once. The backend computes what costs most, the inner products of rows and centres: of whole
 * numbers, hence exact in float32 whichever way it adds them up. Distances, |x - c|^2 = |x|^2 + |c|^2 - 2 x.c,
 * exponentials and the weighted sum follow in float64, so that every backend gives the same value.
 * Cost rows * centres * width on the backend, rows * centres exponentials here.
 */
export async function loadKernel(backend: Backend, machine: KernelMachine): Promise<LoadedKernel> {
  const { width, rate, base, weights } = machine;
  const count = weights.length;
  const norms = squaredNorms(machine.centres, width);
  const transposed = await backend.run((tf) => tf.keep(tf.transpose(tf.tensor2d(machine.centres, [count, width]))));
  const run = async (z: Float32Array, rows: number): Promise<Float64Array> => {
    const out = new Float64Array(rows);
    const own = squaredNorms(z, width);
    for (let from = 0; from < rows; from += chunkRows) {
      const n = Math.min(chunkRows, rows - from);
      const part = z.subarray(from * width, (from + n) * width);
      const products = await backend.run((tf) =>
        tf.matMul(tf.tensor2d(part, [n, width]), transposed as Tensor2D).data(),
      );
      for (let r = 0; r < n; r++) {
        const square = own[from + r]!;
        const row = r * count;
        let sum = base;
        for (let j = 0; j < count; j++)
          sum += weights[j]! * Math.exp(-rate * (square + norms[j]! - 2 * products[row + j]!));
        out[from + r] = sum;
      }
    }
    return out;
  };
  const dispose = async (): Promise<void> => {
    await backend.run(() => transposed.dispose());
  };
  return { run, dispose };
}

function squaredNorms(x: Float32Array, width: number): Float64Array {
  const norms = new Float64Array(x.length / width);
  for (let i = 0; i < x.length; i++) norms[Math.floor(i / width)]! += x[i]! * x[i]!;
  return norms;
}
