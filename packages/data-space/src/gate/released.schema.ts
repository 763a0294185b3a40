import type { Branded } from "@qinghao/kernel";
import { z } from "zod";

/**
 * A number of people that may leave a site. `below-threshold` stands for no one and for a few alike: nothing that
 * leaves tells the two apart. Only the release gate makes one.
 */
export type ReleasedCount = Branded<number | "below-threshold", "released">;

// The brand is of types alone: a transform could not be written down in OpenAPI.
const countSchema: z.ZodType<unknown> = z.union([z.number().int().positive(), z.literal("below-threshold")]);
export const releasedCountSchema = countSchema as z.ZodType<ReleasedCount, number | "below-threshold">;

/** The rule of a site. Rounding divides the threshold: sets a threshold apart then stay a threshold apart. */
export const releasePolicySchema = z
  .object({
    /** Fewest people that a number may stand for. */
    threshold: z.number().int().min(2).default(10),
    /** Numbers are rounded to the nearest multiple of this. */
    rounding: z.number().int().min(2).default(5),
  })
  .refine(({ threshold, rounding }) => threshold % rounding === 0, "the threshold must be a multiple of the rounding");
export type ReleasePolicy = z.infer<typeof releasePolicySchema>;
