import { z } from "zod";
import { rangeSchema } from "../ranges.schema.ts";

/** Life expectancy as the investigator estimates it; recorded as a status or judged by a person. */
export const lifeExpectancySchema = z.object({
  kind: z.literal("life-expectancy"),
  range: rangeSchema,
  unit: z.enum(["day", "week", "month", "year"]),
});
export type LifeExpectancyLeaf = z.infer<typeof lifeExpectancySchema>;
