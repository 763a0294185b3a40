import { rest } from "../../../rest.ts";
import { projectKnowledgeInput, projectKnowledgeSchema } from "../../../schema.ts";
import { procedure } from "../../../trpc.ts";
import { moment } from "../../../views/moment.ts";

export const listOwnKnowledge = procedure
  .meta(
    rest("GET", "/projects/{projectId}/knowledge", {
      tag: "knowledge",
      summary: "Concepts, names and local codes that a project added, oldest first",
      errors: [404, 503],
    }),
  )
  .input(projectKnowledgeInput)
  .output(projectKnowledgeSchema)
  .query(async ({ ctx, input }) => {
    const { entries, dangling } = await ctx.knowledge.layerOf(input.projectId);
    return {
      entries: entries.map(({ id, entry, createdAt }) => ({
        id,
        entry,
        createdAt: moment(createdAt),
        dangling: dangling.has(id),
      })),
    };
  });
