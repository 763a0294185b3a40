import { findCompoundsByInchikey, listReceptors } from "@qinghao/db";
import { targetView } from "../../knowledge/target-view.ts";
import { rest } from "../../rest.ts";
import { conceptInput, targetViewSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { moment } from "../../views/moment.ts";

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
    if (projectId === undefined) return targetView(knowledge, id, { compounds: async () => [], structures: [] });
    const receptors = await listReceptors(ctx.db, projectId, id);
    return targetView(knowledge, id, {
      compounds: (inchikeys) => findCompoundsByInchikey(ctx.db, projectId, inchikeys),
      structures: receptors.map((receptor) => ({
        id: receptor.id,
        name: receptor.name,
        fileName: receptor.fileName,
        createdAt: moment(receptor.createdAt),
      })),
    });
  });
