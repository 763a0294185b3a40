import { getCompound, listPredictions } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { compoundIdInput, historySchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { historyEntry } from "../../views/compound-view.ts";

export const getCompoundHistory = procedure
  .meta(
    rest("GET", "/projects/{projectId}/compounds/{compoundId}/history", {
      tag: "compounds",
      summary: "What was computed for a compound, when and with which version",
      errors: [404, 503],
    }),
  )
  .input(compoundIdInput)
  .output(historySchema)
  .query(async ({ ctx, input }) => {
    await getCompound(ctx.db, input.projectId, input.compoundId);
    const records = await listPredictions(ctx.db, input.projectId, input.compoundId);
    return { entries: records.map(historyEntry) };
  });
