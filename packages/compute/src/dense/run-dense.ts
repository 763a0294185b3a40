import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Backend, Tf } from "../engine/backend.ts";
import { computeErrors } from "../errors.ts";
import { type Activation, type DenseNetwork, denseShapes } from "./network.ts";

/** Rows evaluated at a time: bounds the memory of the widest layer. */
const chunkRows = 2048;

export const activate = (tf: Tf, x: Tensor2D, activation: Activation): Tensor2D =>
  activation === "linear" ? x : tf[activation](x);

/** A network whose weights lie on a backend, for many calls. */
export type LoadedDense = {
  readonly inputs: number;
  readonly outputs: number;
  /** As `runDense`. */
  run(x: Float32Array, rows: number, signal?: AbortSignal): Promise<Float32Array>;
  dispose(): Promise<void>;
};

/**
 * Uploads the weights once.
 * @throws `compute.network_invalid` when the layers do not fit each other.
 */
export async function loadDense(backend: Backend, network: DenseNetwork): Promise<LoadedDense> {
  const shapes = denseShapes(network);
  const { inputs } = shapes[0]!;
  const { outputs } = shapes.at(-1)!;
  const layers = await backend.run((tf) =>
    network.layers.map(({ weights, bias, activation }, index) => ({
      weights: tf.keep(tf.tensor2d(weights, [shapes[index]!.inputs, shapes[index]!.outputs])),
      bias: tf.keep(tf.tensor1d(bias)),
      activation,
    })),
  );
  const forward = (tf: Tf, x: Tensor2D): Tensor2D =>
    layers.reduce(
      (value, { weights, bias, activation }) =>
        activate(tf, tf.add(tf.matMul(value, weights), bias) as Tensor2D, activation),
      x,
    );
  const run = async (x: Float32Array, rows: number, signal?: AbortSignal) => {
    if (x.length !== rows * inputs)
      throw computeErrors.create("input_invalid", {
        reason: `${x.length} values are not ${rows} rows of ${inputs}`,
      });
    const result = new Float32Array(rows * outputs);
    for (let from = 0; from < rows; from += chunkRows) {
      if (signal?.aborted) throw computeErrors.create("cancelled", {}, signal.reason);
      const count = Math.min(chunkRows, rows - from);
      const part = x.subarray(from * inputs, (from + count) * inputs);
      result.set(await backend.run((tf) => forward(tf, tf.tensor2d(part, [count, inputs])).data()), from * outputs);
    }
    return result;
  };
  let open = true;
  const dispose = async () => {
    if (!open) return;
    open = false;
    await backend.run(() => {
      for (const layer of layers) {
        layer.weights.dispose();
        layer.bias.dispose();
      }
    });
  };
  return { inputs, outputs, run, dispose };
}

/**
 * Forward pass of a multilayer perceptron.
 * @param x    inputs, length rows * inputs, row-major
 * @returns outputs, length rows * outputs of the last layer, row-major. Every backend agrees within 1e-4 relative.
 * @throws `compute.network_invalid`, `compute.input_invalid`. Cost O(rows * weights).
 */
export async function runDense(
  backend: Backend,
  network: DenseNetwork,
  x: Float32Array,
  rows: number,
): Promise<Float32Array> {
  const loaded = await loadDense(backend, network);
  try {
    return await loaded.run(x, rows);
  } finally {
    await loaded.dispose();
  }
}
