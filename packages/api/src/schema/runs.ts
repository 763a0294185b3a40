import { runRecordSchema } from "@qinghao/db/schema";
import { compoundIdSchema, progressSchema, projectIdSchema, runIdSchema, searchIdSchema } from "@qinghao/kernel";
import { z } from "zod";
import { compoundConditions } from "./compounds.ts";
import { endpointInput } from "./endpoints.ts";
import { jobStateSchema } from "./imports.ts";
import { momentSchema, newestInput, newestOf, pageInput, pageOf, sentenceSchema, wireErrorSchema } from "./paging.ts";

/** Which compounds a run covers. `missing`: those without a value of the current model version. */
export const runScopeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("missing") }),
  z.object({ kind: z.literal("ids"), ids: z.array(compoundIdSchema).min(1).max(100_000) }),
  z.object({ kind: z.literal("search"), searchId: searchIdSchema }),
  z.object({ kind: z.literal("filter"), ...compoundConditions }),
]);
export type RunScope = z.input<typeof runScopeSchema>;

export const acceleratorSchema = z.enum(["auto", "cpu", "gpu-or-wait", "gpu-or-cpu"]);
export type Accelerator = z.infer<typeof acceleratorSchema>;

export const startRunInput = z.object({
  projectId: projectIdSchema,
  endpoints: z.array(endpointInput).min(1).max(50),
  scope: runScopeSchema.default({ kind: "all" }),
  accelerator: acceleratorSchema.default("auto"),
});

/** Why a run does not move although nothing failed. */
export const waitingSchema = z.object({
  reason: z.enum(["no_worker", "no_gpu", "services_away"]),
  queue: z.string(),
  message: sentenceSchema,
});

export const runSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  endpoints: z.array(z.string()),
  scope: z.object({ kind: z.enum(["all", "missing", "ids", "search", "filter"]) }),
  accelerator: acceleratorSchema,
  state: jobStateSchema,
  progress: progressSchema,
  shards: z.object({ done: z.number().int(), total: z.number().int().nullable() }),
  waiting: waitingSchema.nullable(),
  record: runRecordSchema.nullable(),
  error: wireErrorSchema.nullable(),
  createdAt: momentSchema,
  startedAt: momentSchema.nullable(),
  finishedAt: momentSchema.nullable(),
});
export type RunView = z.infer<typeof runSchema>;

export const runIdInput = z.object({ runId: runIdSchema });
export const listRunsInput = z.object({
  projectId: projectIdSchema.optional().meta({ description: "Left out: the runs of all projects that have not ended" }),
  ...newestInput,
});
export const runPageSchema = newestOf(runSchema);

export const listFailuresInput = z.object({ runId: runIdSchema, ...pageInput });
export const runFailureSchema = z.object({
  compoundId: z.string(),
  name: z.string().nullable(),
  smiles: z.string(),
  reasons: z.array(z.object({ endpoint: z.string(), code: z.string(), reason: sentenceSchema })),
});
export type RunFailureView = z.infer<typeof runFailureSchema>;
export const failurePageSchema = pageOf(runFailureSchema);
