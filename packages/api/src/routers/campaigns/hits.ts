import { getCampaign, listCampaignHits as readHits } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { campaignHitPageSchema, campaignRowsInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const listCampaignHits = procedure
  .meta(
    rest("GET", "/campaigns/{campaignId}/hits", {
      tag: "campaigns",
      summary: "Hits of a campaign, the best first, with their score in every stage",
      errors: [404, 503],
    }),
  )
  .input(campaignRowsInput)
  .output(campaignHitPageSchema)
  .query(async ({ ctx, input }) => {
    const { plan } = await getCampaign(ctx.db, input.campaignId);
    const { total, rows } = await readHits(ctx.db, input.campaignId, input);
    return {
      total,
      rows: rows.map(({ poses, scores, ...hit }) => ({
        ...hit,
        hasPoses: poses !== null,
        scores: plan.stages.map((_, stage) => scores[stage] ?? null),
      })),
    };
  });
