import { createProject as storeProject } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { createProjectInput, projectSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { projectView } from "../../views/project-view.ts";

export const createProject = procedure
  .meta(rest("POST", "/projects", { tag: "projects", summary: "Make a project", errors: [503] }))
  .input(createProjectInput)
  .output(projectSchema)
  .mutation(async ({ ctx, input }) => projectView(await storeProject(ctx.db, { id: ctx.newId("project"), ...input })));
