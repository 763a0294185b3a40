import { getProject, removeProjectKnowledge } from "@qinghao/db";
import { rest } from "../../../rest.ts";
import { removedKnowledgeSchema, removeKnowledgeInput } from "../../../schema.ts";
import { procedure } from "../../../trpc.ts";

export const removeOwnKnowledge = procedure
  .meta(
    rest("POST", "/projects/{projectId}/knowledge/remove", {
      tag: "knowledge",
      summary: "Remove entries that a project added",
      errors: [404, 503],
    }),
  )
  .input(removeKnowledgeInput)
  .output(removedKnowledgeSchema)
  .mutation(async ({ ctx, input: { projectId, ids } }) => {
    await getProject(ctx.db, projectId);
    return { removed: await removeProjectKnowledge(ctx.db, projectId, ids) };
  });
