// Matrix products, forward passes and training on every backend of this machine, in one run. Writes bench/results.json.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";
import { type Backend, loadDense, trainDense } from "../src/index.ts";
import { enableAutodiff } from "../src/node/autodiff.ts";
import { openBackend, probeBackends } from "../src/node.ts";
import { randomCounts, randomNetwork } from "../test/random-network.ts";

/** At least this long per figure, so that one figure is no single call; CPU time tells what a busy machine hides. */
const minMs = 1500;

type Rate = { perSecond: number; perCpuSecond: number };

/** Items per second of `work`, which handles `items` each call; one call to warm up. */
async function measure(items: number, work: () => Promise<unknown>, enoughMs = minMs): Promise<Rate> {
  await work();
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  let handled = 0;
  while (performance.now() - started < enoughMs) {
    await work();
    handled += items;
  }
  const wallS = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: handled / wallS, perCpuSecond: (handled * 1e6) / (user + system) };
}

const m = 512;
const k = 2048;
const n = 512;
async function matmul(backend: Backend): Promise<Rate> {
  const [a, b] = await backend.run((tf) => [
    tf.keep(tf.randomUniform([m, k], -1, 1, "float32", 1)),
    tf.keep(tf.randomUniform([k, n], -1, 1, "float32", 2)),
  ]);
  const work = () => backend.run(async (tf) => (await tf.sum(tf.matMul(a!, b!)).data())[0]);
  const rate = await measure((2 * m * k * n) / 1e9, work);
  await backend.run(() => {
    a!.dispose();
    b!.dispose();
  });
  return rate;
}

const widths = [2200, 512, 128, 1];
const rows = 512;
const x = randomCounts(rows, widths[0]!, 3);
async function forward(backend: Backend): Promise<Rate> {
  const loaded = await loadDense(backend, randomNetwork(widths, 4));
  const rate = await measure(rows, () => loaded.run(x, rows));
  await loaded.dispose();
  return rate;
}

async function training(backend: Backend): Promise<Rate> {
  const layers = widths.slice(1).map((units, index) => ({
    units,
    activation: index === widths.length - 2 ? ("linear" as const) : ("relu" as const),
  }));
  const y = Float32Array.from({ length: rows }, (_, row) => x[row * widths[0]!]!);
  // Enough that the making of the first weights does not count, where that is not lost in the rest anyway.
  const epochs = backend.name === "cpu" ? 1 : 16;
  return measure(rows * epochs, () => trainDense(backend, { layers, x, y, epochs, batch: 256, seed: 5, dropout: 0.2 }));
}

/** The baseline: the same network trained through TensorFlow.js's own derivatives and Adam. */
async function automatic(backend: Backend): Promise<Rate> {
  await enableAutodiff();
  const y = Float32Array.from({ length: rows }, (_, row) => x[row * widths[0]!]!);
  const layers = await backend.run((tf) =>
    widths.slice(1).map((units, index) => ({
      weights: tf.variable(tf.randomNormal([widths[index]!, units], 0, 0.03, "float32", index)),
      bias: tf.variable(tf.zeros([units])),
    })),
  );
  const adam = backend.tf.train.adam(1e-3);
  const size = 256;
  const step = (from: number) =>
    backend.run(async (tf) => {
      const part = tf.tensor2d(x.subarray(from * widths[0]!, (from + size) * widths[0]!), [size, widths[0]!]);
      const target = tf.tensor2d(y.subarray(from, from + size), [size, 1]);
      const loss = adam.minimize(() => {
        const output = layers.reduce<Tensor2D>((value, { weights, bias }, index) => {
          const z = tf.add(tf.matMul(value, weights as Tensor2D), bias) as Tensor2D;
          return index === layers.length - 1 ? z : (tf.dropout(tf.relu(z), 0.2, undefined, index) as Tensor2D);
        }, part);
        return tf.losses.meanSquaredError(target, output) as Scalar;
      }, true);
      return (await loss!.data())[0];
    });
  const rate = await measure(rows, async () => {
    for (let from = 0; from < rows; from += size) await step(from);
  });
  await backend.run(() => {
    adam.dispose();
    for (const { weights, bias } of layers) {
      weights.dispose();
      bias.dispose();
    }
  });
  return rate;
}

const figure = (value: number) =>
  (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en")).padStart(10);
const results = [];
console.log(`${cpus()[0]?.model}, ${cpus().length} cores; network ${widths.join("-")}, batch 256 in training`);
console.log(
  "\nbackend                                   GFLOP/s  forward/s    train/s autodiff/s   (the same per CPU second)",
);
for (const { name, available, device, kind, reason } of await probeBackends()) {
  // A software adapter needs minutes for what nobody would give it.
  const skipped = !available ? reason : name === "webgpu" && kind !== "gpu" ? `${device} is software` : null;
  if (skipped !== null) {
    console.log(`${name.padEnd(12)}skipped: ${skipped}`);
    results.push({ name, skipped });
    continue;
  }
  const backend = await openBackend(name);
  const rates = [
    await matmul(backend),
    await forward(backend),
    await training(backend),
    await automatic(backend),
  ] as const;
  await backend.dispose();
  const wall = rates.map((rate) => figure(rate.perSecond)).join(" ");
  const cpu = rates.map((rate) => figure(rate.perCpuSecond)).join(" ");
  console.log(`${`${name}: ${device}`.padEnd(38)} ${wall}   (${cpu})`);
  const [matmulGflop, forwardSamples, trainSamples, autodiffSamples] = rates;
  results.push({ name, device, kind, matmulGflop, forwardSamples, trainSamples, autodiffSamples });
}
const report = { machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }, widths, results };
writeFileSync(new URL("./results.json", import.meta.url), `${JSON.stringify(report, null, 2)}\n`);
process.exit(0);
