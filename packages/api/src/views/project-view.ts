import type { Project } from "@qinghao/db";
import type { ProjectView } from "../schema.ts";
import { moment } from "./moment.ts";

export const projectView = (project: Project): ProjectView => ({
  id: project.id,
  name: project.name,
  description: project.description,
  compounds: project.compoundCount,
  createdAt: moment(project.createdAt),
  updatedAt: moment(project.updatedAt),
});
