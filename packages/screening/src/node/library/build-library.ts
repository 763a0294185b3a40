import { rename, rm } from "node:fs/promises";
import { type FingerprintKind, fingerprintKinds, type InputRecord } from "@qinghao/chemistry";
import { createThreadPool, threadScript } from "@qinghao/compute/node";
import { screeningErrors } from "../../errors.ts";
import type { BuildInit, BuildRow, BuildTask } from "./build-task.ts";
import type { FailedRow } from "./format.ts";
import { LibraryWriter } from "./library-writer.ts";
import { type BuiltRows, SegmentData } from "./segment-data.ts";

export type BuildOptions = {
  /** Fingerprints for similarity; the pattern fingerprint for substructures is always there. Default morgan2. */
  readonly kinds?: readonly FingerprintKind[];
  /** Adds to the library that is there instead of replacing it. */
  readonly append?: boolean;
  /** Threads; some 200 MB each. */
  readonly threads?: number;
  /** Rows that are sorted together and held in memory while they are built: some 1 kB each per kind. */
  readonly segmentRows?: number;
  readonly signal?: AbortSignal;
  /** Called after each batch, with rows done so far and the failures of the batch. */
  readonly onProgress?: (done: number, failures: readonly FailedRow[]) => void;
};

export type BuildSummary = { readonly rows: number; readonly failed: number };

export const defaultSegmentRows = 262_144;
const batchRows = 256;
/** Numbers of atom types have 16 bits; a batch adds a few hundred at most. */
const mostAtomTypes = 60_000;

/**
 * Writes the rows of a file to a library, in order; those that cannot be read are listed in it with their reason. When it
 * fails or is aborted, what was there under the name is as it was.
 * @throws `screening.library.unwritable`, `screening.library.kinds`, what the reader throws, and `compute.cancelled`
 */
export async function buildLibrary(
  records: AsyncIterable<InputRecord>,
  path: string,
  options: BuildOptions = {},
): Promise<BuildSummary> {
  // A new library takes its name when it is complete.
  const target = options.append === true ? path : `${path}.part`;
  const writer = await openWriter(target, options);
  const kinds = writer.directory.kinds;
  const segmentRows = options.segmentRows ?? defaultSegmentRows;
  const init: BuildInit = { kinds };
  const script = threadScript(import.meta.url, "./build.worker.ts");
  await using pool = createThreadPool<BuildTask, BuiltRows>({ script, size: options.threads, init });
  const firstRow = writer.rows;
  let segment = new SegmentData(firstRow);
  let done = 0;
  let failed = 0;
  try {
    const batches = batchesOf(records, firstRow);
    const refused: FailedRow[][] = [];
    const tasks = (async function* () {
      for await (const { rows, failures } of batches) {
        refused.push(failures);
        yield { rows };
      }
    })();
    for await (const part of pool.map(tasks, { inFlight: 3 * pool.size, signal: options.signal })) {
      const failures = [...refused.shift()!, ...part.failures].sort((a, b) => a.row - b.row);
      segment.add({ ...part, failures });
      done += part.ids.length;
      failed += failures.length;
      options.onProgress?.(done, failures);
      if (segment.rows + batchRows <= segmentRows && segment.atomTypes < mostAtomTypes) continue;
      await writer.addSegment(segment);
      segment = new SegmentData(firstRow + done);
    }
    if (segment.rows > 0) await writer.addSegment(segment);
    await writer.commit();
    await writer.close();
    if (target !== path) await rename(target, path);
  } catch (error) {
    await writer.close();
    if (target !== path) await rm(target, { force: true });
    throw error;
  }
  return { rows: done, failed };
}

async function openWriter(path: string, { append, kinds = ["morgan2"] }: BuildOptions): Promise<LibraryWriter> {
  const wanted = fingerprintKinds.filter((kind) => kind === "pattern" || kinds.includes(kind));
  if (append !== true) return LibraryWriter.create(path, wanted, "RDKit");
  const writer = await LibraryWriter.append(path);
  const there = writer.directory.kinds;
  if (kinds.every((kind) => there.includes(kind))) return writer;
  await writer.close();
  throw screeningErrors.create("library.kinds", { kinds: there.join(", ") });
}

/** Rows in batches; those that the reader refused keep their place, with their failure beside. */
async function* batchesOf(records: AsyncIterable<InputRecord>, firstRow: number) {
  let rows: BuildRow[] = [];
  let failures: FailedRow[] = [];
  let row = firstRow;
  for await (const record of records) {
    const id = (record.ok ? record.name : null) ?? String(row + 1);
    if (!record.ok) {
      const { code, user } = record.error;
      failures.push({ row, line: record.line, text: record.text.slice(0, 200), code, reason: user });
    }
    rows.push({ row, line: record.line, id, text: record.ok ? record.text : null });
    row++;
    if (rows.length < batchRows) continue;
    yield { rows, failures };
    rows = [];
    failures = [];
  }
  if (rows.length > 0) yield { rows, failures };
}
