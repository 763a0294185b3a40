import { countCompounds, createRun, finishRun, getProject, getSearch } from "@qinghao/db";
import { searchIdSchema } from "@qinghao/kernel";
import { modellingTaskQueue, predictPropertiesWorkflow } from "@qinghao/workflow-modelling/contract";
import { checkEndpoints } from "../../endpoints.ts";
import { apiErrors } from "../../errors.ts";
import { filterOfScope, storedScope } from "../../jobs/scope.ts";
import { startJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { runSchema, startRunInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { runView } from "../../views/run-view.ts";

export const startRun = procedure
  .meta(
    rest("POST", "/projects/{projectId}/runs", {
      tag: "runs",
      summary: "Start a prediction run",
      errors: [404, 422, 503],
    }),
  )
  .input(startRunInput)
  .output(runSchema)
  .mutation(async ({ ctx, input }) => {
    const { projectId, accelerator } = input;
    const scope = storedScope(input.scope);
    const endpoints = checkEndpoints(input.endpoints);
    await getProject(ctx.db, projectId);
    const filter = filterOfScope(scope);
    if (filter.searchId !== undefined) await getSearch(ctx.db, searchIdSchema.parse(filter.searchId));
    if ((await countCompounds(ctx.db, projectId, filter)) === 0) throw apiErrors.create("run.empty");
    const id = ctx.newId("run");
    const run = await startJob(
      ctx,
      { workflow: predictPropertiesWorkflow, queue: modellingTaskQueue, id, input: { runId: id } },
      {
        create: () => createRun(ctx.db, { id, projectId, kind: "predict-properties", endpoints, scope, accelerator }),
        fail: (error) => finishRun(ctx.db, id, { state: "failed", error }),
      },
    );
    return runView(run);
  });
