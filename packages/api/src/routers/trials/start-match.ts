import { siteQuerySchema } from "@qinghao/data-space/schema";
import { createMatchRun, finishMatchRun, getCriteriaVersion, getSite } from "@qinghao/db";
import type { TrialId } from "@qinghao/kernel";
import { matchTrialWorkflow, trialMatchingTaskQueue } from "@qinghao/workflow-trial-matching/contract";
import { apiErrors } from "../../errors.ts";
import { startJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { matchRunSchema, startMatchInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { matchRunView } from "../../views/match-run-view.ts";

export const startMatch = procedure
  .meta(
    rest("POST", "/criteria/{versionId}/runs", {
      tag: "trials",
      summary: "Put a signed version to hospitals; only released numbers come back",
      errors: [404, 409, 422, 503],
    }),
  )
  .input(startMatchInput)
  .output(matchRunSchema)
  .mutation(async ({ ctx, input }) => {
    const { versionId, sites, ...question } = input;
    const version = await getCriteriaVersion(ctx.db, versionId);
    if (version.state !== "signed") throw apiErrors.create("criteria.unsigned", { version: version.version });
    for (const site of sites) await getSite(ctx.db, site);
    const ask = siteQuerySchema.shape.ask.parse(question.ask);
    const id = ctx.newId("run");
    const run = await startJob(
      ctx,
      { workflow: matchTrialWorkflow, queue: trialMatchingTaskQueue, id, input: { runId: id } },
      {
        create: () =>
          createMatchRun(ctx.db, {
            ...question,
            id,
            ask,
            versionId,
            trialId: version.trialId as TrialId,
            sites: [...new Set(sites)],
          }),
        fail: (error) => finishMatchRun(ctx.db, id, { state: "failed", error }),
      },
    );
    return matchRunView(run);
  });
