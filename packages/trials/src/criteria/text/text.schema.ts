import { z } from "zod";

/** What the parser did not understand or what no record can show: stays visible, always unknown, judged by a person. */
export const textSchema = z.object({ kind: z.literal("text"), text: z.string() });
export type TextLeaf = z.infer<typeof textSchema>;
