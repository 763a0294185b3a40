import type { CampaignId } from "@qinghao/kernel";
import { and, asc, eq, inArray, max, sql } from "drizzle-orm";
import { type Database, query, transaction } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import type { BilingualText, RunRecord } from "../schema.ts";
import { campaignFailures, campaignShards, campaignStages, campaigns } from "../tables/index.ts";

export type CampaignShard = typeof campaignShards.$inferSelect;
type StageKey = { campaignId: CampaignId; stage: number };
type ShardKey = StageKey & { shard: number };

const isStage = ({ campaignId, stage }: StageKey) =>
  and(eq(campaignShards.campaignId, campaignId), eq(campaignShards.stage, stage));

/** Notes a planned shard; planning it again changes nothing. */
export async function planCampaignShard(
  db: Database,
  shard: ShardKey & { key: string; lastSeq: number; size: number },
): Promise<void> {
  await guarded(() => db.orm.insert(campaignShards).values(shard).onConflictDoNothing());
}

/** How far planning of a stage came: the number of shards and the last compound in them. */
export async function campaignPlannedSoFar(db: Database, key: StageKey): Promise<{ shards: number; lastSeq: number }> {
  const planned = db.orm
    .select({ last: max(campaignShards.shard), lastSeq: max(campaignShards.lastSeq) })
    .from(campaignShards)
    .where(isStage(key));
  const [row] = await guarded(async () => planned);
  return { shards: row?.last == null ? 0 : row.last + 1, lastSeq: row?.lastSeq ?? 0 };
}

/** Opens a stage whose shards are planned; opening it again changes nothing. The first stage settles the library's size. */
export async function openCampaignStage(
  db: Database,
  { campaignId, stage }: StageKey,
): Promise<{ shards: number; incoming: number }> {
  const rows = await query<{ shards: number; incoming: number }>(
    db.orm,
    sql`with planned as (
        select count(*)::int as shards, coalesce(sum(size), 0)::float8 as incoming
        from campaign_shards where campaign_id = ${campaignId} and stage = ${stage}
      ), opened as (
        insert into campaign_stages (campaign_id, stage, incoming, shards, started_at)
        select ${campaignId}, ${stage}, incoming, shards, now() from planned on conflict do nothing
      ), noted as (
        update campaigns set total = planned.incoming from planned where campaigns.id = ${campaignId} and ${stage} = 0
      ) select * from planned`,
  );
  return rows[0]!;
}

/** Throws `db.campaign.missing` when there is no such shard. */
export async function getCampaignShard(db: Database, key: ShardKey): Promise<CampaignShard> {
  const where = and(isStage(key), eq(campaignShards.shard, key.shard));
  const rows = await guarded(() => db.orm.select().from(campaignShards).where(where));
  if (rows[0] === undefined) throw dbErrors.create("campaign.missing", { id: key.campaignId });
  return rows[0];
}

/** Finished shards of a stage in order. */
export const listDoneCampaignShards = (db: Database, key: StageKey): Promise<CampaignShard[]> =>
  guarded(() =>
    db.orm
      .select()
      .from(campaignShards)
      .where(and(isStage(key), eq(campaignShards.state, "done")))
      .orderBy(asc(campaignShards.shard)),
  );

export type CampaignShardResult = {
  /** Ligands with a result, and of these the ones that pass the method's limits. */
  done: number;
  passed: number;
  failures: readonly { compoundSeq: number; code: string; reason: BilingualText }[];
  resultsKey: string;
  record: RunRecord;
};

/**
 * Stores a shard's mark, failures and counts in one transaction, once: when it was stored before nothing changes and
 * false is returned. Throws `db.campaign.ended` when the campaign ended meanwhile.
 */
export function storeCampaignShard(db: Database, key: ShardKey, result: CampaignShardResult): Promise<boolean> {
  const { done, passed, failures, resultsKey, record } = result;
  const { campaignId, stage, shard } = key;
  return transaction(db, async (tx) => {
    const open = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(eq(campaigns.id, campaignId), inArray(campaigns.state, ["running", "paused", "cancelling"])))
      .for("share");
    if (open.length === 0) throw dbErrors.create("campaign.ended", { id: campaignId });
    const marked = await tx
      .update(campaignShards)
      .set({ state: "done", passed, resultsKey, finishedAt: sql`now()` })
      .where(and(isStage(key), eq(campaignShards.shard, shard), eq(campaignShards.state, "planned")))
      .returning({ shard: campaignShards.shard });
    if (marked.length === 0) return false;
    if (failures.length > 0) {
      await tx.insert(campaignFailures).values(failures.map((failure) => ({ campaignId, stage, ...failure })));
    }
    await tx
      .update(campaignStages)
      .set({
        done: sql`${campaignStages.done} + ${done}`,
        failed: sql`${campaignStages.failed} + ${failures.length}`,
        passed: sql`${campaignStages.passed} + ${passed}`,
        shardsDone: sql`${campaignStages.shardsDone} + 1`,
        record,
      })
      .where(and(eq(campaignStages.campaignId, campaignId), eq(campaignStages.stage, stage)));
    return true;
  });
}

/** Ends a stage: so many ligands go on. */
export async function closeCampaignStage(db: Database, { campaignId, stage }: StageKey, kept: number): Promise<void> {
  await guarded(() =>
    db.orm
      .update(campaignStages)
      .set({ kept, finishedAt: sql`coalesce(${campaignStages.finishedAt}, now())` })
      .where(and(eq(campaignStages.campaignId, campaignId), eq(campaignStages.stage, stage))),
  );
}
