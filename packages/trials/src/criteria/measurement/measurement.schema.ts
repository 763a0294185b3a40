import { z } from "zod";
import { conceptRefSchema, pickSchema, rangeSchema } from "../ranges.schema.ts";
import { timed } from "../timing.schema.ts";

export const measureExpressionSchema = z.discriminatedUnion("type", [
  /** The value itself, compared in `unit`. */
  z.object({ type: z.literal("value") }),
  /** Value divided by another item's latest value in the same window; `unit` is the ratio's ("1" where both share one). */
  z.object({ type: z.literal("ratio"), to: conceptRefSchema }),
  /** Latest minus the first value of the window; `relative` in percent of the first. */
  z.object({ type: z.literal("change"), relative: z.boolean() }),
  /** Multiples of the laboratory's upper or lower limit of normal. */
  z.object({ type: z.literal("times-upper-limit") }),
  z.object({ type: z.literal("times-lower-limit") }),
]);
export type MeasureExpression = z.infer<typeof measureExpressionSchema>;

/** A laboratory result or vital sign. `unit` is UCUM; null with times-limit expressions and counts of pure number. */
export const measurementSchema = z.object({
  kind: z.literal("measurement"),
  item: conceptRefSchema,
  expression: measureExpressionSchema,
  range: rangeSchema,
  unit: z.string().nullable(),
  /** Only results of samples that are known to be taken fasting (or not fasting). */
  fasting: z.boolean().optional(),
  pick: pickSchema.optional(),
  ...timed,
});
export type MeasurementLeaf = z.infer<typeof measurementSchema>;
