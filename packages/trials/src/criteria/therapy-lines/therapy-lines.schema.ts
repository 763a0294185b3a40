import { z } from "zod";
import { rangeSchema } from "../ranges.schema.ts";
import { timed } from "../timing.schema.ts";

/** How many lines of systemic therapy were given (any drug with a line of therapy). */
export const therapyLinesSchema = z.object({ kind: z.literal("therapy-lines"), range: rangeSchema, ...timed });
export type TherapyLinesLeaf = z.infer<typeof therapyLinesSchema>;
