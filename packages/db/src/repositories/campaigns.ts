import type { CampaignId, ProjectId, WireError } from "@qinghao/kernel";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { CampaignEnd, CampaignPlan, CampaignState } from "../campaign.schema.ts";
import { type Database, query } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import type { BilingualText } from "../schema.ts";
import { campaignStages, campaigns } from "../tables/index.ts";

export type StageProgress = typeof campaignStages.$inferSelect;
export type Campaign = typeof campaigns.$inferSelect & { stages: StageProgress[] };

const openStates: CampaignState[] = ["queued", "running", "paused", "cancelling"];

export async function createCampaign(
  db: Database,
  values: { id: CampaignId; projectId: ProjectId; name: string; plan: CampaignPlan },
): Promise<Campaign> {
  const rows = await guarded(() => db.orm.insert(campaigns).values(values).returning());
  return { ...rows[0]!, stages: [] };
}

/** Throws `db.campaign.missing`. */
export async function getCampaign(db: Database, id: CampaignId): Promise<Campaign> {
  return guarded(async () => {
    const found = await db.orm.select().from(campaigns).where(eq(campaigns.id, id));
    if (found[0] === undefined) throw dbErrors.create("campaign.missing", { id });
    const stages = db.orm.select().from(campaignStages).where(eq(campaignStages.campaignId, id));
    return { ...found[0], stages: await stages.orderBy(asc(campaignStages.stage)) };
  });
}

/** Campaigns of a project, the newest first. */
export async function listCampaigns(db: Database, projectId: ProjectId, limit = 50): Promise<Campaign[]> {
  return guarded(async () => {
    const found = await db.orm
      .select()
      .from(campaigns)
      .where(eq(campaigns.projectId, projectId))
      .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
      .limit(limit);
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const stages = await db.orm
      .select()
      .from(campaignStages)
      .where(inArray(campaignStages.campaignId, ids))
      .orderBy(asc(campaignStages.stage));
    return found.map((one) => ({ ...one, stages: stages.filter(({ campaignId }) => campaignId === one.id) }));
  });
}

/** Marks the campaign as begun and notes the newest compound, once; calling it again changes nothing. */
export async function startCampaign(db: Database, id: CampaignId): Promise<Campaign> {
  await query(
    db.orm,
    sql`update campaigns set state = case when state = 'queued' then 'running' else state end,
        started_at = coalesce(started_at, now()),
        max_seq = coalesce(max_seq, (select coalesce(max(c.seq), 0) from compounds c where c.project_id = campaigns.project_id))
      where id = ${id} and state in ('queued', 'running', 'paused')`,
  );
  return getCampaign(db, id);
}

const move = async (db: Database, id: CampaignId, from: CampaignState[], to: CampaignState): Promise<boolean> => {
  const moved = db.orm
    .update(campaigns)
    .set({ state: to })
    .where(and(eq(campaigns.id, id), inArray(campaigns.state, from)));
  return (await guarded(() => moved.returning({ id: campaigns.id }))).length > 0;
};

/** True when it was running and is paused now. */
export const markCampaignPaused = (db: Database, id: CampaignId) => move(db, id, ["queued", "running"], "paused");
/** True when it was paused and runs again. */
export const markCampaignResumed = (db: Database, id: CampaignId) => move(db, id, ["paused"], "running");
/** Asks a campaign to stop; false when it had ended or was asked before. */
export const markCampaignCancelling = (db: Database, id: CampaignId) =>
  move(db, id, ["queued", "running", "paused"], "cancelling");

/** Says what the campaign waits for; null when it goes on. */
export async function setCampaignWaiting(db: Database, id: CampaignId, reason: BilingualText | null): Promise<void> {
  const open = and(eq(campaigns.id, id), inArray(campaigns.state, openStates));
  await guarded(() => db.orm.update(campaigns).set({ waitingReason: reason }).where(open));
}

/** Ends the campaign in a final state. A final state is never left again. */
export async function finishCampaign(
  db: Database,
  id: CampaignId,
  end: { state: "completed" | "cancelled" | "failed"; endedBy?: CampaignEnd | null; error?: WireError | null },
): Promise<void> {
  const { state, endedBy = null, error = null } = end;
  await guarded(() =>
    db.orm
      .update(campaigns)
      .set({ state, endedBy, error, waitingReason: null, finishedAt: sql`now()` })
      .where(and(eq(campaigns.id, id), inArray(campaigns.state, openStates))),
  );
}
