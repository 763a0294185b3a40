import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { InputRecord } from "@qinghao/chemistry";
import { createThreadPool, type ThreadPool } from "@qinghao/compute/node";
import type { EndpointId } from "@qinghao/properties";
import { brokenOff, stopped } from "../ended-early.ts";
import { checkEndpoints } from "../endpoints.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { readManifests } from "../models/read-manifests.ts";
import { openRecords } from "../open-records.ts";
import { openOutput } from "../output.ts";
import { say } from "../terminal/language.ts";
import { createProgressLine, duration } from "../terminal/progress-line.ts";
import { inBatches, type Reading } from "./batches.ts";
import { headerLine, type OutputRow, rowLine } from "./output-row.ts";
import type { PredictOptions } from "./predict.command.ts";
import { type Input, openInput } from "./read-input.ts";
import type { RowOutput, RowTask, RowThreadInit } from "./row-task.ts";
import { weightsFolder } from "./weights.ts";

/** Rows that a thread takes at a time: enough to fill a tensor, few enough for steady progress. */
const batchRows = 128;
/** Unless told otherwise: each thread holds a toolkit and the models, some 250 MB, and the whole stays below 1.5 GiB. */
const mostThreads = 4;

/** Predicts every row of a file. Throws an ExitError with the promised exit code. */
export async function predictFile(io: Io, path: string, options: PredictOptions): Promise<void> {
  const startedAt = io.now();
  const endpoints = checkEndpoints(options.endpoint);
  const weightsDir = weightsFolder(io, options.weights);
  await requireWeights(weightsDir, endpoints);
  if (path !== "-" && options.output !== "-" && resolve(path) === resolve(options.output)) {
    throw new ExitError(exitCodes.misuse, cliErrors.create("output.is_input", { path }));
  }
  const input = await openInput(io, path);
  const source = await openRecords(io, input, options.column);
  const output = await openOutput(io, options.output);
  const init: RowThreadInit = { weightsDir, backend: options.backend, endpoints };
  const size = options.threads ?? Math.min(availableParallelism(), mostThreads);
  const pool = createThreadPool<RowTask, RowOutput>({
    script: new URL("./rows.worker.ts", import.meta.url),
    size,
    init,
  });
  const line = createProgressLine(io.stderr, io.language, io.now);
  const reading: Reading = { items: 0, isFinished: false, failure: null };
  let done = 0;
  let failed = 0;
  try {
    await output.write(headerLine(endpoints));
    for await (const rows of predictInOrder(pool, inBatches(source, batchRows, reading))) {
      for (const row of rows) row.status === "ok" ? done++ : failed++;
      await output.write(rows.map((row) => rowLine(row, endpoints, io.language)).join(""));
      if (!options.quiet) line.update(done, failed, totalOf(reading, input));
      if (io.signal.aborted) break;
    }
  } catch (error) {
    await output.leave();
    throw error;
  } finally {
    line.clear();
    await pool.terminate();
  }
  const rows = done + failed;
  if (io.signal.aborted) throw stopped(rows, await output.leave());
  await output.complete();
  if (!options.quiet) io.stderr.write(`${summary(io, rows, failed, (io.now() - startedAt) / 1000)}\n`);
  if (reading.failure !== null) throw brokenOff(reading.failure, rows);
  if (done === 0) {
    throw new ExitError(exitCodes.unreadable, cliErrors.create("input.no_row", { path, out: options.output }));
  }
}

/** Says before anything else when weights are not there, since every thread would say it again. */
async function requireWeights(folder: string, wanted: readonly EndpointId[]): Promise<void> {
  const manifests = await readManifests(folder);
  const missing = wanted.filter((endpoint) => !manifests.has(endpoint));
  if (missing.length > 0) throw cliErrors.create("weights.missing", { path: folder, endpoints: missing.join(", ") });
}

/** Rows in all: known when the input is read to its end, before that estimated from its bytes. */
function totalOf(reading: Reading, input: Input): number | null {
  if (reading.isFinished) return reading.items;
  const fraction = input.fraction();
  return fraction === null || fraction === 0 || fraction === 1 ? null : Math.round(reading.items / fraction);
}

/** The rows of each batch, in order; threads work some batches ahead. */
async function* predictInOrder(
  pool: ThreadPool<RowTask, RowOutput>,
  batches: AsyncIterable<InputRecord[]>,
): AsyncIterable<OutputRow[]> {
  const waiting: InputRecord[][] = [];
  async function* tasks(): AsyncIterable<RowTask> {
    for await (const batch of batches) {
      waiting.push(batch);
      yield { structures: batch.flatMap((record) => (record.ok ? [record.text] : [])) };
    }
  }
  for await (const { rows } of pool.map(tasks(), { inFlight: 3 * pool.size })) {
    let next = 0;
    yield waiting.shift()!.map((record): OutputRow => {
      const { row } = record;
      const input = inputOf(record);
      if (!record.ok) return { row, input, smiles: "", inchikey: "", status: "failed", reason: record.error.user };
      const result = rows[next++]!;
      const { smiles, inchikey } = result;
      return result.ok
        ? { row, input, smiles, inchikey, status: "ok", values: result.values }
        : { row, input, smiles, inchikey, status: "failed", reason: result.reason };
    });
  }
}

/** A SMILES as it was written; of a molblock, which spans lines, the record's name. */
const inputOf = (record: InputRecord): string =>
  record.text.includes("\n")
    ? ((record.ok ? record.name : null) ?? record.text.split("\n", 1)[0]!.trim())
    : record.text;

function summary(io: Io, rows: number, failed: number, seconds: number): string {
  const rate = Math.round(rows / Math.max(seconds, 0.001)).toLocaleString("en-US");
  const [all, bad] = [rows, failed].map((count) => count.toLocaleString("en-US"));
  return say(io.language, {
    en: `${all} rows in ${duration(seconds)} (${rate}/s), ${bad} failed`,
    zh: `共 ${all} 行，用时 ${duration(seconds)}（${rate} 行/秒），失败 ${bad}`,
  });
}
