import { getCampaign, getReceptor, listCampaignHits } from "@qinghao/db";
import { readPose } from "@qinghao/docking/poses";
import { openHitPoses, poseRecords, poseScore, receptorOf } from "../../campaigns/hit-poses.ts";
import { shapeQueryOf } from "../../campaigns/shape-query.ts";
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
    const receptor = receptorId === null ? null : await getReceptor(ctx.db, receptorId);
    const site = receptor === null ? null : await ctx.sites.open(receptor);
    const records = await poseRecords(await openHitPoses(ctx.artifacts)(hit.poses));
    const query = receptor === null ? await shapeQueryOf(kit, plan, records[0]?.fields ?? {}) : null;
    return {
      receptorId,
      reference: receptor?.reference ?? query,
      poses: records.map(({ text, name, fields }, at) => {
        const pose = readPose(kit, text);
        return {
          rank: at + 1,
          name,
          molblock: text,
          score: poseScore(fields),
          rmsd: site !== null && pose.ok ? rmsdToReference(site, pose.value) : null,
        };
      }),
    };
  });
