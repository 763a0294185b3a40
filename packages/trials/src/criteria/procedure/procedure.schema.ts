import { z } from "zod";
import { conceptSetSchema } from "../ranges.schema.ts";
import { counted } from "../timing.schema.ts";

export const procedureSchema = z.object({ kind: z.literal("procedure"), concepts: conceptSetSchema, ...counted });
export type ProcedureLeaf = z.infer<typeof procedureSchema>;
