import { createCriteriaVersion, getTrial, listCriteriaVersions, saveCriteriaDraft } from "@qinghao/db";
import { amend } from "@qinghao/trials";
import { rest } from "../../rest.ts";
import { amendTrialInput, criteriaVersionSchema } from "../../schema.ts";
import { readDocument } from "../../trials/read-document.ts";
import { procedure } from "../../trpc.ts";
import { criteriaVersionView } from "../../views/trial-view.ts";

export const amendTrial = procedure
  .meta(
    rest("POST", "/trials/{trialId}/amendments", {
      tag: "trials",
      summary: "Read an amended protocol as the next version",
      description:
        "Criteria whose words stayed keep their reviewed logic and what was decided on them; everything else is to be reviewed again.",
      errors: [404, 413, 415, 422, 503],
    }),
  )
  .input(amendTrialInput)
  .output(criteriaVersionSchema)
  .mutation(async ({ ctx, input }) => {
    const { trialId } = input;
    await getTrial(ctx.db, trialId);
    const [latest] = await listCriteriaVersions(ctx.db, trialId);
    const { document: reread } = await readDocument(ctx, input);
    const id = ctx.newId("criteria");
    if (latest === undefined)
      return criteriaVersionView(ctx, await createCriteriaVersion(ctx.db, { id, trialId, document: reread }));
    const { document, changes, carriedOver } = amend(latest.document, reread);
    const { revision } = await createCriteriaVersion(ctx.db, { id, trialId, document, base: document });
    const carried = new Set(carriedOver);
    const decided = changes.flatMap(({ before, after }) => {
      const review = before === null ? undefined : latest.reviews[before.id];
      return after === null || review === undefined || !carried.has(after.id) ? [] : [[after.id, review] as const];
    });
    const reviews = Object.fromEntries(decided);
    return criteriaVersionView(ctx, await saveCriteriaDraft(ctx.db, id, { revision, document, reviews }));
  });
