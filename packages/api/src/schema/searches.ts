import { progressSchema, projectIdSchema, searchIdSchema } from "@qinghao/kernel";
import { z } from "zod";
import { jobStateSchema } from "./imports.ts";
import { momentSchema, wireErrorSchema } from "./paging.ts";

export const startSearchInput = z.object({
  projectId: projectIdSchema,
  query: z
    .string()
    .min(1)
    .max(100_000)
    .meta({ description: "SMARTS, SMILES or a molblock", example: "c1ccccc1[OX2H]" }),
});
export const searchIdInput = z.object({ searchId: searchIdSchema });
export const searchSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  query: z.string(),
  state: jobStateSchema,
  progress: progressSchema,
  hits: z.number().int().nonnegative(),
  error: wireErrorSchema.nullable(),
  createdAt: momentSchema,
  finishedAt: momentSchema.nullable(),
});
export type SearchView = z.infer<typeof searchSchema>;
