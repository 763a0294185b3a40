import { getProject, listCampaigns as readCampaigns } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { campaignPageSchema, listCampaignsInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { campaignView } from "../../views/campaign-view.ts";

export const listCampaigns = procedure
  .meta(
    rest("GET", "/projects/{projectId}/campaigns", {
      tag: "campaigns",
      summary: "Campaigns of a project, newest first",
      errors: [404, 503],
    }),
  )
  .input(listCampaignsInput)
  .output(campaignPageSchema)
  .query(async ({ ctx, input: { projectId, limit } }) => {
    await getProject(ctx.db, projectId);
    const found = await readCampaigns(ctx.db, projectId, limit + 1);
    return { rows: found.slice(0, limit).map(campaignView), more: found.length > limit };
  });
