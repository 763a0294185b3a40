import { finishMatchRun, markMatchRunCancelling, getMatchRun as readRun, listMatchRuns as readRuns } from "@qinghao/db";
import { z } from "zod";
import { apiErrors } from "../../errors.ts";
import { cancelJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { listMatchRunsInput, matchRunIdInput, matchRunSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { matchRunView } from "../../views/match-run-view.ts";

export const getMatchRun = procedure
  .meta(
    rest("GET", "/trial-runs/{runId}", {
      tag: "trials",
      summary: "One run and what each hospital released",
      errors: [404, 503],
    }),
  )
  .input(matchRunIdInput)
  .output(matchRunSchema)
  .query(async ({ ctx, input }) => matchRunView(await readRun(ctx.db, input.runId)));

export const listMatchRuns = procedure
  .meta(
    rest("GET", "/trials/{trialId}/runs", {
      tag: "trials",
      summary: "Runs of a trial, the newest first",
      errors: [503],
    }),
  )
  .input(listMatchRunsInput)
  .output(z.object({ runs: z.array(matchRunSchema) }))
  .query(async ({ ctx, input }) => ({ runs: (await readRuns(ctx.db, input.trialId)).map(matchRunView) }));

export const cancelMatchRun = procedure
  .meta(
    rest("POST", "/trial-runs/{runId}/cancel", {
      tag: "trials",
      summary: "Stop a run; what hospitals released so far stays",
      errors: [404, 409, 503],
    }),
  )
  .input(matchRunIdInput)
  .output(matchRunSchema)
  .mutation(async ({ ctx, input: { runId } }) => {
    await readRun(ctx.db, runId);
    const isStopping = await cancelJob(ctx, runId, {
      mark: () => markMatchRunCancelling(ctx.db, runId),
      end: () => finishMatchRun(ctx.db, runId, { state: "cancelled" }),
    });
    const run = await readRun(ctx.db, runId);
    if (!isStopping && run.state !== "cancelling" && run.state !== "cancelled")
      throw apiErrors.create("job.finished", { id: runId, state: run.state });
    return matchRunView(run);
  });
