import { findCompoundsByInchikey } from "@qinghao/db";
import { targetView } from "../../knowledge/target-view.ts";
import { rest } from "../../rest.ts";
import { conceptInput, targetViewSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getTarget = procedure
  .meta(
    rest("GET", "/knowledge/targets/{id}", {
      tag: "knowledge",
      summary: "A gene or family as a target: drugs with action and phase, diseases, pathways, evidence",
      errors: [404, 422, 503],
    }),
  )
  .input(conceptInput)
  .output(targetViewSchema)
  .query(async ({ ctx, input: { id, projectId } }) => {
    const knowledge = await ctx.knowledge.seenBy(projectId);
    return targetView(knowledge, id, async (inchikeys) =>
      projectId === undefined ? [] : findCompoundsByInchikey(ctx.db, projectId, inchikeys),
    );
  });
