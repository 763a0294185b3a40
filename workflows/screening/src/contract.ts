import { campaignIdSchema } from "@qinghao/kernel";
import { z } from "zod";

/**
 * How to start and steer a campaign. A workflow's id is the campaign's id, so that starting it twice is refused by
 * Temporal; inputs carry ids and counts only, results are read from the database. To stop a campaign, cancel the
 * workflow; to pause it, signal `pauseSignal`, and `resumeSignal` to go on.
 */
export const screeningTaskQueue = "screening";
/** Where shards are computed. The GPU queue is polled only by workers that have an accelerator. */
export const screeningCpuQueue = "screening-cpu";
export const screeningGpuQueue = "screening-gpu";

export { checkSelection } from "./selection.ts";

export const pauseSignal = "pause";
export const resumeSignal = "resume";

export const runCampaignInputSchema = z.object({ campaignId: campaignIdSchema });
export type RunCampaignInput = z.infer<typeof runCampaignInputSchema>;
export const runCampaignWorkflow = "runCampaign";

const computeQueueSchema = z.enum(["cpu", "gpu"]);

/** The child of a campaign that scores the shards of one stage. */
export const runStageInputSchema = z.object({
  campaignId: campaignIdSchema,
  stage: z.number().int().nonnegative(),
  shards: z.number().int().nonnegative(),
  nextShard: z.number().int().nonnegative(),
  /** Of a stage that chooses what it scores: batches in all, and those chosen so far, whose shards are counted above. */
  batches: z.number().int().nonnegative().optional(),
  batch: z.number().int().nonnegative().optional(),
  queue: computeQueueSchema,
  mayFallBack: z.boolean(),
  isPaused: z.boolean(),
  /** Passing ligands after which the stage may stop; null for no such limit. */
  enoughHits: z.number().int().positive().nullable(),
  hitsSoFar: z.number().int().nonnegative(),
  /** Running time that is left, ms; null for no such limit. */
  msLeft: z.number().nonnegative().nullable(),
});
export type RunStageInput = z.infer<typeof runStageInputSchema>;

/** How a stage ended, and what running time is left. */
export type StageEnd = { endedBy: "all" | "hits" | "hours"; msLeft: number | null };
