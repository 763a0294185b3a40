import { forEachWithLimit, isStartTimeout, longWork } from "@qinghao/jobs/workflow";
import {
  CancellationScope,
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { ComputeActivities, ScreeningActivities } from "../activities/screening.activities.ts";
import {
  pauseSignal,
  type RunStageInput,
  resumeSignal,
  type StageEnd,
  screeningCpuQueue,
  screeningGpuQueue,
} from "../contract.ts";
import { RunningTime } from "./running-time.ts";

const cpu = proxyActivities<ComputeActivities>({ ...longWork, taskQueue: screeningCpuQueue });
const gpu = proxyActivities<ComputeActivities>({ ...longWork, taskQueue: screeningGpuQueue });
const briefGpu = proxyActivities<ComputeActivities>({
  ...longWork,
  taskQueue: screeningGpuQueue,
  scheduleToStartTimeout: "10 minutes",
});

const { chooseBatch } = proxyActivities<ScreeningActivities>(longWork);

/** Shards offered to the workers at once: enough for eight workers, few enough that a pause is felt soon. */
const offered = 16;

/**
 * Scores the shards of one stage. A pause lets the shards under way end and offers no more. Ends early when enough
 * ligands passed or the running time is spent; goes on in a new execution when its history has grown long. A stage that
 * scores a share of its ligands chooses the next batch of shards whenever those before are scored.
 */
export async function runStage(input: RunStageInput): Promise<StageEnd> {
  let { isPaused, hitsSoFar, queue, shards, nextShard, batch = 0 } = input;
  const { batches = 0 } = input;
  const time = new RunningTime(input.msLeft, isPaused);
  setHandler(defineSignal(pauseSignal), () => {
    isPaused = true;
    time.pause();
  });
  setHandler(defineSignal(resumeSignal), () => {
    isPaused = false;
    time.resume();
  });
  const hasEnoughHits = () => input.enoughHits !== null && hitsSoFar >= input.enoughHits;
  const isOutOfTime = () => time.msLeft() === 0;
  const isLong = () => workflowInfo().continueAsNewSuggested;
  const score = async (at: { stage: number; campaignId: RunStageInput["campaignId"]; shard: number }) => {
    if (queue === "gpu") {
      try {
        return await (input.mayFallBack ? briefGpu : gpu).scoreShard(at);
      } catch (error) {
        if (!isStartTimeout(error)) throw error;
        queue = "cpu";
      }
    }
    return cpu.scoreShard(at);
  };
  const { campaignId, stage } = input;
  /** Shards that were taken out of the row but not scored, because the stage was to end while they waited. */
  let firstUndone = Number.POSITIVE_INFINITY;
  const isEnough = () => isLong() || hasEnoughHits() || isOutOfTime();
  const work = async (shard: number) => {
    if (isPaused) await condition(() => !isPaused);
    if (isEnough()) {
      firstUndone = Math.min(firstUndone, shard);
      return;
    }
    const { passed } = await score({ campaignId, stage, shard });
    hitsSoFar += passed;
  };
  for (;;) {
    const next = await forEachWithLimit(nextShard, shards, offered, work, isEnough);
    nextShard = Math.min(next, firstUndone);
    if (nextShard < shards || batch >= batches) break;
    if (isPaused) await condition(() => !isPaused);
    if (isEnough()) break;
    ({ shards } = await chooseBatch({ campaignId, stage, batch }));
    batch++;
  }
  const msLeft = time.msLeft();
  if (nextShard >= shards && batch >= batches) return { endedBy: "all", msLeft };
  if (hasEnoughHits()) return { endedBy: "hits", msLeft };
  if (isOutOfTime()) return { endedBy: "hours", msLeft };
  return CancellationScope.nonCancellable(() =>
    continueAsNew<typeof runStage>({ ...input, shards, nextShard, batch, queue, isPaused, hitsSoFar, msLeft }),
  );
}
