import { type Progress, type ProjectId, progressOf, type SearchId, type WireError } from "@qinghao/kernel";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Database, query, transaction } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import type { SearchKind, SearchState } from "../schema.ts";
import { storableText } from "../storable-text.ts";
import { searches } from "../tables/index.ts";

/** A search with its progress in compounds compared; `hits` counts the matches found so far. */
export type Search = typeof searches.$inferSelect & { progress: Progress };

const openStates: SearchState[] = ["queued", "running", "cancelling"];

export async function createSearch(
  db: Database,
  values: { id: SearchId; projectId: ProjectId; kind: SearchKind; query: string },
): Promise<Search> {
  const stored = { ...values, query: storableText(values.query) };
  const rows = await guarded(() => db.orm.insert(searches).values(stored).returning());
  return withProgress(rows[0]!);
}

/** Throws `db.search.missing`. */
export async function getSearch(db: Database, id: SearchId): Promise<Search> {
  const rows = await guarded(() => db.orm.select().from(searches).where(eq(searches.id, id)));
  if (rows[0] === undefined) throw dbErrors.create("search.missing", { id });
  return withProgress(rows[0]);
}

function withProgress(row: typeof searches.$inferSelect): Search {
  const elapsedMs = row.startedAt === null ? 0 : (row.finishedAt?.getTime() ?? Date.now()) - row.startedAt.getTime();
  return { ...row, progress: progressOf(row.done, row.failed, row.total, elapsedMs) };
}

/** Marks the search as running over the compounds that the project holds now, once. */
export async function startSearch(db: Database, id: SearchId): Promise<Search> {
  await query(
    db.orm,
    sql`update searches set state = 'running', started_at = coalesce(started_at, now()),
        total = coalesce(total, (select compound_count from projects p where p.id = searches.project_id)),
        max_seq = coalesce(max_seq, (select coalesce(max(c.seq), 0) from compounds c where c.project_id = searches.project_id))
      where id = ${id} and state in ('queued', 'running')`,
  );
  return getSearch(db, id);
}

/** A compound to compare; `pattern` is null until its fingerprint was made by this toolkit. */
export type SearchCandidate = { seq: number; smiles: string; pattern: Uint8Array | null };

export function nextCandidates(
  db: Database,
  search: Pick<Search, "projectId" | "lastSeq" | "maxSeq">,
  toolkit: string,
  limit: number,
): Promise<SearchCandidate[]> {
  return query<SearchCandidate>(
    db.orm,
    sql`select c.seq::float8 as seq, c.smiles, f.pattern from compounds c
      left join compound_fingerprints f on f.compound_seq = c.seq and f.toolkit = ${toolkit}
      where c.project_id = ${search.projectId} and c.seq > ${search.lastSeq} and c.seq <= ${search.maxSeq ?? 0}
      order by c.project_id, c.seq limit ${limit}`,
  );
}

export type SearchBatch = {
  /** The batch compared the compounds after `afterSeq` up to and including `lastSeq`. */
  afterSeq: number;
  lastSeq: number;
  done: number;
  failed: number;
  hits: readonly number[];
  toolkit: string;
  fingerprints: readonly { seq: number; pattern: Uint8Array }[];
};

/** Stores one batch in one transaction, once: throws `db.conflict` when another worker has stored this range already. */
export function storeSearchBatch(db: Database, id: SearchId, batch: SearchBatch): Promise<void> {
  return transaction(db, async (tx) => {
    const advanced = await tx
      .update(searches)
      .set({
        lastSeq: batch.lastSeq,
        done: sql`${searches.done} + ${batch.done}`,
        hits: sql`${searches.hits} + ${batch.hits.length}`,
        failed: sql`${searches.failed} + ${batch.failed}`,
      })
      .where(and(eq(searches.id, id), eq(searches.lastSeq, batch.afterSeq), inArray(searches.state, openStates)))
      .returning({ id: searches.id });
    if (advanced.length === 0) throw dbErrors.create("conflict");
    if (batch.hits.length > 0) {
      await query(
        tx,
        sql`insert into search_hits (search_id, compound_seq)
          select ${id}, h::bigint from jsonb_array_elements_text(${JSON.stringify(batch.hits)}::jsonb) as h`,
      );
    }
    if (batch.fingerprints.length > 0) {
      const made = batch.fingerprints.map(({ seq, pattern }) => ({ seq, pattern: toBase64(pattern) }));
      await query(
        tx,
        sql`insert into compound_fingerprints (compound_seq, toolkit, pattern)
          select t.seq, ${batch.toolkit}, decode(t.pattern, 'base64')
          from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as t(seq bigint, pattern text) order by t.seq
          on conflict (compound_seq) do update set toolkit = excluded.toolkit, pattern = excluded.pattern`,
      );
    }
  });
}

const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

/** Asks a queued or running search to stop; false when it had ended. */
export async function markSearchCancelling(db: Database, id: SearchId): Promise<boolean> {
  const asked = db.orm
    .update(searches)
    .set({ state: "cancelling" })
    .where(and(eq(searches.id, id), inArray(searches.state, ["queued", "running"])));
  return (await guarded(() => asked.returning({ id: searches.id }))).length > 0;
}

/** Ends the search in a final state. A final state is never left again. */
export async function finishSearch(
  db: Database,
  id: SearchId,
  state: "completed" | "cancelled" | "failed",
  error: WireError | null = null,
): Promise<void> {
  await guarded(() =>
    db.orm
      .update(searches)
      .set({ state, error, finishedAt: sql`now()` })
      .where(and(eq(searches.id, id), inArray(searches.state, openStates))),
  );
}
