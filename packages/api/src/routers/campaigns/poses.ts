import { getCampaign, getReceptor, listCampaignHits } from "@qinghao/db";
import { readPose } from "@qinghao/docking/poses";
import { dockingScore, openHitPoses, poseRecords, receptorOf } from "../../campaigns/hit-poses.ts";
import { apiErrors } from "../../errors.ts";
import { rmsdToReference } from "../../receptors/binding-site.ts";
import { rest } from "../../rest.ts";
import { hitPosesInput, hitPosesSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const campaignPoses = procedure
  .meta(
    rest("GET", "/campaigns/{campaignId}/hits/{rank}/poses", {
      tag: "campaigns",
      summary: "Poses of one hit, the best first, and the receptor that they lie in",
      errors: [404, 503],
    }),
  )
  .input(hitPosesInput)
  .output(hitPosesSchema)
  .query(async ({ ctx, input: { campaignId, rank } }) => {
    const { plan } = await getCampaign(ctx.db, campaignId);
    const { rows } = await listCampaignHits(ctx.db, campaignId, { offset: rank - 1, limit: 1 });
    const [hit] = rows;
    if (hit === undefined) throw apiErrors.create("campaign.no_hit", { rank });
    if (hit.poses === null) throw apiErrors.create("campaign.no_poses", { rank });
    const receptorId = receptorOf(plan);
    const kit = await ctx.kit();
    const site = receptorId === null ? null : await ctx.sites.open(await getReceptor(ctx.db, receptorId));
    const records = await poseRecords(await openHitPoses(ctx.artifacts)(hit.poses));
    return {
      receptorId,
      poses: records.map(({ text, name, fields }, at) => {
        const pose = readPose(kit, text);
        return {
          rank: at + 1,
          name,
          molblock: text,
          score: dockingScore(fields),
          rmsd: site !== null && pose.ok ? rmsdToReference(site, pose.value) : null,
        };
      }),
    };
  });
