import { projectIdSchema } from "@qinghao/kernel";
import { z } from "zod";
import { momentSchema } from "./paging.ts";

const projectName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .meta({ description: "Name of the project", example: "Kinase hits" });

export const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  compounds: z.number().int().nonnegative().meta({ description: "Compounds registered in the project" }),
  createdAt: momentSchema,
  updatedAt: momentSchema,
});
export type ProjectView = z.infer<typeof projectSchema>;

export const projectIdInput = z.object({ projectId: projectIdSchema });
export const createProjectInput = z.object({ name: projectName, description: z.string().max(2000).optional() });
export const renameProjectInput = z.object({ projectId: projectIdSchema, name: projectName });
export const projectListSchema = z.object({ projects: z.array(projectSchema) });
