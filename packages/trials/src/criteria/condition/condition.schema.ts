import { z } from "zod";
import { conceptSetSchema } from "../ranges.schema.ts";
import { counted } from "../timing.schema.ts";

/** A diagnosis. `status: "active"` asks that it has not ended at the index date. */
export const conditionSchema = z.object({
  kind: z.literal("condition"),
  concepts: conceptSetSchema,
  status: z.enum(["ever", "active"]).optional(),
  /** Words that narrow the diagnosis and that codes do not carry ("uncontrolled", "severe"): a person judges them. */
  qualifiers: z.array(z.string()).optional(),
  ...counted,
});
export type ConditionLeaf = z.infer<typeof conditionSchema>;
