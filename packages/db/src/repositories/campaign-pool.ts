import type { CampaignId } from "@qinghao/kernel";
import { and, asc, eq, max, sql, sum } from "drizzle-orm";
import type { StagePicks } from "../campaign.schema.ts";
import { type Database, transaction } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import { campaignPool, campaignShards, campaignStages, campaigns } from "../tables/index.ts";

export type CampaignPoolPart = typeof campaignPool.$inferSelect;
type StageKey = { campaignId: CampaignId; stage: number };
type PlannedLigands = { key: string; lastSeq: number; size: number };

const isPoolOf = ({ campaignId, stage }: StageKey) =>
  and(eq(campaignPool.campaignId, campaignId), eq(campaignPool.stage, stage));

/** Notes a part of the ligands that a stage chooses from; noting it again changes nothing. */
export async function planPoolPart(db: Database, part: StageKey & PlannedLigands & { part: number }): Promise<void> {
  await guarded(() => db.orm.insert(campaignPool).values(part).onConflictDoNothing());
}

/** How far the pool of a stage is noted: the number of its parts, the last compound in them, and all their ligands. */
export async function poolPlannedSoFar(
  db: Database,
  key: StageKey,
): Promise<{ parts: number; lastSeq: number; ligands: number }> {
  const planned = db.orm
    .select({ last: max(campaignPool.part), lastSeq: max(campaignPool.lastSeq), ligands: sum(campaignPool.size) })
    .from(campaignPool)
    .where(isPoolOf(key));
  const [row] = await guarded(async () => planned);
  return {
    parts: row?.last == null ? 0 : row.last + 1,
    lastSeq: row?.lastSeq ?? 0,
    ligands: Number(row?.ligands ?? 0),
  };
}

/** Parts of a stage's pool in order. */
export const listPoolParts = (db: Database, key: StageKey): Promise<CampaignPoolPart[]> =>
  guarded(() => db.orm.select().from(campaignPool).where(isPoolOf(key)).orderBy(asc(campaignPool.part)));

/** Opens a stage that chooses from a pool; opening it again changes nothing. The first stage settles the library's size. */
export function openPoolStage(
  db: Database,
  { campaignId, stage }: StageKey,
  { incoming, ...share }: { incoming: number; target: number; batches: number },
): Promise<void> {
  const picks: StagePicks = { ...share, batch: 0, picked: 0 };
  return transaction(db, async (tx) => {
    const opened = { campaignId, stage, incoming, picks, startedAt: sql`now()` };
    await tx.insert(campaignStages).values(opened).onConflictDoNothing();
    if (stage === 0) await tx.update(campaigns).set({ total: incoming }).where(eq(campaigns.id, campaignId));
  });
}

const rowsAtOnce = 2000;

/**
 * Adds the shards of a chosen batch to a stage, once: where the batch was added before nothing changes.
 * @param batch from 0
 * @returns shards of the stage so far; throws `db.campaign.missing` where the stage chooses from no pool
 */
export function planCampaignBatch(
  db: Database,
  { campaignId, stage, batch }: StageKey & { batch: number },
  shards: readonly PlannedLigands[],
): Promise<number> {
  return transaction(db, async (tx) => {
    const where = and(eq(campaignStages.campaignId, campaignId), eq(campaignStages.stage, stage));
    const [found] = await tx.select().from(campaignStages).where(where).for("update");
    if (found?.picks == null) throw dbErrors.create("campaign.missing", { id: campaignId });
    const { picks, shards: before } = found;
    if (picks.batch > batch) return before;
    const rows = shards.map((shard, at) => ({ campaignId, stage, shard: before + at, ...shard }));
    for (let at = 0; at < rows.length; at += rowsAtOnce)
      await tx.insert(campaignShards).values(rows.slice(at, at + rowsAtOnce));
    const picked = shards.reduce((total, { size }) => total + size, picks.picked);
    const after = before + rows.length;
    await tx
      .update(campaignStages)
      .set({ shards: after, picks: { ...picks, batch: batch + 1, picked } })
      .where(where);
    return after;
  });
}
