import { getCriteriaVersion } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { criteriaVersionSchema, versionIdInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { criteriaVersionView } from "../../views/trial-view.ts";

export const getCriteria = procedure
  .meta(
    rest("GET", "/criteria/{versionId}", {
      tag: "trials",
      summary: "One version of a trial's criteria, with readings, findings and signatures",
      errors: [404, 503],
    }),
  )
  .input(versionIdInput)
  .output(criteriaVersionSchema)
  .query(async ({ ctx, input }) => criteriaVersionView(ctx, await getCriteriaVersion(ctx.db, input.versionId)));
