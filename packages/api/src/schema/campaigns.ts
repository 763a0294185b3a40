import {
  campaignBudgetSchema,
  campaignEndSchema,
  campaignStageSchema,
  campaignStateSchema,
  stagePicksSchema,
  stageSelectionSchema,
} from "@qinghao/db/campaign-schema";
import { runRecordSchema } from "@qinghao/db/schema";
import { campaignIdSchema, progressSchema, projectIdSchema } from "@qinghao/kernel";
import { z } from "zod";
import { momentSchema, newestInput, newestOf, pageInput, pageOf, sentenceSchema, wireErrorSchema } from "./paging.ts";
import { poseSchema } from "./receptors.ts";
import { acceleratorSchema, runScopeSchema } from "./runs.ts";

/** A way to screen, and what its settings look like (JSON Schema). */
export const screeningMethodSchema = z.object({
  id: z.string(),
  name: sentenceSchema,
  score: sentenceSchema.meta({ description: "What the score is" }),
  better: z.enum(["higher", "lower"]),
  settings: z.record(z.string(), z.json()).meta({ description: "JSON Schema of the settings" }),
  learnable: z.boolean().meta({ description: "Whether a stage may score a share of its ligands by active learning" }),
});
export const screeningMethodsSchema = z.object({ methods: z.array(screeningMethodSchema) });

export const startCampaignInput = z.object({
  projectId: projectIdSchema,
  name: z.string().trim().min(1).max(200),
  library: runScopeSchema
    .default({ kind: "all" })
    .meta({ description: "Which compounds of the project; not `missing`" }),
  stages: z.array(campaignStageSchema).min(1).max(8),
  budget: campaignBudgetSchema.default({}),
  seed: z.number().int().min(0).max(0xffffffff).default(1),
  priority: z.number().int().min(1).max(5).default(3).meta({ description: "1 goes first, 5 last" }),
  accelerator: acceleratorSchema.default("auto"),
});

export type CampaignStageInput = z.input<typeof startCampaignInput>["stages"][number];

/** `stopped`: the campaign ended while the stage was under way; `not-reached`: before it began. */
export const stageStateSchema = z.enum(["waiting", "running", "done", "stopped", "not-reached"]);
export type StageState = z.infer<typeof stageStateSchema>;

export const stageViewSchema = z.object({
  method: z.string(),
  settings: z.record(z.string(), z.json()),
  keep: campaignStageSchema.shape.keep,
  selection: stageSelectionSchema,
  state: stageStateSchema,
  incoming: z.number().int().nullable().meta({ description: "Ligands that reached the stage; null until then" }),
  progress: progressSchema.meta({ description: "Of the ligands that the stage is to score" }),
  picks: stagePicksSchema
    .nullable()
    .meta({ description: "Batches of a stage that scores a share by active learning; else null" }),
  notPicked: z
    .number()
    .int()
    .meta({ description: "Ligands that the stage left unscored, because they were not picked" }),
  passed: z.number().int(),
  kept: z.number().int().nullable(),
  record: runRecordSchema.nullable(),
  startedAt: momentSchema.nullable(),
  finishedAt: momentSchema.nullable(),
});

export const campaignSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  library: z.object({ kind: z.enum(["all", "missing", "ids", "search", "filter"]) }),
  budget: campaignBudgetSchema,
  seed: z.number().int(),
  priority: z.number().int(),
  accelerator: acceleratorSchema,
  state: campaignStateSchema,
  /** Ligands of the library; null until counted. */
  total: z.number().int().nullable(),
  hits: z.number().int(),
  endedBy: campaignEndSchema.nullable(),
  waiting: sentenceSchema.nullable(),
  stages: z.array(stageViewSchema),
  error: wireErrorSchema.nullable(),
  createdAt: momentSchema,
  startedAt: momentSchema.nullable(),
  finishedAt: momentSchema.nullable(),
});
export type CampaignView = z.infer<typeof campaignSchema>;

export const campaignIdInput = z.object({ campaignId: campaignIdSchema });
export const listCampaignsInput = z.object({ projectId: projectIdSchema, ...newestInput });
export const campaignPageSchema = newestOf(campaignSchema);
export const campaignRowsInput = z.object({ campaignId: campaignIdSchema, ...pageInput });

export const campaignHitSchema = z.object({
  rank: z.number().int(),
  compoundId: z.string(),
  name: z.string().nullable(),
  smiles: z.string(),
  score: z.number(),
  scores: z.array(z.number().nullable()).meta({ description: "One per stage; null where it did not get there" }),
  hasPoses: z.boolean(),
  cluster: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Cluster among the hits, from 1 in the order of their best hits" }),
  nearestKnown: z
    .number()
    .nullable()
    .meta({ description: "Largest Tanimoto similarity to the plan's actives; null where it names none" }),
});
export const hitPosesInput = z.object({ campaignId: campaignIdSchema, rank: z.number().int().positive() });
export const hitPosesSchema = z.object({
  receptorId: z.string().nullable().meta({ description: "Null where the stages need no receptor" }),
  reference: z.string().nullable().meta({
    description: "Molblock of what the poses are compared with: the known ligand, or the query laid under them",
  }),
  poses: z.array(poseSchema),
});
export const campaignHitPageSchema = pageOf(campaignHitSchema);
export const campaignFailureSchema = z.object({
  stage: z.number().int(),
  compoundId: z.string(),
  name: z.string().nullable(),
  smiles: z.string(),
  code: z.string(),
  reason: sentenceSchema,
});
export const campaignFailurePageSchema = pageOf(campaignFailureSchema);

export const campaignWorkersSchema = z.object({
  workers: z.array(
    z.object({
      queue: z.enum(["cpu", "gpu"]),
      device: z.string(),
      slots: z.number().int().meta({ description: "Shards that it takes at once" }),
      busy: z.number().meta({ description: "Share of the slots' time of the last seconds that was spent on shards" }),
      seenAt: momentSchema,
    }),
  ),
});
export type CampaignWorker = z.infer<typeof campaignWorkersSchema>["workers"][number];
