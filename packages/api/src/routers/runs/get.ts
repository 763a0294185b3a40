import { getRun as readRun } from "@qinghao/db";
import { waitingOf } from "../../jobs/waiting.ts";
import { rest } from "../../rest.ts";
import { runIdInput, runSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { runView } from "../../views/run-view.ts";

export const getRun = procedure
  .meta(
    rest("GET", "/runs/{runId}", {
      tag: "runs",
      summary: "One run: progress, rate, what it waits for",
      errors: [404, 503],
    }),
  )
  .input(runIdInput)
  .output(runSchema)
  .query(async ({ ctx, input }) => {
    const run = await readRun(ctx.db, input.runId);
    return runView(run, await waitingOf(ctx, run));
  });
