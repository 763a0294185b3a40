import { createRng, type Rng } from "@qinghao/kernel";
import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Backend, Tf } from "../engine/backend.ts";
import { computeErrors } from "../errors.ts";
import { type Adam, createAdam } from "./adam.ts";
import { denseGradients, forwardLayers, type Loss, lossOf, type TrainingLayer } from "./dense-gradients.ts";
import { type DenseRows, matrixRows, takeRows, takeTargets } from "./dense-rows.ts";
import type { Activation, DenseNetwork } from "./network.ts";

export type { DenseRows } from "./dense-rows.ts";

export type EpochReport = {
  /** From 1. */
  readonly epoch: number;
  readonly epochs: number;
  readonly trainLoss: number;
  /** Null without validation rows. */
  readonly valLoss: number | null;
  readonly learningRate: number;
};

export type TrainDenseOptions = {
  /** From the first hidden layer to the output; the inputs follow from `x`. */
  readonly layers: readonly { readonly units: number; readonly activation: Activation }[];
  /** [rows * inputs], row-major, or a source of rows. Scale the features first. */
  readonly x: Float32Array | DenseRows;
  /** [rows * units of the last layer]; NaN marks a missing value. */
  readonly y: Float32Array;
  readonly valX?: Float32Array | DenseRows;
  readonly valY?: Float32Array;
  readonly epochs: number;
  /** Rows per step; default 128. */
  readonly batch?: number;
  /** Learning rate of Adam; default 1e-3. */
  readonly lr?: number;
  /** How the rate changes over the epochs; default constant, "cosine" falls to zero. */
  readonly schedule?: "constant" | "cosine";
  /** Share of hidden values dropped while training; default 0. */
  readonly dropout?: number;
  /** Decoupled weight decay; default 0. */
  readonly weightDecay?: number;
  readonly loss?: Loss;
  /** Stops after so many epochs without a better validation loss. */
  readonly patience?: number;
  /** Initial weights, order of the rows and dropout follow from it. */
  readonly seed: number;
  readonly signal?: AbortSignal;
  readonly onEpoch?: (report: EpochReport) => void | Promise<void>;
};

export type TrainedDense = {
  /** The weights of the epoch with the best validation loss, or of the last without validation rows. */
  readonly network: DenseNetwork;
  readonly bestEpoch: number;
  readonly history: readonly EpochReport[];
};

/** Validation rows evaluated at a time. */
const chunkRows = 1024;

/**
 * Trains a multilayer perceptron with Adam on whichever backend. The same seed gives the same weights on the same
 * backend and machine; other backends round differently. Other users of the backend get their turn between steps.
 * @throws `compute.input_invalid`, `compute.training_diverged`, `compute.cancelled`. Cost O(epochs * rows * weights).
 */
export async function trainDense(backend: Backend, options: TrainDenseOptions): Promise<TrainedDense> {
  const { batch = 128, lr = 1e-3, schedule = "constant", dropout = 0, weightDecay = 0, loss = "mse" } = options;
  const outputs = options.layers.at(-1)?.units ?? 0;
  const train = rowsOf(options.x, options.y, outputs);
  const val =
    options.valX !== undefined && options.valY !== undefined ? rowsOf(options.valX, options.valY, outputs) : null;
  const rng = createRng(options.seed);
  const { layers, adam } = await backend.run((tf) => {
    const made = initialLayers(tf, rng, train.source.inputs, options.layers);
    const variables = made.flatMap(({ weights, bias }) => [weights, bias]);
    const decays = made.flatMap(() => [true, false]);
    return { layers: made, adam: createAdam(tf, variables, decays, weightDecay) };
  });
  try {
    const history: EpochReport[] = [];
    let best: { epoch: number; loss: number; network: DenseNetwork } | null = null;
    const order = Uint32Array.from({ length: train.source.rows }, (_, row) => row);
    for (let epoch = 1; epoch <= options.epochs; epoch++) {
      const rate = schedule === "cosine" ? (lr * (1 + Math.cos((Math.PI * (epoch - 1)) / options.epochs))) / 2 : lr;
      shuffle(rng, order);
      let total = 0;
      for (let from = 0; from < order.length; from += batch) {
        if (options.signal?.aborted) throw computeErrors.create("cancelled", {}, options.signal.reason);
        const indices = order.subarray(from, from + batch);
        const stepLoss = await backend.run((tf) =>
          trainStep(tf, layers, adam, { train, indices, outputs, rng, dropout, loss, rate }),
        );
        if (!Number.isFinite(stepLoss)) throw computeErrors.create("training_diverged", { epoch });
        total += stepLoss * indices.length;
        await new Promise((resume) => setTimeout(resume, 0));
      }
      const valLoss = val === null ? null : await evaluate(backend, layers, val, outputs, loss);
      const report = { epoch, epochs: options.epochs, trainLoss: total / order.length, valLoss, learningRate: rate };
      history.push(report);
      if (valLoss !== null && (best === null || valLoss < best.loss))
        best = { epoch, loss: valLoss, network: await download(backend, layers) };
      await options.onEpoch?.(report);
      if (best !== null && options.patience !== undefined && epoch - best.epoch >= options.patience) break;
    }
    return best === null
      ? { network: await download(backend, layers), bestEpoch: history.length, history }
      : { network: best.network, bestEpoch: best.epoch, history };
  } finally {
    await backend.run(() => {
      adam.dispose();
      for (const { weights, bias } of layers) {
        weights.dispose();
        bias.dispose();
      }
    });
  }
}

type Labelled = { readonly source: DenseRows; readonly y: Float32Array };

function rowsOf(x: Float32Array | DenseRows, y: Float32Array, outputs: number): Labelled {
  const rows = y.length / outputs;
  if (!Number.isInteger(rows) || rows === 0)
    throw computeErrors.create("input_invalid", { reason: `${y.length} targets for ${outputs} outputs` });
  const source = x instanceof Float32Array ? matrixRows(x, rows) : x;
  if (source.rows !== rows)
    throw computeErrors.create("input_invalid", { reason: `${source.rows} rows of features, ${rows} of targets` });
  return { source, y };
}

/** He initialisation (He et al. 2015, doi 10.1109/ICCV.2015.123), the last layer with half the variance. */
function initialLayers(tf: Tf, rng: Rng, inputs: number, wanted: TrainDenseOptions["layers"]): TrainingLayer[] {
  let before = inputs;
  return wanted.map(({ units, activation }) => {
    const scale = Math.sqrt((activation === "relu" ? 2 : 1) / before);
    const weights = Float32Array.from({ length: before * units }, () => rng.normal() * scale);
    const layer = {
      weights: tf.variable(tf.tensor2d(weights, [before, units])),
      bias: tf.variable(tf.zeros([units])),
      activation,
    };
    before = units;
    return layer;
  });
}

type Step = {
  readonly train: Labelled;
  readonly indices: Uint32Array;
  readonly outputs: number;
  readonly rng: Rng;
  readonly dropout: number;
  readonly loss: Loss;
  readonly rate: number;
};

async function trainStep(tf: Tf, layers: readonly TrainingLayer[], adam: Adam, step: Step): Promise<number> {
  const { train, indices, rng, dropout } = step;
  const batch = toTensors(tf, train, indices, step.outputs);
  const masks = layers.map(({ bias }, index) =>
    dropout > 0 && index < layers.length - 1 ? dropoutMask(tf, rng, indices.length, bias.shape[0]!, dropout) : null,
  );
  const { loss, gradients } = denseGradients(tf, layers, batch, masks, step.loss);
  adam.step(gradients, step.rate);
  return (await loss.data())[0]!;
}

function toTensors(tf: Tf, { source, y }: Labelled, indices: Uint32Array, outputs: number) {
  const target = takeTargets(y, indices, outputs);
  const present = target.map((value) => (Number.isNaN(value) ? 0 : 1));
  const shape: [number, number] = [indices.length, outputs];
  return {
    x: tf.tensor2d(takeRows(source, indices), [indices.length, source.inputs]),
    target: tf.tensor2d(
      target.map((value) => (Number.isNaN(value) ? 0 : value)),
      shape,
    ),
    present: tf.tensor2d(present, shape),
  };
}

function dropoutMask(tf: Tf, rng: Rng, rows: number, units: number, rate: number): Tensor2D {
  const keep = 1 / (1 - rate);
  const mask = new Float32Array(rows * units);
  for (let at = 0; at < mask.length; at++) mask[at] = rng.next() < rate ? 0 : keep;
  return tf.tensor2d(mask, [rows, units]);
}

async function evaluate(
  backend: Backend,
  layers: readonly TrainingLayer[],
  val: Labelled,
  outputs: number,
  loss: Loss,
) {
  let total = 0;
  let known = 0;
  for (let from = 0; from < val.source.rows; from += chunkRows) {
    const count = Math.min(chunkRows, val.source.rows - from);
    const indices = Uint32Array.from({ length: count }, (_, at) => from + at);
    const [value, counted] = await backend.run(async (tf) => {
      const { x, target, present } = toTensors(tf, val, indices, outputs);
      const part = lossOf(tf, forwardLayers(tf, layers, x), target, present, loss).value;
      return [(await part.data())[0]!, (await tf.sum(present).data())[0]!] as const;
    });
    total += value * counted;
    known += counted;
  }
  return known === 0 ? Number.NaN : total / known;
}

function download(backend: Backend, layers: readonly TrainingLayer[]): Promise<DenseNetwork> {
  return backend.run(async () => ({
    layers: await Promise.all(
      layers.map(async ({ weights, bias, activation }) => ({
        weights: Float32Array.from(await weights.data()),
        bias: Float32Array.from(await bias.data()),
        activation,
      })),
    ),
  }));
}

function shuffle(rng: Rng, order: Uint32Array): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}
