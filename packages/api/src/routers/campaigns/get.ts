import { getCampaign as readCampaign } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { campaignIdInput, campaignSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { campaignView } from "../../views/campaign-view.ts";

export const getCampaign = procedure
  .meta(
    rest("GET", "/campaigns/{campaignId}", {
      tag: "campaigns",
      summary: "One campaign: how far each stage came, at what rate, and what it waits for",
      errors: [404, 503],
    }),
  )
  .input(campaignIdInput)
  .output(campaignSchema)
  .query(async ({ ctx, input }) => campaignView(await readCampaign(ctx.db, input.campaignId)));
