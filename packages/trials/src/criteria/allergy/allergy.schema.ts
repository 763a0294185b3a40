import { z } from "zod";
import { conceptSetSchema } from "../ranges.schema.ts";
import { counted } from "../timing.schema.ts";

/** Allergy or intolerance. */
export const allergySchema = z.object({ kind: z.literal("allergy"), concepts: conceptSetSchema, ...counted });
export type AllergyLeaf = z.infer<typeof allergySchema>;
