import { z } from "zod";
import { rangeSchema } from "../ranges.schema.ts";

/** Age on the index date. */
export const ageSchema = z.object({
  kind: z.literal("age"),
  range: rangeSchema,
  unit: z.enum(["year", "month", "week", "day"]),
});
export type AgeLeaf = z.infer<typeof ageSchema>;
