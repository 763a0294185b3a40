import { type Progress, type ProjectId, progressOf, type RunId, type WireError } from "@qinghao/kernel";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import type { AcceleratorWish, BilingualText, RunKind, RunScope, RunState } from "../schema.ts";
import { runs } from "../tables/index.ts";

/** A run with its progress in molecules: `done` have results, `failed` have a stored reason. */
export type Run = typeof runs.$inferSelect & { progress: Progress };

const openStates: RunState[] = ["queued", "running", "cancelling"];

export async function createRun(
  db: Database,
  values: {
    id: RunId;
    projectId: ProjectId;
    kind: RunKind;
    endpoints: string[];
    scope: RunScope;
    accelerator: AcceleratorWish;
  },
): Promise<Run> {
  const rows = await guarded(() => db.orm.insert(runs).values(values).returning());
  return withProgress(rows[0]!);
}

/** Throws `db.run.missing`. */
export async function getRun(db: Database, id: RunId): Promise<Run> {
  const found = await selectRuns(db, eq(runs.id, id), 1);
  if (found[0] === undefined) throw dbErrors.create("run.missing", { id });
  return found[0];
}

/** Runs of a project, the newest first. */
export const listRuns = (db: Database, projectId: ProjectId, limit = 50): Promise<Run[]> =>
  selectRuns(db, eq(runs.projectId, projectId), limit);

/** Every run that has not ended, the newest first. */
export const listOpenRuns = (db: Database, limit = 200): Promise<Run[]> =>
  selectRuns(db, inArray(runs.state, openStates), limit);

async function selectRuns(db: Database, where: SQL, limit: number): Promise<Run[]> {
  const query = db.orm.select().from(runs).where(where).orderBy(desc(runs.createdAt), desc(runs.id)).limit(limit);
  return (await guarded(async () => query)).map(withProgress);
}

function withProgress(run: typeof runs.$inferSelect): Run {
  const elapsedMs = run.startedAt === null ? 0 : (run.finishedAt?.getTime() ?? Date.now()) - run.startedAt.getTime();
  return { ...run, progress: progressOf(run.done, run.failed, run.total, elapsedMs) };
}

/** Marks the run as running and notes the newest compound, once; calling it again changes nothing. */
export async function startRun(db: Database, id: RunId): Promise<Run> {
  await query(
    db.orm,
    sql`update runs set state = 'running', started_at = coalesce(started_at, now()),
        max_seq = coalesce(max_seq, (select coalesce(max(c.seq), 0) from compounds c where c.project_id = runs.project_id))
      where id = ${id} and state in ('queued', 'running')`,
  );
  return getRun(db, id);
}

/** Says what the run waits for; null when it goes on. */
export async function setRunWaiting(db: Database, id: RunId, reason: BilingualText | null): Promise<void> {
  const open = and(eq(runs.id, id), inArray(runs.state, openStates));
  await guarded(() => db.orm.update(runs).set({ waitingReason: reason }).where(open));
}

/** Asks a queued or running run to stop; false when it had ended or was asked before. */
export async function markRunCancelling(db: Database, id: RunId): Promise<boolean> {
  const asked = db.orm
    .update(runs)
    .set({ state: "cancelling" })
    .where(and(eq(runs.id, id), inArray(runs.state, ["queued", "running"])));
  return (await guarded(() => asked.returning({ id: runs.id }))).length > 0;
}

/** Ends the run in a final state. A final state is never left again. */
export async function finishRun(
  db: Database,
  id: RunId,
  end: { state: "completed" | "cancelled" | "failed"; error?: WireError | null; resultsKey?: string | null },
): Promise<void> {
  const { state, error = null, resultsKey = null } = end;
  const final = { state, error, resultsKey, waitingReason: null, finishedAt: sql`now()` };
  await guarded(() =>
    db.orm
      .update(runs)
      .set(final)
      .where(and(eq(runs.id, id), inArray(runs.state, openStates))),
  );
  if (state === "completed") await query(db.orm, sql`analyze predictions`);
}
