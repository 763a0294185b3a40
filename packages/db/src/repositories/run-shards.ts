import type { RunId } from "@qinghao/kernel";
import { and, asc, eq, inArray, max, sql } from "drizzle-orm";
import { type Database, query, transaction } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import type { RunRecord } from "../schema.ts";
import { runShards, runs } from "../tables/index.ts";
import { conditionsOf, filterParts } from "./compound-filter.ts";
import { type NewPrediction, upsertPredictions } from "./predictions.ts";
import type { Run } from "./runs.ts";

export type RunShard = typeof runShards.$inferSelect;
/** A molecule of a shard: internal number, public id, canonical SMILES. */
export type ShardMolecule = { seq: number; id: string; smiles: string };

/**
 * The next molecules of a run's scope behind `afterSeq`, in order of registration, none newer than the run's start.
 * @param models version of each endpoint's model, needed for the scope `missing`
 */
export function nextMolecules(
  db: Database,
  run: Pick<Run, "projectId" | "scope" | "maxSeq" | "endpoints">,
  models: Record<string, string>,
  afterSeq: number,
  limit: number,
): Promise<ShardMolecule[]> {
  return query<ShardMolecule>(
    db.orm,
    sql`select c.seq::float8 as seq, c.id, c.smiles from compounds c
      where ${scopeCondition(run, models)} and c.seq > ${afterSeq} and c.seq <= ${run.maxSeq ?? 0}
      order by c.project_id, c.seq limit ${limit}`,
  );
}

/** How many molecules the scope holds. */
export async function countMolecules(
  db: Database,
  run: Pick<Run, "projectId" | "scope" | "maxSeq" | "endpoints">,
  models: Record<string, string>,
): Promise<number> {
  const counted = await query<{ n: number }>(
    db.orm,
    sql`select count(*)::float8 as n from compounds c
      where ${scopeCondition(run, models)} and c.seq <= ${run.maxSeq ?? 0}`,
  );
  return counted[0]!.n;
}

function scopeCondition(run: Pick<Run, "projectId" | "scope" | "endpoints">, models: Record<string, string>) {
  const { scope, projectId } = run;
  if (scope.kind === "search") return conditionsOf(projectId, filterParts(projectId, { searchId: scope.searchId }));
  if (scope.kind === "filter") return conditionsOf(projectId, filterParts(projectId, scope.filter));
  const all = conditionsOf(projectId, { own: [], sets: [] });
  if (scope.kind === "all") return all;
  if (scope.kind === "ids") {
    return sql`${all} and c.id in (select jsonb_array_elements_text(${JSON.stringify(scope.ids)}::jsonb))`;
  }
  const wanted = JSON.stringify(run.endpoints.map((endpoint) => ({ endpoint, version: models[endpoint] ?? "" })));
  return sql`${all} and exists (
    select 1 from jsonb_to_recordset(${wanted}::jsonb) as w(endpoint text, version text)
    where not exists (select 1 from predictions p where p.compound_seq = c.seq
      and p.endpoint = w.endpoint and p.model_version = w.version))`;
}

/** Notes a planned shard; planning it again changes nothing. */
export async function planShard(
  db: Database,
  shard: { runId: RunId; shard: number; key: string; lastSeq: number; size: number },
): Promise<void> {
  await guarded(() => db.orm.insert(runShards).values(shard).onConflictDoNothing());
}

/** How far planning came: the number of shards and the last compound in them. */
export async function plannedSoFar(db: Database, runId: RunId): Promise<{ shards: number; lastSeq: number }> {
  const planned = db.orm
    .select({ last: max(runShards.shard), lastSeq: max(runShards.lastSeq) })
    .from(runShards)
    .where(eq(runShards.runId, runId));
  const [row] = await guarded(async () => planned);
  return { shards: row?.last === null || row === undefined ? 0 : row.last + 1, lastSeq: row?.lastSeq ?? 0 };
}

/** Ends planning: from now on the run's total is known. */
export async function finishPlanning(db: Database, runId: RunId): Promise<{ shards: number; total: number }> {
  const planned = await query<{ shards: number; total: number }>(
    db.orm,
    sql`with planned as (
        select count(*)::int as shards, coalesce(sum(size), 0)::float8 as total from run_shards where run_id = ${runId}
      ), noted as (
        update runs set shards = planned.shards, total = planned.total from planned where runs.id = ${runId}
      ) select * from planned`,
  );
  return planned[0]!;
}

/** Throws `db.run.missing` when there is no such shard. */
export async function getShard(db: Database, runId: RunId, shard: number): Promise<RunShard> {
  const where = and(eq(runShards.runId, runId), eq(runShards.shard, shard));
  const rows = await guarded(() => db.orm.select().from(runShards).where(where));
  if (rows[0] === undefined) throw dbErrors.create("run.missing", { id: runId });
  return rows[0];
}

/** Finished shards in order. */
export const listDoneShards = (db: Database, runId: RunId): Promise<RunShard[]> =>
  guarded(() =>
    db.orm
      .select()
      .from(runShards)
      .where(and(eq(runShards.runId, runId), eq(runShards.state, "done")))
      .orderBy(asc(runShards.shard)),
  );

export type ShardResult = {
  predictions: readonly NewPrediction[];
  /** Molecules with results, and molecules with a reason instead. */
  done: number;
  failed: number;
  resultsKey: string;
  record: RunRecord;
};

/**
 * Stores a shard's predictions, its mark and the run's counts in one transaction, once: when the shard was stored
 * before, or the run has ended meanwhile, nothing changes and false is returned.
 */
export function storeShard(db: Database, runId: RunId, shard: number, result: ShardResult): Promise<boolean> {
  const { done, failed, resultsKey, record } = result;
  return transaction(db, async (tx) => {
    const run = await tx.select({ projectId: runs.projectId, state: runs.state }).from(runs).where(eq(runs.id, runId));
    if (run[0] === undefined) throw dbErrors.create("run.missing", { id: runId });
    const marked = await tx
      .update(runShards)
      .set({ state: "done", done, failed, resultsKey, record, finishedAt: sql`now()` })
      .where(and(eq(runShards.runId, runId), eq(runShards.shard, shard), eq(runShards.state, "planned")))
      .returning({ shard: runShards.shard });
    if (marked.length === 0) return false;
    await upsertPredictions(tx, { projectId: run[0].projectId, runId }, result.predictions);
    const counted = await tx
      .update(runs)
      .set({
        done: sql`${runs.done} + ${done}`,
        failed: sql`${runs.failed} + ${failed}`,
        shardsDone: sql`${runs.shardsDone} + 1`,
        record,
        waitingReason: null,
      })
      .where(and(eq(runs.id, runId), inArray(runs.state, ["running", "cancelling"])))
      .returning({ id: runs.id });
    if (counted.length === 0) throw dbErrors.create("run.ended", { id: runId });
    return true;
  });
}
