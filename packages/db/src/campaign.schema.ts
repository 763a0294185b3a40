import { z } from "zod";
import { acceleratorWishSchema, runScopeSchema } from "./schema.ts";

export const campaignStateSchema = z.enum([
  "queued",
  "running",
  "paused",
  "cancelling",
  "cancelled",
  "completed",
  "failed",
]);
export type CampaignState = z.infer<typeof campaignStateSchema>;

/** Why a campaign ended: every ligand went its way, enough hits were found, or its hours were spent. */
export const campaignEndSchema = z.enum(["all", "hits", "hours"]);
export type CampaignEnd = z.infer<typeof campaignEndSchema>;

/** Which ligands of a stage go on: those that pass the method, at most so many, or so large a part, the best first. */
export const stageKeepSchema = z.object({
  atMost: z.number().int().positive().max(10_000_000).optional(),
  fraction: z.number().positive().max(1).optional(),
});
export type StageKeep = z.infer<typeof stageKeepSchema>;

/**
 * Which of the ligands that reach a stage its method scores. Active learning scores a share, batch after batch: the first is
 * drawn by the campaign's seed, each next one is what a model of the scores so far expects to be best.
 */
export const stageSelectionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({
    kind: z.literal("active-learning"),
    fraction: z
      .number()
      .meta({ description: "Share of the ligands that is scored, above 0 and below 1; 0.2 is usual" }),
    batches: z.number().int().meta({ description: "How many batches the share is divided into, 2 to 50; 10 is usual" }),
  }),
]);
export type StageSelection = z.infer<typeof stageSelectionSchema>;

/** How far the choice of a stage's ligands is, in a stage that scores a share of them. */
export const stagePicksSchema = z.object({
  /** Ligands that are to be scored, in so many batches. */
  target: z.number().int().nonnegative(),
  batches: z.number().int().nonnegative(),
  /** Batches that were chosen so far, and the ligands in them. */
  batch: z.number().int().nonnegative(),
  picked: z.number().int().nonnegative(),
});
export type StagePicks = z.infer<typeof stagePicksSchema>;

export const campaignStageSchema = z.object({
  /** Id of a screening method. */
  method: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  /** What the method is told; its own schema checks it. */
  settings: z.record(z.string(), z.json()),
  keep: stageKeepSchema,
  /** Left out: all. Only methods that say so may score a share. */
  selection: stageSelectionSchema.optional(),
});
export type CampaignStage = z.infer<typeof campaignStageSchema>;

export const campaignBudgetSchema = z.object({
  /** Stops when so many ligands passed the last stage. */
  hits: z.number().int().positive().optional(),
  /** Stops after so many hours of running; pauses do not count. */
  hours: z.number().positive().max(10_000).optional(),
});
export type CampaignBudget = z.infer<typeof campaignBudgetSchema>;

/** Which compounds of the project are screened. */
export const librarySchema = runScopeSchema.refine(
  (scope) => scope.kind !== "missing",
  "A campaign screens all compounds, a search, a filter or a list of ids",
);

/** What a campaign does: a library, and the stages that its ligands go through. */
export const campaignPlanSchema = z.object({
  library: librarySchema,
  stages: z.array(campaignStageSchema).min(1).max(8),
  budget: campaignBudgetSchema,
  seed: z.number().int().min(0).max(0xffffffff),
  /** 1 goes first, 5 last. */
  priority: z.number().int().min(1).max(5),
  accelerator: acceleratorWishSchema,
});
export type CampaignPlan = z.infer<typeof campaignPlanSchema>;
