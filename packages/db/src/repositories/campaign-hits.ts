import type { CampaignId } from "@qinghao/kernel";
import { eq, sql } from "drizzle-orm";
import { type Database, query, transaction } from "../database.ts";
import type { BilingualText } from "../schema.ts";
import { campaignHits, campaigns } from "../tables/index.ts";
import { getCampaign } from "./campaigns.ts";

export type NewCampaignHit = Omit<typeof campaignHits.$inferInsert, "campaignId">;
export type ShownCampaignHit = {
  rank: number;
  compoundId: string;
  name: string | null;
  smiles: string;
  score: number;
  scores: Record<string, number>;
  poses: { key: string; record: number } | null;
  cluster: number | null;
  nearestKnown: number | null;
};
export type CampaignFailure = {
  stage: number;
  compoundId: string;
  name: string | null;
  smiles: string;
  code: string;
  reason: BilingualText;
};

const rowsAtOnce = 2000;

/** Writes the hits, ranked from 1, in place of what was there. */
export function storeCampaignHits(
  db: Database,
  campaignId: CampaignId,
  hits: readonly NewCampaignHit[],
): Promise<void> {
  return transaction(db, async (tx) => {
    await tx.delete(campaignHits).where(eq(campaignHits.campaignId, campaignId));
    for (let at = 0; at < hits.length; at += rowsAtOnce) {
      await tx.insert(campaignHits).values(hits.slice(at, at + rowsAtOnce).map((hit) => ({ ...hit, campaignId })));
    }
    await tx.update(campaigns).set({ hits: hits.length }).where(eq(campaigns.id, campaignId));
  });
}

type Page = { offset: number; limit: number };

/** Hits, the best first. Throws `db.campaign.missing`. */
export async function listCampaignHits(
  db: Database,
  campaignId: CampaignId,
  { offset, limit }: Page,
): Promise<{ total: number; rows: ShownCampaignHit[] }> {
  const { hits } = await getCampaign(db, campaignId);
  const rows = await query<ShownCampaignHit>(
    db.orm,
    sql`select h.rank, c.id as "compoundId", c.name, c.smiles, h.score, h.scores, h.poses, h.cluster, h.nearest_known as "nearestKnown"
      from campaign_hits h join compounds c on c.seq = h.compound_seq
      where h.campaign_id = ${campaignId} order by h.rank limit ${limit} offset ${offset}`,
  );
  return { total: hits, rows };
}

/** Ligands without a result, with the reason, by stage. Throws `db.campaign.missing`. */
export async function listCampaignFailures(
  db: Database,
  campaignId: CampaignId,
  { offset, limit }: Page,
): Promise<{ total: number; rows: CampaignFailure[] }> {
  const { stages } = await getCampaign(db, campaignId);
  const rows = await query<CampaignFailure>(
    db.orm,
    sql`select f.stage, c.id as "compoundId", c.name, c.smiles, f.code, f.reason
      from campaign_failures f join compounds c on c.seq = f.compound_seq
      where f.campaign_id = ${campaignId} order by f.stage, f.compound_seq limit ${limit} offset ${offset}`,
  );
  return { total: stages.reduce((sum, { failed }) => sum + failed, 0), rows };
}
