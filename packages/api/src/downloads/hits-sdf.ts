import { sdfRecord } from "@qinghao/chemistry";
import { type Campaign, listCampaignHits } from "@qinghao/db";
import { campaignIdSchema } from "@qinghao/kernel";
import { openHitPoses, poseRecords } from "../campaigns/hit-poses.ts";
import type { Services } from "../services.ts";

const rowsAtOnce = 500;

/**
 * Poses of the hits, the best hit first, with rank, compound and scores as properties: the best pose of each, or all of
 * them. A hit without poses has no record; the table of hits lists every one.
 */
export async function* hitsSdf(
  { db, artifacts }: Pick<Services, "db" | "artifacts">,
  campaign: Campaign,
  isWhole: boolean,
): AsyncIterable<string> {
  const id = campaignIdSchema.parse(campaign.id);
  const { stages } = campaign.plan;
  const posesOf = openHitPoses(artifacts);
  for (let offset = 0; ; offset += rowsAtOnce) {
    const { rows } = await listCampaignHits(db, id, { offset, limit: rowsAtOnce });
    if (rows.length === 0) return;
    for (const { rank, compoundId, name, smiles, scores, poses, cluster, nearestKnown } of rows) {
      if (poses === null) continue;
      const records = await poseRecords(await posesOf(poses));
      const scoreFields = Object.fromEntries(
        stages.map(({ method }, at) => [`score_${at + 1}_${method}`, scores[at] ?? ""]),
      );
      for (const { text, fields } of isWhole ? records : records.slice(0, 1)) {
        yield sdfRecord({ molblock: text }, name ?? compoundId, {
          rank,
          compound: compoundId,
          smiles,
          ...scoreFields,
          cluster: cluster ?? "",
          nearest_known: nearestKnown ?? "",
          ...fields,
        });
      }
    }
  }
}
