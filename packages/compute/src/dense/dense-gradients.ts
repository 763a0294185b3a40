import type { Tensor, Tensor1D, Tensor2D, Variable } from "@tensorflow/tfjs-core";
import type { Tf } from "../engine/backend.ts";
import type { Activation } from "./network.ts";
import { activate } from "./run-dense.ts";

export type TrainingLayer = {
  readonly weights: Variable;
  readonly bias: Variable;
  readonly activation: Activation;
};

export type Loss = "mse" | "huber";

/** The derivative of the activation, from its output. */
function slope(tf: Tf, output: Tensor2D, activation: Activation): Tensor2D | null {
  if (activation === "linear") return null;
  if (activation === "relu") return tf.step(output);
  return activation === "tanh" ? tf.sub(1, tf.square(output)) : tf.mul(output, tf.sub(1, output));
}

/** Forward pass without dropout. */
export const forwardLayers = (tf: Tf, layers: readonly TrainingLayer[], x: Tensor2D): Tensor2D =>
  layers.reduce(
    (value, { weights, bias, activation }) =>
      activate(tf, tf.add(tf.matMul(value, weights as Tensor2D), bias) as Tensor2D, activation),
    x,
  );

/**
 * Loss and its derivative by the outputs; missing targets (NaN) count for nothing.
 * Mean squared error, or Huber's loss with a threshold of 1 (Huber 1964, doi 10.1214/aoms/1177703732).
 */
export function lossOf(tf: Tf, output: Tensor2D, target: Tensor2D, present: Tensor2D, loss: Loss) {
  const known = tf.maximum(tf.sum(present), 1);
  const residual = tf.mul(tf.sub(output, target), present);
  if (loss === "mse")
    return { value: tf.div(tf.sum(tf.square(residual)), known), slope: tf.div(tf.mul(residual, 2), known) as Tensor2D };
  const clipped = tf.clipByValue(residual, -1, 1);
  const value = tf.sum(tf.mul(clipped, tf.sub(residual, tf.mul(clipped, 0.5))));
  return { value: tf.div(value, known), slope: tf.div(clipped, known) as Tensor2D };
}

/** a'b or ab'. The wasm engine multiplies transposed operands many times slower than it transposes them. */
function productOfTransposed(tf: Tf, a: Tensor2D, b: Tensor2D, which: "first" | "second"): Tensor2D {
  const first = which === "first";
  if (tf.getBackend() !== "wasm") return tf.matMul(a, b, first, !first);
  return first ? tf.matMul(tf.transpose(a), b) : tf.matMul(a, tf.transpose(b));
}

/**
 * Loss and its gradients by every layer's weights and bias, in that order: back-propagation written out, for the
 * sake of the wasm engine and because automatic differentiation is no part of what Node loads.
 * @param masks one dropout mask per hidden layer, entries 0 or 1/(1 - rate), or null without dropout
 */
export function denseGradients(
  tf: Tf,
  layers: readonly TrainingLayer[],
  batch: { readonly x: Tensor2D; readonly target: Tensor2D; readonly present: Tensor2D },
  masks: readonly (Tensor2D | null)[],
  loss: Loss,
): { loss: Tensor; gradients: Tensor[] } {
  const inputs: Tensor2D[] = [];
  const outputs: Tensor2D[] = [];
  let value = batch.x;
  for (const [index, { weights, bias, activation }] of layers.entries()) {
    inputs.push(value);
    const output = activate(tf, tf.add(tf.matMul(value, weights as Tensor2D), bias) as Tensor2D, activation);
    outputs.push(output);
    const mask = masks[index];
    value = mask ? tf.mul(output, mask) : output;
  }
  const { value: lossValue, slope: top } = lossOf(tf, value, batch.target, batch.present, loss);
  const gradients: Tensor[] = new Array(layers.length * 2);
  let delta = top;
  for (let index = layers.length - 1; index >= 0; index--) {
    const { weights, activation } = layers[index]!;
    const mask = masks[index];
    if (mask) delta = tf.mul(delta, mask);
    const local = slope(tf, outputs[index]!, activation);
    if (local !== null) delta = tf.mul(delta, local);
    gradients[index * 2] = productOfTransposed(tf, inputs[index]!, delta, "first");
    gradients[index * 2 + 1] = tf.sum(delta, 0) as Tensor1D;
    if (index > 0) delta = productOfTransposed(tf, delta, weights as Tensor2D, "second");
  }
  return { loss: lossValue, gradients };
}
