import { neighbourhood } from "../../knowledge/neighbourhood.ts";
import { rest } from "../../rest.ts";
import { graphInput, graphSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getGraph = procedure
  .meta(
    rest("POST", "/knowledge/concepts/{id}/graph", {
      tag: "knowledge",
      summary: "What lies around a concept, the most telling first, within a limit",
      errors: [404, 503],
    }),
  )
  .input(graphInput)
  .output(graphSchema)
  .query(async ({ ctx, input }) => {
    const { id, projectId, ...query } = input;
    return neighbourhood(await ctx.knowledge.seenBy(projectId), id, query);
  });
