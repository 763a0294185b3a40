import type { TrialId } from "@qinghao/kernel";
import { desc, eq, sql } from "drizzle-orm";
import { type Database, query } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import { trials } from "../tables/index.ts";
import type { VersionState } from "../trial.schema.ts";

export type Trial = typeof trials.$inferSelect;
export type TrialSummary = Trial & {
  /** The newest version's number and state; null before the first. */
  version: number | null;
  state: VersionState | null;
  criteria: number;
  lastRunAt: Date | null;
};

export async function createTrial(
  db: Database,
  values: { id: TrialId; title: string; registryId?: string | null },
): Promise<Trial> {
  return (await guarded(() => db.orm.insert(trials).values(values).returning()))[0]!;
}

/** Throws `db.trial.missing`. */
export async function getTrial(db: Database, id: TrialId): Promise<Trial> {
  const rows = await guarded(async () => db.orm.select().from(trials).where(eq(trials.id, id)));
  if (rows[0] === undefined) throw dbErrors.create("trial.missing", { id });
  return rows[0];
}

/** Throws `db.trial.missing`. */
export async function renameTrial(db: Database, id: TrialId, title: string): Promise<Trial> {
  const change = db.orm.update(trials).set({ title, updatedAt: sql`now()` }).where(eq(trials.id, id));
  const rows = await guarded(() => change.returning());
  if (rows[0] === undefined) throw dbErrors.create("trial.missing", { id });
  return rows[0];
}

/** Trials, the last touched first. */
export async function listTrials(db: Database, limit = 500): Promise<TrialSummary[]> {
  const all = await guarded(async () => db.orm.select().from(trials).orderBy(desc(trials.updatedAt)).limit(limit));
  const newest = await query<{ trial: string; version: number; state: VersionState; criteria: number }>(
    db.orm,
    sql`select distinct on (trial_id) trial_id as trial, version, state,
        jsonb_array_length(document->'criteria') as criteria
      from criteria_versions order by trial_id, version desc`,
  );
  const runs = await query<{ trial: string; at: string }>(
    db.orm,
    sql`select trial_id as trial, max(created_at) as at from match_runs group by trial_id`,
  );
  const versionOf = new Map(newest.map((row) => [row.trial, row]));
  const runOf = new Map(runs.map((row) => [row.trial, new Date(row.at)]));
  return all.map((trial) => {
    const { version = null, state = null, criteria = 0 } = versionOf.get(trial.id) ?? {};
    return { ...trial, version, state, criteria, lastRunAt: runOf.get(trial.id) ?? null };
  });
}
