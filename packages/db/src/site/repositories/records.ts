import type { PatientRecord, Unmapped } from "@qinghao/clinical";
import type { WireError } from "@qinghao/kernel";
import { asc, eq, gt, inArray, sql } from "drizzle-orm";
import { type Database, type Executor, query, transaction } from "../../database.ts";
import { guarded } from "../../guard.ts";
import { storableJson } from "../../storable-text.ts";
import type { LoadState } from "../schema.ts";
import { concept, loadState, record, unmapped } from "../tables/index.ts";

export type SiteLoad = typeof loadState.$inferSelect;
export type StoredRecord = { patient: number; version: number; body: PatientRecord };

/** Rows of one patient, as `rowsOf` of `@qinghao/trials` makes them: columns by name. */
export type PatientRows = {
  persons: readonly object[];
  facts: readonly object[];
  sources: readonly object[];
};

export const getLoad = async (db: Database): Promise<SiteLoad> =>
  (await guarded(async () => db.orm.select().from(loadState)))[0]!;

export async function setLoad(
  db: Database,
  change: { state?: LoadState; error?: WireError | null; extractVersion?: number },
): Promise<void> {
  const loadedAt = change.state === "ready" ? { loadedAt: sql`now()` } : {};
  await guarded(() =>
    db.orm
      .update(loadState)
      .set({ ...change, ...loadedAt })
      .where(eq(loadState.id, 1)),
  );
}

/** Number and checksum of every record that is here, by the patient's key. */
export async function listRecordHashes(db: Database): Promise<Map<string, { patient: number; hash: string }>> {
  const { key, patient, hash } = record;
  const rows = await guarded(async () => db.orm.select({ key, patient, hash }).from(record));
  return new Map(rows.map((row) => [row.key, { patient: row.patient, hash: row.hash }]));
}

export type ChangedRecord = { key: string; hash: string; body: PatientRecord };

/**
 * Stores new and changed records in one transaction, as they come, and counts the data's version up.
 * @param rowsOf the rows of a record, once its patient has a number; concept numbers come from `codes`
 * @returns the new version; null where nothing changed
 */
export async function storeRecords(
  db: Database,
  changes: {
    records: AsyncIterable<readonly ChangedRecord[]>;
    /** Keys of patients who are no longer in the source; asked after the last record, as are the next two. */
    gone(): readonly string[];
    unmapped(): readonly Unmapped[];
    rowsOf(body: PatientRecord, patient: number): PatientRows;
    codes(): readonly (readonly [number, string])[];
  },
): Promise<number | null> {
  return transaction(db, async (tx) => {
    const rows = await query<{ version: number }>(tx, sql`select version from load_state where id = 1`);
    const version = rows[0]!.version + 1;
    let isChanged = false;
    for await (const records of changes.records) {
      for (let at = 0; at < records.length; at += RECORDS_AT_ONCE) {
        await storeBatch(tx, records.slice(at, at + RECORDS_AT_ONCE), version, changes.rowsOf);
        isChanged = true;
      }
    }
    const gone = changes.gone();
    if (!isChanged && gone.length === 0) return null;
    await removeRecords(tx, gone);
    await storeConcepts(tx, changes.codes());
    await tx.delete(unmapped);
    const report = storableJson(changes.unmapped().map((each) => ({ ...each, display: each.display ?? null })));
    await query(
      tx,
      sql`insert into unmapped (what, system, code, display, reason, count)
        select what, system, code, max(display), reason, sum(count)
        from jsonb_to_recordset(${report}::jsonb) as t(what text, system text, code text, display text, reason text, count bigint)
        group by what, system, code, reason`,
    );
    await query(
      tx,
      sql`update load_state set version = ${version}, people = (select count(*) from person), facts = (select count(*) from fact) where id = 1`,
    );
    return version;
  });
}

const RECORDS_AT_ONCE = 200;

async function storeBatch(
  tx: Executor,
  batch: readonly ChangedRecord[],
  version: number,
  rowsOf: (body: PatientRecord, patient: number) => PatientRows,
): Promise<void> {
  const stored = await query<{ key: string; patient: number }>(
    tx,
    sql`insert into record (key, hash, body, version)
      select key, hash, body, ${version}
      from jsonb_to_recordset(${storableJson(batch)}::jsonb) as t(key text, hash text, body jsonb)
      on conflict (key) do update
        set hash = excluded.hash, body = excluded.body, version = excluded.version, changed_at = now()
      returning key, patient`,
  );
  const patients = new Map(stored.map((row) => [row.key, row.patient]));
  await clearRows(tx, [...patients.values()]);
  const all = batch.map(({ key, body }) => rowsOf(body, patients.get(key)!));
  for (const [table, rows] of [
    ["person", all.flatMap((each) => each.persons)],
    ["fact", all.flatMap((each) => each.facts)],
    ["source", all.flatMap((each) => each.sources)],
  ] as const) {
    const name = sql.identifier(table);
    await query(
      tx,
      sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${storableJson(rows)}::jsonb)`,
    );
  }
}

async function removeRecords(tx: Executor, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const rows = await tx
    .delete(record)
    .where(inArray(record.key, [...keys]))
    .returning({ patient: record.patient });
  await clearRows(
    tx,
    rows.map((row) => row.patient),
  );
}

async function clearRows(tx: Executor, patients: readonly number[]): Promise<void> {
  const ids = sql`(select (jsonb_array_elements_text(${JSON.stringify(patients)}::jsonb))::int)`;
  await query(tx, sql`delete from source where seq in (select seq from fact where patient in ${ids})`);
  await query(tx, sql`delete from fact where patient in ${ids}`);
  await query(tx, sql`delete from person where patient in ${ids}`);
}

async function storeConcepts(tx: Executor, codes: readonly (readonly [number, string])[]): Promise<void> {
  const rows = codes.map(([id, code]) => ({ id, code }));
  await query(
    tx,
    sql`insert into concept (id, code) select id, code
      from jsonb_to_recordset(${storableJson(rows)}::jsonb) as t(id int, code text) on conflict do nothing`,
  );
}

/** Every concept number that was given out, in their order. */
export async function listConcepts(db: Database): Promise<[number, string][]> {
  const rows = await guarded(async () => db.orm.select().from(concept).orderBy(asc(concept.id)));
  return rows.map((row) => [row.id, row.code]);
}

/** Numbers of the patients whose records changed after a version of the data. */
export async function listChangedPatients(db: Database, since: number): Promise<number[]> {
  const { patient } = record;
  const rows = await guarded(async () =>
    db.orm.select({ patient }).from(record).where(gt(record.version, since)).orderBy(asc(patient)),
  );
  return rows.map((row) => row.patient);
}

/** Records of some patients, by number. */
export async function listRecords(db: Database, patients: readonly number[]): Promise<StoredRecord[]> {
  if (patients.length === 0) return [];
  const { patient, version, body } = record;
  return guarded(async () =>
    db.orm
      .select({ patient, version, body })
      .from(record)
      .where(inArray(patient, [...patients]))
      .orderBy(asc(patient)),
  );
}

/** Rows of one table for the columnar extract, `limit` after patient `after`, whole patients only. */
export async function readRows(
  db: Database,
  table: "person" | "fact",
  range: { from: number; to: number },
): Promise<Record<string, unknown>[]> {
  return query(
    db.orm,
    sql`select * from ${sql.identifier(table)} where patient between ${range.from} and ${range.to} order by patient`,
  );
}

export type UnmappedRow = typeof unmapped.$inferSelect;
/** What could not be mapped, the most frequent first. */
export const listUnmapped = (db: Database): Promise<UnmappedRow[]> =>
  guarded(async () => db.orm.select().from(unmapped).orderBy(sql`${unmapped.count} desc`, asc(unmapped.code)));

/** Runs a compiled question on the fact tables: `$1`, `$2` ... stand for the parameters. */
export async function runCompiled(
  db: Database,
  text: string,
  params: readonly string[],
): Promise<readonly Record<string, unknown>[]> {
  const parts = text.split(/\$(\d+)/);
  const statement = sql.join(
    parts.map((part, at) => (at % 2 === 0 ? sql.raw(part) : sql`${params[Number(part) - 1]}`)),
  );
  return query(db.orm, statement);
}
