import { finishCampaign, setCampaignWaiting } from "@qinghao/db";
import type { CampaignEnd } from "@qinghao/db/campaign-schema";
import { activity, isPolled, waitsForAccelerator } from "@qinghao/jobs";
import type { ComputeQueue } from "@qinghao/jobs/workflow";
import type { CampaignId, WireError } from "@qinghao/kernel";
import type { BusyMeter } from "../busy-meter.ts";
import { screeningGpuQueue } from "../contract.ts";
import type { CampaignTools } from "./campaign-tools.ts";
import { type ChooseBatchInput, chooseBatch } from "./choose-batch.ts";
import { advanceStage, rankHits } from "./close-stage.ts";
import { planLibrary } from "./plan-library.ts";
import { type ScoreShardInput, scoreShard } from "./score-shard.ts";

export type EndCampaign = {
  campaignId: CampaignId;
  state: "completed" | "cancelled" | "failed";
  endedBy: CampaignEnd | null;
  error: WireError | null;
};
export type ScreeningActivities = ReturnType<typeof createScreeningActivities>;
export type ComputeActivities = ReturnType<typeof createComputeActivities>;

/** Planning, closing of stages and bookkeeping of campaigns. */
export const createScreeningActivities = (tools: CampaignTools) => ({
  planLibrary: activity((input: { campaignId: CampaignId }, signal) => planLibrary(tools, input, signal)),
  advanceStage: activity((input: { campaignId: CampaignId; stage: number }, signal) =>
    advanceStage(tools, input, signal),
  ),
  chooseBatch: activity((input: ChooseBatchInput, signal) => chooseBatch(tools, input, signal)),
  rankHits: activity((input: { campaignId: CampaignId; stage: number }, signal) => rankHits(tools, input, signal)),
  /** Whether a worker with an accelerator asked for work lately. */
  hasAccelerator: activity((_input: object) => isPolled(screeningGpuQueue)),
  noteWaiting: activity(({ campaignId, isWaiting }: { campaignId: CampaignId; isWaiting: boolean }) =>
    setCampaignWaiting(tools.db, campaignId, isWaiting ? waitsForAccelerator : null),
  ),
  endCampaign: activity(({ campaignId, ...end }: EndCampaign) => finishCampaign(tools.db, campaignId, end)),
});

/** The work itself, on the queue `queue`. */
export const createComputeActivities = (tools: CampaignTools, queue: ComputeQueue, meter: BusyMeter) => ({
  /** Answers when a worker of this queue is there. */
  claimQueue: activity(async (_input: object) => queue),
  scoreShard: activity((input: ScoreShardInput, signal) => meter.during(() => scoreShard(tools, queue, input, signal))),
});
