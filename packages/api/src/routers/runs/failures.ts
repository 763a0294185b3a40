import { listRunFailures } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { failurePageSchema, listFailuresInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const listFailures = procedure
  .meta(
    rest("GET", "/runs/{runId}/failures", {
      tag: "runs",
      summary: "Compounds that a run left without a value, with the reasons",
      errors: [404, 503],
    }),
  )
  .input(listFailuresInput)
  .output(failurePageSchema)
  .query(({ ctx, input }) => listRunFailures(ctx.db, input.runId, input));
