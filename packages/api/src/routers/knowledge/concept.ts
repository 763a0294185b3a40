import { conceptView } from "../../knowledge/concept-view.ts";
import { rest } from "../../rest.ts";
import { conceptInput, conceptViewSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getConcept = procedure
  .meta(
    rest("GET", "/knowledge/concepts/{id}", {
      tag: "knowledge",
      summary: "One concept: names by source, codes per system, hierarchy and counts of relations",
      errors: [404, 503],
    }),
  )
  .input(conceptInput)
  .output(conceptViewSchema)
  .query(async ({ ctx, input }) => conceptView(await ctx.knowledge.seenBy(input.projectId), input.id));
