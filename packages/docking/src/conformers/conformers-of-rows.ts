import type { InputRecord } from "@qinghao/chemistry";
import { createThreadPool, threadScript } from "@qinghao/compute/node";
import type { ConformerRow, ConformerRowResult, ConformerTask, ConformerThreadInit } from "./conformer-task.ts";

/** Rows that a thread takes at a time. */
const BATCH_ROWS = 16;

export type ConformersOfRowsOptions = ConformerThreadInit & {
  readonly threads: number;
  readonly signal?: AbortSignal;
};

/**
 * Conformers of the molecules of a file on worker threads, row by row in the order of the file; the same seed gives the same
 * records on any number of threads. A row that fails gives its reason and never ends the others.
 */
export async function* conformersOfRows(
  records: AsyncIterable<InputRecord>,
  { threads, signal, count, seed }: ConformersOfRowsOptions,
): AsyncGenerator<ConformerRowResult> {
  const init: ConformerThreadInit = { count, seed };
  await using pool = createThreadPool<ConformerTask, ConformerRowResult[]>({
    script: threadScript(import.meta.url, "./conformer-rows.worker.ts"),
    size: threads,
    init,
  });
  const waiting: InputRecord[][] = [];
  async function* tasks(): AsyncGenerator<ConformerTask> {
    for await (const batch of batchesOf(records)) {
      waiting.push(batch);
      yield { rows: batch.flatMap(toRow) };
    }
  }
  for await (const made of pool.map(tasks(), { signal })) {
    let next = 0;
    for (const record of waiting.shift()!) {
      yield record.ok ? made[next++]! : { row: record.row, ok: false, reason: record.error.user };
    }
  }
}

const toRow = (record: InputRecord): ConformerRow[] =>
  record.ok ? [{ row: record.row, structure: record.text, name: record.name }] : [];

async function* batchesOf(records: AsyncIterable<InputRecord>): AsyncGenerator<InputRecord[]> {
  let batch: InputRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
