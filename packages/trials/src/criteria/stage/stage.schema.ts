import { z } from "zod";
import { conceptSetSchema } from "../ranges.schema.ts";
import { timed } from "../timing.schema.ts";

/** Stage of a tumour: any of the groups and, where given, any of the T, N, M categories ("IIIB", "T4", "N2", "M1a"). */
export const stageSchema = z.object({
  kind: z.literal("stage"),
  concepts: conceptSetSchema.optional(),
  groups: z.array(z.string()).optional(),
  t: z.array(z.string()).optional(),
  n: z.array(z.string()).optional(),
  m: z.array(z.string()).optional(),
  ...timed,
});
export type StageLeaf = z.infer<typeof stageSchema>;
