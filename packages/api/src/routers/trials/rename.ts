import { listCriteriaVersions, renameTrial as storeName } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { renameTrialInput, trialSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { trialView } from "../../views/trial-view.ts";

export const renameTrial = procedure
  .meta(rest("PATCH", "/trials/{trialId}", { tag: "trials", summary: "Rename a trial", errors: [404, 503] }))
  .input(renameTrialInput)
  .output(trialSchema)
  .mutation(async ({ ctx, input: { trialId, title } }) => {
    const trial = await storeName(ctx.db, trialId, title);
    return trialView(trial, await listCriteriaVersions(ctx.db, trialId));
  });
