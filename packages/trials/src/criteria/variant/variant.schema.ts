import { z } from "zod";
import { conceptRefSchema, rangeSchema } from "../ranges.schema.ts";
import { timed } from "../timing.schema.ts";

/** A biomarker or variant. `alterations` are short protein changes ("L858R"), exon events ("exon 19 deletion"). */
export const variantSchema = z.object({
  kind: z.literal("variant"),
  gene: conceptRefSchema,
  change: z.enum(["any", "mutation", "amplification", "fusion", "deletion", "expression", "wild-type"]),
  alterations: z.array(z.string()).optional(),
  status: z.enum(["positive", "negative"]),
  /** Protein expression in percent or as IHC score, such as PD-L1 TPS >= 50. */
  level: z.object({ range: rangeSchema, unit: z.string() }).optional(),
  ...timed,
});
export type VariantLeaf = z.infer<typeof variantSchema>;
