import type { ArtifactStore } from "@qinghao/artifacts";
import {
  countMolecules,
  type Database,
  finishPlanning,
  nextMolecules,
  plannedSoFar,
  planShard,
  type ShardMolecule,
  startRun,
} from "@qinghao/db";
import type { AcceleratorWish } from "@qinghao/db/schema";
import type { RunId } from "@qinghao/kernel";
import { modellingErrors } from "../errors.ts";
import type { ShardPredictor } from "../predictor.ts";

export type RunPlan = { shards: number; accelerator: AcceleratorWish };
export type ShardTools = { db: Database; artifacts: ArtifactStore; predictor: ShardPredictor };

/** Shards are small enough to show progress early, and large enough that a long run has at most a few thousand. */
export const shardSize = (molecules: number): number => Math.min(1000, Math.max(50, Math.ceil(molecules / 40)));

export const shardName = (shard: number): string => String(shard).padStart(5, "0");

/**
 * Divides the molecules of a run into shards, each an artifact. Called again after a crash, it goes on behind the last
 * planned shard; molecules registered after the run's start are not part of it.
 */
export async function planShards(
  { db, artifacts, predictor }: ShardTools,
  { runId }: { runId: RunId },
  signal: AbortSignal,
): Promise<RunPlan> {
  const run = await startRun(db, runId);
  const models = await predictor.models();
  for (const endpoint of run.endpoints) {
    if (!(endpoint in models)) throw modellingErrors.create("endpoint.unknown", { endpoint });
  }
  const size = shardSize(await countMolecules(db, run, models));
  for (let planned = await plannedSoFar(db, runId); ; ) {
    signal.throwIfAborted();
    const molecules = await nextMolecules(db, run, models, planned.lastSeq, size);
    const last = molecules.at(-1);
    if (last === undefined) break;
    const key = `runs/${runId}/shards/${shardName(planned.shards)}.json`;
    await artifacts.put(key, new TextEncoder().encode(JSON.stringify(molecules)));
    await planShard(db, { runId, shard: planned.shards, key, lastSeq: last.seq, size: molecules.length });
    planned = { shards: planned.shards + 1, lastSeq: last.seq };
  }
  const { shards } = await finishPlanning(db, runId);
  return { shards, accelerator: run.accelerator };
}

export async function readShard(artifacts: ArtifactStore, key: string): Promise<ShardMolecule[]> {
  return JSON.parse(new TextDecoder().decode(await artifacts.get(key))) as ShardMolecule[];
}
