import type { Scalar } from "@tensorflow/tfjs-core";
import { afterAll, describe, expect, test } from "vitest";
import {
  type Activation,
  type Backend,
  type BackendName,
  backendNameSchema,
  runDense,
  trainDense,
} from "../src/index.ts";
import { enableAutodiff } from "../src/node/autodiff.ts";
import { openBackend, probeBackends } from "../src/node.ts";
import { randomCounts, randomNetwork, referenceForward, relativeError } from "./random-network.ts";

const probes = await probeBackends();
const available: BackendName[] = [];
for (const { name, available: here, device, reason } of probes) {
  if (here) available.push(name);
  console.log(here ? `${name}: ${device}` : `skipped: ${name} is not available here: ${reason}`);
}

const network = randomNetwork([2200, 512, 128, 1], 7);
const rows = 40;
const x = randomCounts(rows, 2200, 11);
const opened: Backend[] = [];
afterAll(async () => {
  for (const backend of opened) await backend.dispose();
});

async function open(name: BackendName): Promise<Backend> {
  const backend = await openBackend(name);
  opened.push(backend);
  return backend;
}

test("every backend is probed, and the portable ones are always here", () => {
  expect(probes.map(({ name }) => name).toSorted()).toEqual(backendNameSchema.options.toSorted());
  expect(available).toEqual(expect.arrayContaining(["wasm", "cpu"]));
  for (const probe of probes) if (!probe.available) expect(probe.sentence?.zh).toBeTruthy();
});

describe.each(available)("%s", (name) => {
  test("gives the cpu backend's outputs of a model-sized network within 1e-4", async () => {
    const backend = await open(name);
    const wanted = await runDense(await open("cpu"), network, x, rows);
    const got = await runDense(backend, network, x, rows);
    expect(relativeError(wanted, referenceForward(network, x, rows))).toBeLessThan(1e-4);
    expect(relativeError(got, wanted)).toBeLessThan(1e-4);
  });

  test.each<Activation>(["linear", "relu", "tanh", "sigmoid"])("computes %s by its definition", async (activation) => {
    const small = randomNetwork([30, 20, 3], 3, activation);
    const input = randomCounts(5, 30, 4);
    const got = await runDense(await open(name), small, input, 5);
    expect(relativeError(got, referenceForward(small, input, 5))).toBeLessThan(1e-4);
  });

  test("takes the same first training steps as double precision would, and leaves no tensor", async () => {
    const backend = await open(name);
    const before = await backend.run((tf) => tf.memory().numTensors);
    const options = { x: randomCounts(64, 50, 5), y: randomCounts(64, 1, 6), epochs: 3, batch: 32, seed: 1 };
    const layers = [
      { units: 16, activation: "relu" as const },
      { units: 1, activation: "linear" as const },
    ];
    const trained = await trainDense(backend, { ...options, layers, dropout: 0.2, weightDecay: 0.01 });
    const onCpu = await trainDense(await open("cpu"), { ...options, layers, dropout: 0.2, weightDecay: 0.01 });
    expect(trained.history).toHaveLength(3);
    for (const [index, { trainLoss }] of trained.history.entries())
      expect(trainLoss).toBeCloseTo(onCpu.history[index]!.trainLoss, 4);
    expect(await backend.run((tf) => tf.memory().numTensors)).toBe(before);
  });

  test("trains with TensorFlow.js's own gradients and optimiser too", async () => {
    await enableAutodiff();
    const backend = await open(name);
    const [first, last] = await backend.run(async (tf) => {
      const weight = tf.variable(tf.zeros([4, 1]));
      const input = tf.tensor2d(randomCounts(32, 4, 8), [32, 4]);
      const target = tf.sum(input, 1, true);
      const adam = tf.train.adam(0.05);
      const losses: number[] = [];
      for (let step = 0; step < 120; step++) {
        const { value, grads } = tf.variableGrads(() =>
          tf.mean<Scalar>(tf.squaredDifference(tf.matMul(input, weight as never), target)),
        );
        adam.applyGradients(grads as never);
        losses.push((await value.data())[0]!);
      }
      weight.dispose();
      adam.dispose();
      return [losses[0]!, losses.at(-1)!];
    });
    expect(last).toBeLessThan(first * 0.05);
  });
});
