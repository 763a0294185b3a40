import { z } from "zod";
import { pickSchema } from "../ranges.schema.ts";
import { timed } from "../timing.schema.ts";

/** A CTCAE v5.0 grade derived from laboratory results, by the term's English name. */
export const ctcaeSchema = z.object({
  kind: z.literal("ctcae"),
  term: z.string(),
  grade: z.object({ min: z.number().int().min(0).max(5), max: z.number().int().min(0).max(5) }),
  pick: pickSchema.optional(),
  ...timed,
});
export type CtcaeLeaf = z.infer<typeof ctcaeSchema>;
