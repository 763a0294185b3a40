import { findCompound } from "@qinghao/db";
import { drugView } from "../../knowledge/drug-view.ts";
import { rest } from "../../rest.ts";
import { conceptInput, drugViewSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getDrug = procedure
  .meta(
    rest("GET", "/knowledge/drugs/{id}", {
      tag: "knowledge",
      summary: "A drug: targets, indications, interactions, trials, classes",
      description: "Interactions are a dated demonstration, never a basis for treatment.",
      errors: [404, 422, 503],
    }),
  )
  .input(conceptInput)
  .output(drugViewSchema)
  .query(async ({ ctx, input: { id, projectId } }) => {
    const knowledge = await ctx.knowledge.seenBy(projectId);
    return drugView(knowledge, id, async (inchikey) =>
      projectId === undefined ? null : findCompound(ctx.db, projectId, inchikey),
    );
  });
