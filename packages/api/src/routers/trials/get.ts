import { listCriteriaVersions, getTrial as readTrial } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { trialIdInput, trialSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { trialView } from "../../views/trial-view.ts";

export const getTrial = procedure
  .meta(rest("GET", "/trials/{trialId}", { tag: "trials", summary: "One trial and its versions", errors: [404, 503] }))
  .input(trialIdInput)
  .output(trialSchema)
  .query(async ({ ctx, input: { trialId } }) => {
    const trial = await readTrial(ctx.db, trialId);
    return trialView(trial, await listCriteriaVersions(ctx.db, trialId));
  });
