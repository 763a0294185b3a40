import { runIdSchema } from "@qinghao/kernel";
import { z } from "zod";

/**
 * How to start the workflows of this package. A workflow's id is the run's id, so that starting it twice is refused by
 * Temporal; inputs carry ids only, results are read from the database. To stop a run, cancel the workflow by its id.
 */
export const modellingTaskQueue = "modelling";
/** Where shards are computed. The GPU queue is polled only by workers that have an accelerator. */
export const modellingCpuQueue = "modelling-cpu";
export const modellingGpuQueue = "modelling-gpu";

export const computeQueueSchema = z.enum(["cpu", "gpu"]);
export type ComputeQueue = z.infer<typeof computeQueueSchema>;

export const predictPropertiesInputSchema = z.object({
  runId: runIdSchema,
  /** Set by the workflow itself when a long run goes on in a new execution. */
  resume: z
    .object({
      nextShard: z.number().int().nonnegative(),
      shards: z.number().int().nonnegative(),
      queue: computeQueueSchema,
      mayFallBack: z.boolean(),
    })
    .optional(),
});
export type PredictPropertiesInput = z.infer<typeof predictPropertiesInputSchema>;
export const predictPropertiesWorkflow = "predictProperties";

/** Columns of a results file: `id,smiles`, then per endpoint value, bounds, domain, similarity, model version, reason. */
export const resultsColumns = (endpoints: readonly string[]): string[] => [
  "id",
  "smiles",
  ...endpoints.flatMap((id) =>
    ["", "_lo", "_hi", "_in_domain", "_similarity", "_model_version", "_reason"].map((ending) => id + ending),
  ),
];
