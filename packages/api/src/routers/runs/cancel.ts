import { finishRun, getRun, markRunCancelling } from "@qinghao/db";
import { apiErrors } from "../../errors.ts";
import { cancelJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { runIdInput, runSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { runView } from "../../views/run-view.ts";

export const cancelRun = procedure
  .meta(
    rest("POST", "/runs/{runId}/cancel", {
      tag: "runs",
      summary: "Stop a run; finished shards stay",
      errors: [404, 409, 503],
    }),
  )
  .input(runIdInput)
  .output(runSchema)
  .mutation(async ({ ctx, input }) => {
    const id = input.runId;
    await getRun(ctx.db, id);
    const isStopping = await cancelJob(ctx, id, {
      mark: () => markRunCancelling(ctx.db, id),
      end: () => finishRun(ctx.db, id, { state: "cancelled" }),
    });
    const run = await getRun(ctx.db, id);
    if (!isStopping && run.state !== "cancelling" && run.state !== "cancelled")
      throw apiErrors.create("job.finished", { id, state: run.state });
    return runView(run);
  });
