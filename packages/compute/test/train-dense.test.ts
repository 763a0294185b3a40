import { createRng } from "@qinghao/kernel";
import type { Rank, Scalar } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { denseGradients } from "../src/dense/dense-gradients.ts";
import { type Backend, type DenseRows, runDense, trainDense } from "../src/index.ts";
import { enableAutodiff } from "../src/node/autodiff.ts";
import { openBackend } from "../src/node.ts";
import { relativeError } from "./random-network.ts";

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend("wasm");
});
afterAll(() => backend.dispose());

const inputs = 20;
function problem(rows: number, seed: number) {
  const rng = createRng(seed);
  const x = Float32Array.from({ length: rows * inputs }, () => rng.normal());
  const y = Float32Array.from({ length: rows }, (_, row) => {
    const at = row * inputs;
    return Math.sin(x[at]!) + x[at + 1]! * x[at + 2]! + 0.05 * rng.normal();
  });
  return { x, y };
}
const layers = [
  { units: 32, activation: "relu" as const },
  { units: 16, activation: "tanh" as const },
  { units: 1, activation: "linear" as const },
];

describe("trainDense", () => {
  test("learns a function of its inputs and keeps the best epoch", async () => {
    const train = problem(1500, 1);
    const val = problem(300, 2);
    const { network, history, bestEpoch } = await trainDense(backend, {
      layers,
      ...train,
      valX: val.x,
      valY: val.y,
      epochs: 40,
      batch: 64,
      lr: 5e-3,
      schedule: "cosine",
      weightDecay: 1e-3,
      seed: 3,
    });
    const predicted = await runDense(backend, network, val.x, 300);
    const mse = predicted.reduce((sum, value, row) => sum + (value - val.y[row]!) ** 2, 0) / 300;
    const best = history[bestEpoch - 1]!;
    expect(mse).toBeCloseTo(best.valLoss!, 4);
    expect(mse).toBeLessThan(0.3); // the variance of y is about 1.4
    for (const { valLoss } of history) expect(valLoss!).toBeGreaterThanOrEqual(best.valLoss!);
  });

  test("the seed decides everything", async () => {
    const options = { layers, ...problem(200, 4), epochs: 2, dropout: 0.3 };
    const one = await trainDense(backend, { ...options, seed: 5 });
    const two = await trainDense(backend, { ...options, seed: 5 });
    const other = await trainDense(backend, { ...options, seed: 6 });
    expect(two.network.layers[0]!.weights).toEqual(one.network.layers[0]!.weights);
    expect(other.network.layers[0]!.weights).not.toEqual(one.network.layers[0]!.weights);
  });

  test("rows from a source are the rows of a matrix; missing targets count for nothing", async () => {
    const { x, y } = problem(120, 7);
    const source: DenseRows = {
      rows: 120,
      inputs,
      fill: (indices, out) => {
        for (const [at, row] of indices.entries()) out.set(x.subarray(row * inputs, (row + 1) * inputs), at * inputs);
      },
    };
    const options = { layers, y, epochs: 2, seed: 8 };
    const matrix = await trainDense(backend, { ...options, x });
    const sparse = await trainDense(backend, { ...options, x: source });
    expect(sparse.history).toEqual(matrix.history);
    const holes = y.map((value, row) => (row % 2 === 0 ? value : Number.NaN));
    const { history } = await trainDense(backend, { ...options, x, y: holes });
    expect(history.every(({ trainLoss }) => Number.isFinite(trainLoss))).toBe(true);
  });

  test("stops early, on abort, and when the loss is no number", async () => {
    const train = problem(100, 9);
    const options = { layers, ...train, epochs: 50, seed: 1 };
    const val = { valX: train.x, valY: train.y.map((value) => -value) };
    const { history } = await trainDense(backend, { ...options, ...val, lr: 0.01, patience: 3 });
    expect(history.length).toBeLessThan(50);
    const abort = new AbortController();
    const stopped = trainDense(backend, { ...options, signal: abort.signal, onEpoch: () => abort.abort() });
    await expect(stopped).rejects.toMatchObject({ code: "compute.cancelled" });
    const broken = train.y.map(() => Number.POSITIVE_INFINITY);
    await expect(trainDense(backend, { ...options, y: broken })).rejects.toMatchObject({
      code: "compute.training_diverged",
    });
  });
});

describe("gradients", () => {
  test.each(["mse", "huber"] as const)("of %s agree with TensorFlow.js's automatic ones", async (loss) => {
    await enableAutodiff();
    const { x, y } = problem(30, 11);
    const rng = createRng(12);
    const { own, automatic } = await backend.run(async (tf) => {
      let before = inputs;
      const variables = layers.map(({ units, activation }) => {
        const weights = Float32Array.from({ length: before * units }, () => rng.normal() * 0.3);
        const layer = {
          weights: tf.variable(tf.tensor2d(weights, [before, units])),
          bias: tf.variable(tf.randomNormal([units], 0, 0.1, "float32", 2)),
          activation,
        };
        before = units;
        return layer;
      });
      const batch = {
        x: tf.tensor2d(x, [30, inputs]),
        target: tf.tensor2d(y, [30, 1]),
        present: tf.ones<Rank.R2>([30, 1]),
      };
      const ours = denseGradients(tf, variables, batch, [null, null, null], loss);
      const named = variables.flatMap(({ weights, bias }) => [weights, bias]);
      const { grads } = tf.variableGrads(() => {
        const output = variables.reduce((value, { weights, bias, activation }) => {
          const z = tf.add(tf.matMul(value, weights as never), bias);
          return (activation === "linear" ? z : tf[activation as "relu" | "tanh"](z)) as typeof value;
        }, batch.x);
        return (
          loss === "mse" ? tf.losses.meanSquaredError(batch.target, output) : tf.losses.huberLoss(batch.target, output)
        ) as Scalar;
      }, named);
      const result = {
        own: await Promise.all(ours.gradients.map((gradient) => gradient.data())),
        automatic: await Promise.all(named.map(({ name }) => grads[name]!.data())),
      };
      for (const variable of named) variable.dispose();
      return result;
    });
    for (const [index, wanted] of automatic.entries()) expect(relativeError(own[index]!, wanted)).toBeLessThan(1e-4);
  });
});
