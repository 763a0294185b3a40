import { randomBytes } from "node:crypto";
import type { ArtifactStore } from "@qinghao/artifacts";
import { detectFormat, type InputRecord, readRecords } from "@qinghao/chemistry";
import { fileFormatSchema } from "@qinghao/chemistry/schema";
import {
  type Database,
  getImport,
  getUpload,
  type NewCompound,
  type Reject,
  startImport,
  storeImportBatch,
  uploadKey,
} from "@qinghao/db";
import { newId, type QinghaoError, type UploadId, unwrap } from "@qinghao/kernel";
import type { ImportCompoundsInput } from "../contract.ts";
import type { ChemistryPool } from "../threads/chemistry-pool.ts";
import { refusalOf } from "../threads/standardise-rows.ts";
import type { RowOutcome, RowTask, StandardiseTask } from "../threads/tasks.ts";

/** Rows of one task for a thread, and of one transaction. */
const rowsPerTask = 100;
const rowsPerBatch = 1000;
/** What a file's format is told from. */
const headBytes = 256 * 1024;

export type ImportTools = { db: Database; artifacts: ArtifactStore; chemistry: ChemistryPool };

/**
 * Reads the upload of an import and registers its rows, batch by batch. Called again after a crash, it goes on behind
 * the last stored row. Ends early when the signal is aborted; what is stored stays.
 */
export async function importRecords(
  { db, artifacts, chemistry }: ImportTools,
  { importId }: ImportCompoundsInput,
  signal: AbortSignal,
): Promise<void> {
  const job = await getImport(db, importId);
  if (job.state !== "queued" && job.state !== "running") return;
  const upload = await getUpload(db, job.uploadId as UploadId);
  const key = uploadKey(upload.id);
  const detected = unwrap(detectFormat(await readHead(artifacts.open(key)), upload.fileName));
  const format = job.format === null ? detected.format : fileFormatSchema.parse(job.format);
  const toolkit = await chemistry.toolkit(null, signal);
  await startImport(db, importId, { format, mapping: job.mapping, bytesTotal: upload.size, toolkit });

  const meter = { bytes: 0 };
  const records = readRecords(metered(artifacts.open(key), meter), {
    format,
    ...(job.mapping === null ? {} : { mapping: job.mapping }),
    fileName: upload.fileName,
    signal,
  });
  let afterRow = job.lastRow;
  let pending: RowOutcome[] = [];
  const store = async () => {
    const lastRow = pending.at(-1)?.row;
    if (lastRow === undefined) return;
    await storeImportBatch(db, importId, {
      projectId: job.projectId,
      afterRow,
      lastRow,
      rows: pending.length,
      bytesRead: Math.min(meter.bytes, upload.size),
      ...split(pending, toolkit),
    });
    afterRow = lastRow;
    pending = [];
  };
  const reading: Reading = { failure: null };
  const tasks = inTasks(behind(records, job.lastRow), reading);
  for await (const { outcomes } of chemistry.standardise(tasks, { inFlight: 8 * chemistry.size, signal })) {
    pending.push(...outcomes);
    if (pending.length >= rowsPerBatch) await store();
  }
  signal.throwIfAborted();
  await store();
  if (reading.failure !== null) throw reading.failure;
}

/** Why reading ended before the end of the file; the rows before that are registered. */
type Reading = { failure: unknown };

function split(outcomes: readonly RowOutcome[], toolkit: string): { compounds: NewCompound[]; rejects: Reject[] } {
  const compounds: NewCompound[] = [];
  const rejects: Reject[] = [];
  for (const { row, line, text, registered, refused } of outcomes) {
    if (registered === null) rejects.push({ row, line, text, ...refused });
    else
      compounds.push({
        ...registered,
        id: newId("compound", Date.now(), randomBytes),
        toolkit,
        originalText: text,
        row,
      });
  }
  return { compounds, rejects };
}

async function* behind(records: AsyncIterable<InputRecord>, row: number): AsyncIterable<InputRecord> {
  for await (const record of records) if (record.row > row) yield record;
}

async function* inTasks(records: AsyncIterable<InputRecord>, reading: Reading): AsyncIterable<StandardiseTask> {
  let rows: RowTask[] = [];
  try {
    for await (const record of records) {
      if (!record.ok && isOfWholeFile(record.error)) throw record.error;
      rows.push(taskOf(record));
      if (rows.length >= rowsPerTask) {
        yield { kind: "standardise", rows };
        rows = [];
      }
    }
  } catch (error) {
    reading.failure = error;
  }
  if (rows.length > 0) yield { kind: "standardise", rows };
}

/** The reader reports a file that breaks off as its last record. */
const isOfWholeFile = (error: QinghaoError): boolean => error.code.startsWith("chemistry.file.");

function taskOf(record: InputRecord): RowTask {
  const { row, line, text } = record;
  return record.ok
    ? { row, line, text, name: record.name, fields: record.fields, refused: null }
    : { row, line, text, name: null, fields: {}, refused: refusalOf(record.error) };
}

async function* metered(chunks: AsyncIterable<Uint8Array>, meter: { bytes: number }): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    meter.bytes += chunk.byteLength;
    yield chunk;
  }
}

async function readHead(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.byteLength;
    if (size >= headBytes) break;
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, headBytes));
}
