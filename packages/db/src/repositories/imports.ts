import {
  type ImportId,
  type Progress,
  type ProjectId,
  progressOf,
  type UploadId,
  type WireError,
} from "@qinghao/kernel";
import { and, asc, count, desc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { type Database, query, transaction } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import type { BilingualText, ImportMapping } from "../schema.ts";
import { storableJson } from "../storable-text.ts";
import { importRejects, imports, uploads } from "../tables/index.ts";
import { insertCompounds, type NewCompound } from "./insert-compounds.ts";

export type Import = typeof imports.$inferSelect & {
  fileName: string;
  /** Rows handled: `done` registered or present, `failed` rejected; `total` is an estimate by bytes until the end. */
  progress: Progress;
  /** An earlier import of the same bytes into the same project. */
  repeatOf: string | null;
};
export type Reject = { row: number; line: number; text: string; code: string; reason: BilingualText };
/** A reject as a page shows it: `text` holds at most 2,000 characters of `textLength`. */
export type ShownReject = Reject & { textLength: number };

export async function createImport(
  db: Database,
  values: { id: ImportId; projectId: ProjectId; uploadId: UploadId; format?: string; mapping?: ImportMapping },
): Promise<Import> {
  await guarded(() => db.orm.insert(imports).values(values));
  return getImport(db, values.id);
}

/** Throws `db.import.missing`. */
export async function getImport(db: Database, id: ImportId): Promise<Import> {
  const rows = await selectImports(db, eq(imports.id, id), 1);
  if (rows[0] === undefined) throw dbErrors.create("import.missing", { id });
  return rows[0];
}

/** Imports of a project, the newest first. */
export const listImports = (db: Database, projectId: ProjectId, limit = 50): Promise<Import[]> =>
  selectImports(db, eq(imports.projectId, projectId), limit);

async function selectImports(db: Database, where: SQL, limit: number): Promise<Import[]> {
  const repeatOf = sql<string | null>`(
    select earlier.id from imports earlier join uploads bytes on bytes.id = earlier.upload_id
    where earlier.project_id = ${imports.projectId} and earlier.state = 'completed'
      and earlier.created_at < ${imports.createdAt} and bytes.sha256 = ${uploads.sha256}
    order by earlier.created_at limit 1)`;
  const found = await guarded(() =>
    db.orm
      .select({ row: imports, fileName: uploads.fileName, repeatOf })
      .from(imports)
      .innerJoin(uploads, eq(uploads.id, imports.uploadId))
      .where(where)
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(limit),
  );
  return found.map(({ row, fileName, repeatOf }) => ({ ...row, fileName, repeatOf, progress: importProgress(row) }));
}

function importProgress(row: typeof imports.$inferSelect): Progress {
  const elapsedMs = row.startedAt === null ? 0 : (row.finishedAt?.getTime() ?? Date.now()) - row.startedAt.getTime();
  const estimate =
    row.bytesRead > 0 && row.bytesTotal !== null
      ? Math.max(row.rowsRead, Math.round((row.rowsRead * row.bytesTotal) / row.bytesRead))
      : null;
  const total = row.state === "completed" ? row.rowsRead : estimate;
  return progressOf(row.added + row.present, row.rejected, total, elapsedMs);
}

/** Marks the import as running; started again after a crash, it keeps its first start time. */
export async function startImport(
  db: Database,
  id: ImportId,
  found: { format: string; mapping: ImportMapping | null; bytesTotal: number; toolkit: string },
): Promise<void> {
  const started = { ...found, state: "running" as const, startedAt: sql`coalesce(${imports.startedAt}, now())` };
  await guarded(() =>
    db.orm
      .update(imports)
      .set(started)
      .where(and(eq(imports.id, id), inArray(imports.state, ["queued", "running"]))),
  );
}

export type ImportBatch = {
  projectId: string;
  /** The batch holds the rows after `afterRow` up to and including `lastRow`. */
  afterRow: number;
  lastRow: number;
  /** Data rows in the batch: `compounds.length + rejects.length`. */
  rows: number;
  bytesRead: number;
  compounds: readonly NewCompound[];
  rejects: readonly Reject[];
};

/**
 * Stores one batch of rows with its counts in one transaction. Batches of an import follow each other: when another
 * worker has stored this range already, nothing changes and `db.conflict` is thrown.
 */
export function storeImportBatch(db: Database, id: ImportId, batch: ImportBatch): Promise<{ added: number }> {
  return transaction(db, async (tx) => {
    const held = await tx
      .select({ lastRow: imports.lastRow, state: imports.state })
      .from(imports)
      .where(eq(imports.id, id))
      .for("update");
    if (held[0] === undefined) throw dbErrors.create("import.missing", { id });
    if (held[0].lastRow !== batch.afterRow || held[0].state === "cancelled") throw dbErrors.create("conflict");
    const added = await insertCompounds(tx, batch.projectId, id, batch.compounds);
    if (batch.rejects.length > 0) await insertRejects(tx, id, batch.rejects);
    await tx
      .update(imports)
      .set({
        lastRow: batch.lastRow,
        bytesRead: batch.bytesRead,
        rowsRead: sql`${imports.rowsRead} + ${batch.rows}`,
        added: sql`${imports.added} + ${added}`,
        present: sql`${imports.present} + ${batch.compounds.length - added}`,
        rejected: sql`${imports.rejected} + ${batch.rejects.length}`,
      })
      .where(eq(imports.id, id));
    return { added };
  });
}

const insertRejects = (tx: Parameters<typeof query>[0], importId: string, rejects: readonly Reject[]) =>
  query(
    tx,
    sql`
      insert into import_rejects (import_id, "row", line, text, code, reason)
      select ${importId}, t.* from jsonb_to_recordset(${storableJson(rejects)}::jsonb)
        as t("row" bigint, line bigint, text text, code text, reason jsonb)`,
  );

/** Asks a queued or running import to stop; false when it had ended. */
export async function markImportCancelling(db: Database, id: ImportId): Promise<boolean> {
  const asked = db.orm
    .update(imports)
    .set({ state: "cancelling" })
    .where(and(eq(imports.id, id), inArray(imports.state, ["queued", "running"])));
  return (await guarded(() => asked.returning({ id: imports.id }))).length > 0;
}

/** Ends the import in a final state. A final state is never left again. */
export async function finishImport(
  db: Database,
  id: ImportId,
  state: "completed" | "cancelled" | "failed",
  error: WireError | null = null,
): Promise<void> {
  const open = inArray(imports.state, ["queued", "running", "cancelling"]);
  await guarded(() =>
    db.orm
      .update(imports)
      .set({ state, error, finishedAt: sql`now()` })
      .where(and(eq(imports.id, id), open)),
  );
  if (state === "completed") await query(db.orm, sql`analyze compounds`);
}

/** Rejected rows in file order, their texts shortened for showing. */
export async function listRejects(
  db: Database,
  id: ImportId,
  page: { offset: number; limit: number },
): Promise<{ total: number; rows: ShownReject[] }> {
  const where = eq(importRejects.importId, id);
  const total = db.orm.select({ total: count() }).from(importRejects).where(where);
  const rows = db.orm
    .select({
      row: importRejects.row,
      line: importRejects.line,
      text: sql<string>`left(${importRejects.text}, 2000)`,
      textLength: sql<number>`length(${importRejects.text})`,
      code: importRejects.code,
      reason: importRejects.reason,
    })
    .from(importRejects)
    .where(where)
    .orderBy(asc(importRejects.row))
    .limit(page.limit)
    .offset(page.offset);
  return guarded(async () => ({ total: (await total)[0]!.total, rows: await rows }));
}

/** All rejected rows with their whole texts, for a download, a few at a time. */
export async function* iterateRejects(db: Database, id: ImportId): AsyncIterable<Reject> {
  for (let after = 0; ; ) {
    const page = db.orm
      .select(rejectColumns)
      .from(importRejects)
      .where(and(eq(importRejects.importId, id), gt(importRejects.row, after)))
      .orderBy(asc(importRejects.row))
      .limit(100);
    const rows = await guarded(async () => page);
    if (rows.length === 0) return;
    yield* rows;
    after = rows.at(-1)!.row;
  }
}

const rejectColumns = {
  row: importRejects.row,
  line: importRejects.line,
  text: importRejects.text,
  code: importRejects.code,
  reason: importRejects.reason,
};
