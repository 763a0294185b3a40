import { createCriteriaVersion, getCriteriaVersion, saveCriteriaDraft } from "@qinghao/db";
import type { TrialId } from "@qinghao/kernel";
import { rest } from "../../rest.ts";
import { criteriaVersionSchema, versionIdInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { criteriaVersionView } from "../../views/trial-view.ts";

export const reviseCriteria = procedure
  .meta(
    rest("POST", "/criteria/{versionId}/revisions", {
      tag: "trials",
      summary: "Start the next version as a copy, to correct what was signed",
      description: "What was decided on each criterion is taken over; the new version needs signatures of its own.",
      errors: [404, 503],
    }),
  )
  .input(versionIdInput)
  .output(criteriaVersionSchema)
  .mutation(async ({ ctx, input: { versionId } }) => {
    const { trialId, document, reviews } = await getCriteriaVersion(ctx.db, versionId);
    const next = { id: ctx.newId("criteria"), trialId: trialId as TrialId, document };
    const { revision } = await createCriteriaVersion(ctx.db, next);
    return criteriaVersionView(ctx, await saveCriteriaDraft(ctx.db, next.id, { revision, document, reviews }));
  });
