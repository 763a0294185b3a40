import { treatmentIntentSchema } from "@qinghao/clinical/schema";
import { z } from "zod";
import { conceptSetSchema } from "../ranges.schema.ts";
import { counted } from "../timing.schema.ts";

/** A procedure that was done, or, where `status` says so, one that is planned for the index date or later. */
export const procedureSchema = z.object({
  kind: z.literal("procedure"),
  concepts: conceptSetSchema,
  status: z.literal("planned").optional(),
  /** What it was done for: one of these. */
  intent: z.array(treatmentIntentSchema).min(1).optional(),
  ...counted,
});
export type ProcedureLeaf = z.infer<typeof procedureSchema>;
