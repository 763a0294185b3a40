import { listProjects as readProjects } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { projectListSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { projectView } from "../../views/project-view.ts";

export const listProjects = procedure
  .meta(rest("GET", "/projects", { tag: "projects", summary: "Projects, newest first", errors: [503] }))
  .output(projectListSchema)
  .query(async ({ ctx }) => ({ projects: (await readProjects(ctx.db)).map(projectView) }));
