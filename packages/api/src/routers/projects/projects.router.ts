import { router } from "../../trpc.ts";
import { createProject } from "./create.ts";
import { getProject } from "./get.ts";
import { listProjects } from "./list.ts";
import { renameProject } from "./rename.ts";

export const projectsRouter = router({
  list: listProjects,
  create: createProject,
  get: getProject,
  rename: renameProject,
});
