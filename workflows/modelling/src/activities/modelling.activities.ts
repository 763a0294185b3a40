import { finishRun, getRun, listDoneShards, setRunWaiting } from "@qinghao/db";
import { activity, isPolled, waitsForAccelerator } from "@qinghao/jobs";
import type { RunId, WireError } from "@qinghao/kernel";
import { type ComputeQueue, modellingGpuQueue } from "../contract.ts";
import { planShards, type ShardTools } from "./plan-shards.ts";
import { mergedResults } from "./results-file.ts";
import { type ScoreShardInput, scoreShard } from "./score-shard.ts";

export type RunEnd = { runId: RunId; state: "completed" | "cancelled" | "failed"; error: WireError | null };
export type ModellingActivities = ReturnType<typeof createModellingActivities>;
export type ComputeActivities = ReturnType<typeof createComputeActivities>;

/** Planning and bookkeeping of runs. */
export const createModellingActivities = (tools: ShardTools) => ({
  planShards: activity((input: { runId: RunId }, signal) => planShards(tools, input, signal)),

  /** Whether a worker with an accelerator asked for work lately. */
  hasAccelerator: activity((_input: object) => isPolled(modellingGpuQueue)),

  noteWaiting: activity(({ runId, isWaiting }: { runId: RunId; isWaiting: boolean }) =>
    setRunWaiting(tools.db, runId, isWaiting ? waitsForAccelerator : null),
  ),

  /** One file of all results; returns its artifact key. */
  mergeResults: activity(async ({ runId }: { runId: RunId }) => {
    const { endpoints } = await getRun(tools.db, runId);
    const shards = await listDoneShards(tools.db, runId);
    const keys = shards.flatMap((shard) => shard.resultsKey ?? []);
    const { key } = await tools.artifacts.put(
      `runs/${runId}/results.csv`,
      mergedResults(tools.artifacts, endpoints, keys),
    );
    return key;
  }),

  endRun: activity(({ runId, state, error, resultsKey }: RunEnd & { resultsKey: string | null }) =>
    finishRun(tools.db, runId, { state, error, resultsKey }),
  ),
});

/** The work itself, on the queue `queue`. */
export const createComputeActivities = (tools: ShardTools, queue: ComputeQueue) => ({
  /** Answers when a worker of this queue is there. */
  claimQueue: activity(async (_input: object) => queue),
  scoreShard: activity((input: ScoreShardInput, signal) => scoreShard(tools, queue, input, signal)),
});
