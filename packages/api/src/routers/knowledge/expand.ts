import { expansionView } from "../../knowledge/expansion-view.ts";
import { rest } from "../../rest.ts";
import { expandInput, expansionSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const expandConcept = procedure
  .meta(
    rest("GET", "/knowledge/concepts/{id}/codes", {
      tag: "knowledge",
      summary: "All codes of a system that fall under a concept, each with its reason",
      errors: [404, 422, 503],
    }),
  )
  .input(expandInput)
  .output(expansionSchema)
  .query(async ({ ctx, input }) => expansionView(await ctx.knowledge.seenBy(input.projectId), input.id, input.system));
