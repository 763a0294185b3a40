import { getRun, getShard, type NewPrediction, storeShard } from "@qinghao/db";
import type { RunRecord } from "@qinghao/db/schema";
import type { RunId } from "@qinghao/kernel";
import type { ComputeQueue } from "../contract.ts";
import { modellingErrors } from "../errors.ts";
import type { EndpointOutcome } from "../predictor.ts";
import { readShard, type ShardTools, shardName } from "./plan-shards.ts";
import { resultsRows } from "./results-file.ts";

export type ScoreShardInput = { runId: RunId; shard: number };

/**
 * Predicts one shard and stores predictions, counts and the shard's mark in one transaction: however often it is
 * called, each molecule counts once.
 */
export async function scoreShard(
  { db, artifacts, predictor }: ShardTools,
  queue: ComputeQueue,
  { runId, shard }: ScoreShardInput,
  signal: AbortSignal,
): Promise<void> {
  const planned = await getShard(db, runId, shard);
  if (planned.state === "done") return;
  const { endpoints, accelerator } = await getRun(db, runId);
  const molecules = await readShard(artifacts, planned.key);
  const outcomes = await predictor.predict(molecules, endpoints, signal);
  if (outcomes.length !== molecules.length) {
    throw modellingErrors.create("shard.incomplete", { asked: molecules.length, got: outcomes.length });
  }
  const resultsKey = `runs/${runId}/results/${shardName(shard)}.csv`;
  const rows = molecules.map(({ id, smiles }, i) => ({ id, smiles, outcomes: outcomes[i]! }));
  await artifacts.put(resultsKey, resultsRows(endpoints, rows));
  const models = await predictor.models();
  const isOk = (one: Record<string, EndpointOutcome>) => endpoints.every((endpoint) => one[endpoint]?.ok);
  const done = outcomes.filter(isOk).length;
  const isFallback = accelerator === "gpu-or-cpu" && queue === "cpu";
  const record: RunRecord = {
    ...(await predictor.record()),
    queue,
    fallback: isFallback ? cpuInstead : null,
    models: Object.fromEntries(endpoints.map((endpoint) => [endpoint, models[endpoint] ?? ""])),
  };
  const predictions = molecules.flatMap(({ seq }, i) =>
    endpoints.map((endpoint) => predictionOf(seq, endpoint, models[endpoint] ?? "", outcomes[i]![endpoint])),
  );
  signal.throwIfAborted();
  await storeShard(db, runId, shard, { predictions, done, failed: molecules.length - done, resultsKey, record });
}

const cpuInstead = {
  en: "No accelerator answered in time; the CPU computed this run.",
  zh: "没有加速器及时响应，本次运行由 CPU 完成。",
};

function predictionOf(
  compoundSeq: number,
  endpoint: string,
  modelVersion: string,
  outcome: EndpointOutcome | undefined,
): NewPrediction {
  const of = { compoundSeq, endpoint };
  if (outcome?.ok) {
    const { ok: _ok, ...prediction } = outcome;
    return { ...of, ...prediction, failureCode: null, failureReason: null };
  }
  return {
    ...of,
    modelVersion,
    value: null,
    lo: null,
    hi: null,
    level: null,
    inDomain: null,
    similarity: null,
    nearest: null,
    failureCode: outcome?.code ?? "modelling.no-result",
    failureReason: outcome?.reason ?? { en: "The model gave no result.", zh: "模型没有给出结果。" },
  };
}
