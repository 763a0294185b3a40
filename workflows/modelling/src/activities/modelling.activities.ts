import { finishRun, getRun, listDoneShards, setRunWaiting } from "@qinghao/db";
import { activity } from "@qinghao/jobs";
import type { RunId, WireError } from "@qinghao/kernel";
import { Context } from "@temporalio/activity";
import { type ComputeQueue, modellingGpuQueue } from "../contract.ts";
import { planShards, type ShardTools } from "./plan-shards.ts";
import { mergedResults } from "./results-file.ts";
import { type ScoreShardInput, scoreShard } from "./score-shard.ts";

export type RunEnd = { runId: RunId; state: "completed" | "cancelled" | "failed"; error: WireError | null };
export type ModellingActivities = ReturnType<typeof createModellingActivities>;
export type ComputeActivities = ReturnType<typeof createComputeActivities>;

/** A worker polls at least once a minute; one that has been silent for longer is gone. */
const pollerIsGoneMs = 75_000;
const temporalActivityQueue = 2;

const waitsForGpu = {
  en: "Waiting for a worker with an accelerator. The run begins as soon as one is started.",
  zh: "正在等待带加速器的工作进程，启动后运行将立即开始。",
};

/** Planning and bookkeeping of runs. */
export const createModellingActivities = (tools: ShardTools) => ({
  planShards: activity((input: { runId: RunId }, signal) => planShards(tools, input, signal)),

  /** Whether a worker with an accelerator asked for work lately. */
  hasAccelerator: activity(async (_input: object) => {
    const { client, info } = Context.current();
    const answer = await client.workflowService.describeTaskQueue({
      namespace: info.namespace,
      taskQueue: { name: modellingGpuQueue },
      taskQueueType: temporalActivityQueue,
    });
    const oldest = Date.now() - pollerIsGoneMs;
    return (answer.pollers ?? []).some((poller) => Number(poller.lastAccessTime?.seconds ?? 0) * 1000 > oldest);
  }),

  noteWaiting: activity(({ runId, isWaiting }: { runId: RunId; isWaiting: boolean }) =>
    setRunWaiting(tools.db, runId, isWaiting ? waitsForGpu : null),
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
