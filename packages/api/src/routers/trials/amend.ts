import { createCriteriaVersion, getTrial, listCriteriaVersions } from "@qinghao/db";
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
      description: "Criteria whose words stayed keep their reviewed logic; everything else is to be reviewed again.",
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
    const { document } = latest === undefined ? { document: reread } : amend(latest.document, reread);
    const version = await createCriteriaVersion(ctx.db, {
      id: ctx.newId("criteria"),
      trialId,
      document,
      ...(latest === undefined ? {} : { base: latest.document }),
    });
    return criteriaVersionView(ctx, version);
  });
