import { getProject as readProject } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { projectIdInput, projectSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { projectView } from "../../views/project-view.ts";

export const getProject = procedure
  .meta(rest("GET", "/projects/{projectId}", { tag: "projects", summary: "One project", errors: [404, 503] }))
  .input(projectIdInput)
  .output(projectSchema)
  .query(async ({ ctx, input }) => projectView(await readProject(ctx.db, input.projectId)));
