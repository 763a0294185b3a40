import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BackendChoice, BackendRecord } from "@qinghao/compute";
import { createThreadPool } from "@qinghao/compute/node";
import { type Progress, progressOf } from "@qinghao/kernel";
import type { EndpointId } from "../endpoints/registry.ts";
import { type ModelSet, openModels } from "../model/open-models.ts";
import type { PredictionRow } from "../schema.ts";
import type { PredictorInit, PredictorOutput, PredictorTask } from "./predictor-protocol.ts";

export type PredictorOptions = {
  /** The folder of index.json. */
  readonly weightsDir: string;
  /** Worker threads; default one per core that this process may use. */
  readonly threads?: number;
  /** Default "auto": the fastest that is here. */
  readonly backend?: BackendChoice;
};

/** What a run keeps of how it was computed. */
export type PredictorRecord = {
  readonly backend: BackendRecord["name"];
  readonly device: string;
  readonly engine: BackendRecord;
  readonly threads: number;
  readonly toolkit: Readonly<Record<string, string>>;
  /** Model version by endpoint. */
  readonly models: Readonly<Record<string, string>>;
};

export type BatchItem = { readonly id: string; readonly smiles: string };
export type BatchOptions = {
  readonly endpoints?: readonly EndpointId[];
  readonly nearest?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
};

export type Predictor = {
  /**
   * One row per item, in order, each with the item's id.
   * @throws `compute.cancelled` on abort, `properties.endpoint_unknown`
   */
  predictBatch<Item extends BatchItem>(
    items: readonly Item[],
    options?: BatchOptions,
  ): Promise<(PredictionRow & { id: string })[]>;
  /** Batches of a source too long to hold, in order; read no faster than the results are taken. */
  predictStream(
    batches: AsyncIterable<readonly BatchItem[]>,
    options?: BatchOptions,
  ): AsyncIterable<(PredictionRow & { id: string })[]>;
  record(): PredictorRecord;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Molecules in one task: large enough for the matrix products, small enough to cancel within a second. */
const taskSize = 128;

/**
 * Starts worker threads, each with its own RDKit, backend and models; ready when every part has loaded.
 * @throws `compute.backend_unavailable`, `properties.weights_missing`, `properties.weights_corrupt`
 */
export async function createPredictor(options: PredictorOptions): Promise<Predictor> {
  const init: PredictorInit = { weightsDir: options.weightsDir, backend: options.backend ?? "auto" };
  const pool = createThreadPool<PredictorTask, PredictorOutput>({
    script: new URL("./predictor.worker.ts", import.meta.url),
    size: options.threads,
    init,
  });
  let described: PredictorOutput;
  try {
    described = await pool.run({ kind: "describe" });
  } catch (thrown) {
    await pool.terminate();
    throw thrown;
  }
  if (described.kind !== "described") throw new TypeError("the thread answered out of turn");
  const { backend, rdkit, models } = described;

  async function* stream(
    batches: AsyncIterable<readonly BatchItem[]> | Iterable<readonly BatchItem[]>,
    batch: BatchOptions,
  ) {
    const { endpoints, nearest, signal } = batch;
    const flying: (readonly BatchItem[])[] = [];
    async function* tasks(): AsyncGenerator<PredictorTask> {
      for await (const items of batches) {
        flying.push(items);
        yield { kind: "predict", smiles: items.map((item) => item.smiles), endpoints, nearest };
      }
    }
    for await (const output of pool.map(tasks(), { signal })) {
      const items = flying.shift()!;
      if (output.kind === "predicted") yield output.rows.map((row, i) => ({ id: items[i]!.id, ...row }));
    }
  }

  const predictBatch: Predictor["predictBatch"] = async (items, batch = {}) => {
    const parts = Array.from({ length: Math.ceil(items.length / taskSize) }, (_, i) =>
      items.slice(i * taskSize, (i + 1) * taskSize),
    );
    const started = performance.now();
    const rows: (PredictionRow & { id: string })[] = [];
    let failed = 0;
    for await (const part of stream(parts, batch)) {
      rows.push(...part);
      failed += part.filter((row) => !row.ok).length;
      batch.onProgress?.(progressOf(rows.length - failed, failed, items.length, performance.now() - started));
    }
    return rows;
  };
  return {
    predictBatch,
    predictStream: (batches, batch = {}) => stream(batches, batch),
    record: () => ({
      backend: backend.name,
      device: backend.device,
      engine: backend,
      threads: pool.size,
      toolkit: { rdkit, node: process.version },
      models,
    }),
    close: () => pool.terminate(),
    [Symbol.asyncDispose]: () => pool.terminate(),
  };
}

/** Opens the models of a folder in this thread, for single predictions. */
export const openModelsFromFolder = (weightsDir: string, endpoints?: readonly EndpointId[]): Promise<ModelSet> =>
  openModels(async (path) => new Uint8Array(await readFile(join(weightsDir, path))), endpoints);
