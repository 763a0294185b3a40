import { z } from "zod";
import { counted } from "../timing.schema.ts";

export const visitSchema = z.object({
  kind: z.literal("visit"),
  setting: z.enum(["inpatient", "outpatient", "emergency", "any"]),
  ...counted,
});
export type VisitLeaf = z.infer<typeof visitSchema>;
