import { z } from "zod";

export const sexSchema = z.object({ kind: z.literal("sex"), is: z.array(z.enum(["female", "male", "other"])).min(1) });
export type SexLeaf = z.infer<typeof sexSchema>;
