import { rankRelations, relationView } from "../../knowledge/relations.ts";
import { rest } from "../../rest.ts";
import { neighboursInput, relationPageSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getNeighbours = procedure
  .meta(
    rest("GET", "/knowledge/concepts/{id}/relations", {
      tag: "knowledge",
      summary: "A page of a concept's relations, each with its source",
      errors: [404, 503],
    }),
  )
  .input(neighboursInput)
  .output(relationPageSchema)
  .query(async ({ ctx, input }) => {
    const { id, predicate, direction, offset, limit } = input;
    const knowledge = await ctx.knowledge.seenBy(input.projectId);
    const edges = rankRelations(knowledge, id, knowledge.edges(id, { predicate, direction }));
    const shown = edges.slice(offset, offset + limit);
    return { total: edges.length, rows: shown.map((edge) => relationView(knowledge, id, edge)) };
  });
