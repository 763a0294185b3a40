import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { conformersOfRows } from "@qinghao/docking/conformers/node";
import { brokenOff, stopped } from "../ended-early.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openRecords } from "../open-records.ts";
import { openOutput } from "../output.ts";
import type { Reading } from "../predict/batches.ts";
import { openInput } from "../predict/read-input.ts";
import { say } from "../terminal/language.ts";
import { createProgressLine, duration } from "../terminal/progress-line.ts";
import type { ConformersOptions } from "./conformers.command.ts";

/** Writes conformers of every row of a file. Throws an ExitError with the promised exit code. */
export async function conformersFile(io: Io, path: string, options: ConformersOptions): Promise<void> {
  const startedAt = io.now();
  if (path !== "-" && options.output !== "-" && resolve(path) === resolve(options.output)) {
    throw new ExitError(exitCodes.misuse, cliErrors.create("output.is_input", { path }));
  }
  const input = await openInput(io, path);
  const reading: Reading = { items: 0, isFinished: false, failure: null };
  const records = noting(await openRecords(io, input, options.column), reading);
  const output = await openOutput(io, options.output);
  const line = createProgressLine(io.stderr, io.language, io.now);
  const { count, seed } = options;
  let [done, failed] = [0, 0];
  try {
    const threads = options.cpu ?? availableParallelism();
    for await (const result of conformersOfRows(records, { count, seed, threads, signal: io.signal })) {
      if (result.ok) {
        done++;
        await output.write(result.records);
      } else {
        failed++;
        line.clear();
        const { row, reason } = result;
        io.stderr.write(`${say(io.language, { en: `row ${row}: ${reason.en}`, zh: `第 ${row} 行：${reason.zh}` })}\n`);
      }
      if (!options.quiet) line.update(done, failed, totalOf(reading, input.fraction()));
      if (io.signal.aborted) break;
    }
  } catch (error) {
    const part = await output.leave();
    throw io.signal.aborted ? stopped(done + failed, part) : error;
  } finally {
    line.clear();
  }
  const rows = done + failed;
  if (io.signal.aborted) throw stopped(rows, await output.leave());
  await output.complete();
  if (!options.quiet) io.stderr.write(`${summary(io, rows, failed, (io.now() - startedAt) / 1000)}\n`);
  if (reading.failure !== null) throw brokenOff(reading.failure, rows);
  if (done === 0) throw new ExitError(exitCodes.unreadable, cliErrors.create("conformers.no_row", { path }));
}

/** The records as long as they come; why they ended early is noted, so that those before are still handled. */
async function* noting<T>(records: AsyncIterable<T>, reading: Reading): AsyncGenerator<T> {
  try {
    for await (const record of records) {
      reading.items++;
      yield record;
    }
  } catch (failure) {
    reading.failure = failure;
  }
  reading.isFinished = true;
}

/** Rows in all: known when the input is read to its end, before that estimated from the share of its bytes that was read. */
function totalOf(reading: Reading, fraction: number | null): number | null {
  if (reading.isFinished) return reading.items;
  return fraction === null || fraction === 0 || fraction === 1 ? null : Math.round(reading.items / fraction);
}

function summary(io: Io, rows: number, failed: number, seconds: number): string {
  const [all, bad] = [rows, failed].map((count) => count.toLocaleString("en-US"));
  return say(io.language, {
    en: `${all} molecules in ${duration(seconds)}, ${bad} failed`,
    zh: `共 ${all} 个分子，用时 ${duration(seconds)}，失败 ${bad} 个`,
  });
}
