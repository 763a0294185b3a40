import {
  chooseQueue,
  forEachWithLimit,
  isStartTimeout,
  longWork,
  type QueueQuestions,
  shortWork,
  wireErrorOf,
} from "@qinghao/jobs/workflow";
import type { RunId } from "@qinghao/kernel";
import { CancellationScope, continueAsNew, isCancellation, proxyActivities, workflowInfo } from "@temporalio/workflow";
import type { ComputeActivities, ModellingActivities } from "../activities/modelling.activities.ts";
import { modellingCpuQueue, modellingGpuQueue, type PredictPropertiesInput } from "../contract.ts";

const { planShards, mergeResults } = proxyActivities<ModellingActivities>(longWork);
const { endRun, hasAccelerator, noteWaiting } = proxyActivities<ModellingActivities>(shortWork);
const cpu = proxyActivities<ComputeActivities>({ ...longWork, taskQueue: modellingCpuQueue });
const gpu = proxyActivities<ComputeActivities>({ ...longWork, taskQueue: modellingGpuQueue });
const briefGpu = proxyActivities<ComputeActivities>({
  ...longWork,
  taskQueue: modellingGpuQueue,
  scheduleToStartTimeout: "10 minutes",
});

const onGpu = { ...shortWork, taskQueue: modellingGpuQueue };
const patientClaim = proxyActivities<ComputeActivities>(onGpu);
const briefClaim = proxyActivities<ComputeActivities>({ ...onGpu, scheduleToStartTimeout: "8s" });

/** Shards offered to the workers at once; each worker takes as many as it has room for. */
const offered = 8;

/** Predicts the endpoints of a run for the molecules of its scope. Progress and the outcome are in the run's row. */
export async function predictProperties(input: PredictPropertiesInput): Promise<void> {
  const { runId } = input;
  let next: Leg | undefined;
  try {
    next = await scoreNextShards(input);
    if (next === undefined) {
      const resultsKey = await mergeResults({ runId });
      await endRun({ runId, state: "completed", error: null, resultsKey });
    }
  } catch (error) {
    const end = isCancellation(error)
      ? { state: "cancelled" as const, error: null }
      : { state: "failed" as const, error: wireErrorOf(error) };
    await CancellationScope.nonCancellable(() => endRun({ runId, resultsKey: null, ...end }));
    throw error;
  }
  if (next !== undefined) await continueAsNew<typeof predictProperties>({ runId, resume: next });
}

type Leg = NonNullable<PredictPropertiesInput["resume"]>;

async function scoreNextShards({ runId, resume }: PredictPropertiesInput): Promise<Leg | undefined> {
  const leg = resume ?? (await firstLeg(runId));
  // The server says when a history has grown long enough; the run then goes on in a new execution.
  const isLong = () => workflowInfo().continueAsNewSuggested;
  const nextShard = await forEachWithLimit(leg.nextShard, leg.shards, offered, shardScorer(runId, leg), isLong);
  return nextShard < leg.shards ? { ...leg, nextShard } : undefined;
}

async function firstLeg(runId: RunId): Promise<Leg> {
  const { shards, accelerator } = await planShards({ runId });
  const queue = shards === 0 ? "cpu" : await chooseQueue(accelerator, questionsOf(runId));
  return { nextShard: 0, shards, queue, mayFallBack: accelerator !== "gpu-or-wait" };
}

const questionsOf = (runId: RunId): QueueQuestions => ({
  hasAccelerator: () => hasAccelerator({}),
  noteWaiting: (isWaiting) => noteWaiting({ runId, isWaiting }),
  claim: () => patientClaim.claimQueue({}),
  claimSoon: () => briefClaim.claimQueue({}),
});

/** Scores on the chosen queue; where the CPU may stand in, it does when the accelerator stops taking shards. */
function shardScorer(runId: RunId, { mayFallBack, ...leg }: Leg): (shard: number) => Promise<void> {
  let queue = leg.queue;
  return async (shard) => {
    if (queue === "gpu") {
      try {
        return await (mayFallBack ? briefGpu : gpu).scoreShard({ runId, shard });
      } catch (error) {
        if (!isStartTimeout(error)) throw error;
        queue = "cpu";
      }
    }
    await cpu.scoreShard({ runId, shard });
  };
}
