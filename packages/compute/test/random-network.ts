import { createRng } from "@qinghao/kernel";
import type { Activation, DenseNetwork } from "../src/index.ts";

/** A network with He-scaled random weights; the last layer is linear. */
export function randomNetwork(widths: readonly number[], seed: number, hidden: Activation = "relu"): DenseNetwork {
  const rng = createRng(seed);
  const layers = widths.slice(1).map((outputs, index) => {
    const inputs = widths[index]!;
    return {
      weights: Float32Array.from({ length: inputs * outputs }, () => rng.normal() * Math.sqrt(2 / inputs)),
      bias: Float32Array.from({ length: outputs }, () => rng.normal() * 0.1),
      activation: index === widths.length - 2 ? ("linear" as const) : hidden,
    };
  });
  return { layers };
}

/** Rows like count fingerprints: one value in twenty is a small count. */
export function randomCounts(rows: number, inputs: number, seed: number): Float32Array {
  const rng = createRng(seed);
  return Float32Array.from({ length: rows * inputs }, () => (rng.next() < 0.05 ? 1 + rng.int(4) : 0));
}

/** The forward pass in double precision, written from the definition. */
export function referenceForward({ layers }: DenseNetwork, x: Float32Array, rows: number): Float64Array {
  let value = Float64Array.from(x);
  for (const { weights, bias, activation } of layers) {
    const outputs = bias.length;
    const inputs = weights.length / outputs;
    const next = new Float64Array(rows * outputs);
    for (let row = 0; row < rows; row++) {
      for (let out = 0; out < outputs; out++) next[row * outputs + out] = bias[out]!;
      for (let at = 0; at < inputs; at++) {
        const given = value[row * inputs + at]!;
        if (given === 0) continue;
        for (let out = 0; out < outputs; out++) next[row * outputs + out]! += given * weights[at * outputs + out]!;
      }
    }
    value = next.map((z) => apply(z, activation));
  }
  return value;
}

function apply(z: number, activation: Activation): number {
  if (activation === "relu") return Math.max(0, z);
  if (activation === "tanh") return Math.tanh(z);
  return activation === "sigmoid" ? 1 / (1 + Math.exp(-z)) : z;
}

/** The largest difference, relative to the largest reference value. */
export function relativeError(got: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let scale = 0;
  let worst = 0;
  for (let at = 0; at < wanted.length; at++) {
    scale = Math.max(scale, Math.abs(wanted[at]!));
    worst = Math.max(worst, Math.abs(got[at]! - wanted[at]!));
  }
  return worst / scale;
}
