import { getCompound as readCompound } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { compoundIdInput, compoundSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { compoundView } from "../../views/compound-view.ts";

export const getCompound = procedure
  .meta(
    rest("GET", "/projects/{projectId}/compounds/{compoundId}", {
      tag: "compounds",
      summary: "One compound",
      errors: [404, 503],
    }),
  )
  .input(compoundIdInput)
  .output(compoundSchema)
  .query(async ({ ctx, input }) => compoundView(await readCompound(ctx.db, input.projectId, input.compoundId)));
