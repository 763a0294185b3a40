import { listOpenRuns, listRuns as readRuns } from "@qinghao/db";
import { waitingOf } from "../../jobs/waiting.ts";
import { rest } from "../../rest.ts";
import { listRunsInput, runPageSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { runView } from "../../views/run-view.ts";

export const listRuns = procedure
  .meta(rest("GET", "/runs", { tag: "runs", summary: "Runs, newest first", errors: [503] }))
  .input(listRunsInput)
  .output(runPageSchema)
  .query(async ({ ctx, input }) => {
    const { projectId, limit } = input;
    const runs = await (projectId ? readRuns(ctx.db, projectId, limit + 1) : listOpenRuns(ctx.db, limit + 1));
    const rows = await Promise.all(runs.slice(0, limit).map(async (run) => runView(run, await waitingOf(ctx, run))));
    return { rows, more: runs.length > limit };
  });
