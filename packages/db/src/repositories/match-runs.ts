import type { CriteriaVersionId, RunId, TrialId, WireError } from "@qinghao/kernel";
import { and, asc, desc, eq, inArray, notInArray, sql } from "drizzle-orm";
import { type Database, transaction } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import type { RunState } from "../schema.ts";
import { matchRuns, siteResults } from "../tables/index.ts";
import type { MatchPurpose, SiteResultState } from "../trial.schema.ts";

export type SiteResult = typeof siteResults.$inferSelect;
export type MatchRun = typeof matchRuns.$inferSelect & { sites: SiteResult[] };

const openStates: RunState[] = ["queued", "running", "cancelling"];
const finalResults: SiteResultState[] = ["answered", "refused", "failed", "cancelled"];

/** Stores the question and the sites it goes to. */
export async function createMatchRun(
  db: Database,
  values: {
    id: RunId;
    trialId: TrialId;
    versionId: CriteriaVersionId;
    purpose: MatchPurpose;
    requester: string;
    /** ISO 8601 date. */
    asOf: string;
    ask: unknown;
    sites: readonly string[];
  },
): Promise<MatchRun> {
  const { sites, ...run } = values;
  await transaction(db, async (tx) => {
    await tx.insert(matchRuns).values(run);
    await tx.insert(siteResults).values(sites.map((siteId) => ({ runId: run.id, siteId })));
  });
  return getMatchRun(db, values.id);
}

/** Throws `db.run.missing`. */
export async function getMatchRun(db: Database, id: RunId): Promise<MatchRun> {
  return guarded(async () => {
    const runs = await db.orm.select().from(matchRuns).where(eq(matchRuns.id, id));
    if (runs[0] === undefined) throw dbErrors.create("run.missing", { id });
    const results = db.orm.select().from(siteResults).where(eq(siteResults.runId, id));
    return { ...runs[0], sites: await results.orderBy(asc(siteResults.siteId)) };
  });
}

/** Runs of a trial (of all trials where null), the newest first. */
export async function listMatchRuns(db: Database, trialId: TrialId | null, limit = 50): Promise<MatchRun[]> {
  return guarded(async () => {
    const runs = await db.orm
      .select()
      .from(matchRuns)
      .where(trialId === null ? undefined : eq(matchRuns.trialId, trialId))
      .orderBy(desc(matchRuns.createdAt), desc(matchRuns.id))
      .limit(limit);
    if (runs.length === 0) return [];
    const ids = runs.map((run) => run.id);
    const results = await db.orm
      .select()
      .from(siteResults)
      .where(inArray(siteResults.runId, ids))
      .orderBy(asc(siteResults.siteId));
    return runs.map((run) => ({ ...run, sites: results.filter((result) => result.runId === run.id) }));
  });
}

/** Marks the run as running; calling it again changes nothing. */
export async function startMatchRun(db: Database, id: RunId): Promise<MatchRun> {
  const start = { state: "running" as const, startedAt: sql`coalesce(${matchRuns.startedAt}, now())` };
  const open = and(eq(matchRuns.id, id), inArray(matchRuns.state, ["queued", "running"]));
  await guarded(() => db.orm.update(matchRuns).set(start).where(open));
  return getMatchRun(db, id);
}

/** Notes how far a site is. A final state is never left again; an unreachable site's late answer is taken. */
export async function noteSiteResult(
  db: Database,
  of: { runId: RunId; siteId: string },
  result: { state: SiteResultState; release?: unknown; error?: WireError | null },
): Promise<void> {
  const { state, release = null, error = null } = result;
  const open = and(
    eq(siteResults.runId, of.runId),
    eq(siteResults.siteId, of.siteId),
    notInArray(siteResults.state, finalResults),
  );
  const answeredAt = finalResults.includes(state) ? sql`now()` : null;
  await guarded(() => db.orm.update(siteResults).set({ state, release, error, answeredAt }).where(open));
}

/** Asks a run to stop; false when it had ended or was asked before. */
export async function markMatchRunCancelling(db: Database, id: RunId): Promise<boolean> {
  const asked = db.orm
    .update(matchRuns)
    .set({ state: "cancelling" })
    .where(and(eq(matchRuns.id, id), inArray(matchRuns.state, ["queued", "running"])));
  return (await guarded(() => asked.returning({ id: matchRuns.id }))).length > 0;
}

/** Ends the run; sites that have not answered are cancelled with a cancelled or failed one. */
export async function finishMatchRun(
  db: Database,
  id: RunId,
  end: { state: "completed" | "cancelled" | "failed"; error?: WireError | null },
): Promise<void> {
  const { state, error = null } = end;
  await transaction(db, async (tx) => {
    await tx
      .update(matchRuns)
      .set({ state, error, finishedAt: sql`now()` })
      .where(and(eq(matchRuns.id, id), inArray(matchRuns.state, openStates)));
    if (state === "completed") return;
    await tx
      .update(siteResults)
      .set({ state: "cancelled" })
      .where(and(eq(siteResults.runId, id), notInArray(siteResults.state, finalResults)));
  });
}
