import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { buildLibrary, type FailedRow } from "@qinghao/screening/node";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openRecords } from "../open-records.ts";
import { openInput } from "../predict/read-input.ts";
import { say } from "../terminal/language.ts";
import { createProgressLine, duration } from "../terminal/progress-line.ts";
import type { BuildLibraryOptions } from "./library.command.ts";

/** Builds a library from a file. Throws an ExitError with the promised exit code. */
export async function buildLibraryFile(io: Io, path: string, options: BuildLibraryOptions): Promise<void> {
  const startedAt = io.now();
  if (path !== "-" && resolve(path) === resolve(options.output)) {
    throw new ExitError(exitCodes.misuse, cliErrors.create("output.is_input", { path }));
  }
  const input = await openInput(io, path);
  const records = await openRecords(io, input, options.column);
  const line = createProgressLine(io.stderr, io.language, io.now);
  let done = 0;
  let failed = 0;
  const onProgress = (rows: number, failures: readonly FailedRow[]) => {
    done = rows;
    failed += failures.length;
    line.clear();
    for (const failure of failures) io.stderr.write(`${failureLine(io, failure)}\n`);
    const fraction = input.fraction();
    const total = fraction === null || fraction === 0 || fraction === 1 ? null : Math.round(rows / fraction);
    if (!options.quiet) line.update(rows - failed, failed, total);
  };
  const threads = options.cpu ?? availableParallelism();
  const { output, append, fingerprints: kinds } = options;
  const built = await buildLibrary(records, output, { kinds, append, threads, signal: io.signal, onProgress })
    .catch((error: unknown) => {
      if (!io.signal.aborted) throw error;
      throw new ExitError(exitCodes.interrupted, cliErrors.create("stopped_unchanged", { rows: done, path: output }));
    })
    .finally(() => line.clear());
  if (!options.quiet) io.stderr.write(`${summary(io, built, output, (io.now() - startedAt) / 1000)}\n`);
  if (built.rows === built.failed) {
    throw new ExitError(exitCodes.unreadable, cliErrors.create("input.no_row", { path, out: output }));
  }
}

/** `row 17: reason`, the row counted from 1 as in the library. */
export const failureLine = (io: Io, { row, reason }: FailedRow): string =>
  say(io.language, { en: `row ${row + 1}: ${reason.en}`, zh: `第 ${row + 1} 行：${reason.zh}` });

function summary(io: Io, { rows, failed }: { rows: number; failed: number }, path: string, seconds: number): string {
  const [all, bad] = [rows, failed].map((count) => count.toLocaleString("en-US"));
  return say(io.language, {
    en: `${all} rows in ${duration(seconds)}, ${bad} could not be read; written to ${path}`,
    zh: `共 ${all} 行，用时 ${duration(seconds)}，${bad} 行无法读取；已写入 ${path}`,
  });
}
