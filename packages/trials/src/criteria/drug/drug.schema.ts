import { treatmentIntentSchema } from "@qinghao/clinical/schema";
import { z } from "zod";
import { conceptSetSchema, rangeSchema } from "../ranges.schema.ts";
import { counted } from "../timing.schema.ts";

/**
 * Exposure to a drug or class. `when` gives the time of exposure; a washout is a `not` of an exposure in the window.
 * `dose` is the amount per day. `planned` asks for a plan to give it from the index date on, which no exposure fulfils.
 */
export const drugSchema = z.object({
  kind: z.literal("drug"),
  concepts: conceptSetSchema,
  status: z.enum(["ever", "current", "planned"]).optional(),
  dose: z.object({ range: rangeSchema, unit: z.string() }).optional(),
  /** The line of therapy in which it was given. */
  line: rangeSchema.optional(),
  /** What it was given for: one of these. */
  intent: z.array(treatmentIntentSchema).min(1).optional(),
  ...counted,
});
export type DrugLeaf = z.infer<typeof drugSchema>;
