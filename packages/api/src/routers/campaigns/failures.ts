import { listCampaignFailures as readFailures } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { campaignFailurePageSchema, campaignRowsInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const listCampaignFailures = procedure
  .meta(
    rest("GET", "/campaigns/{campaignId}/failures", {
      tag: "campaigns",
      summary: "Ligands without a result, with the stage and the reason",
      errors: [404, 503],
    }),
  )
  .input(campaignRowsInput)
  .output(campaignFailurePageSchema)
  .query(({ ctx, input }) => readFailures(ctx.db, input.campaignId, input));
