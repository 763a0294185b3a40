import { z } from "zod";
import { conceptRefSchema, pickSchema } from "../ranges.schema.ts";
import { timed } from "../timing.schema.ts";

/** A laboratory result given in words: positive, negative, detected. */
export const resultSchema = z.object({
  kind: z.literal("result"),
  item: conceptRefSchema,
  is: z.array(z.enum(["positive", "negative", "equivocal", "normal", "abnormal"])).min(1),
  pick: pickSchema.optional(),
  ...timed,
});
export type ResultLeaf = z.infer<typeof resultSchema>;
