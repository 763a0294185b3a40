import { renameProject as storeName } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { projectSchema, renameProjectInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { projectView } from "../../views/project-view.ts";

export const renameProject = procedure
  .meta(rest("PATCH", "/projects/{projectId}", { tag: "projects", summary: "Rename a project", errors: [404, 503] }))
  .input(renameProjectInput)
  .output(projectSchema)
  .mutation(async ({ ctx, input }) => projectView(await storeName(ctx.db, input.projectId, input.name)));
