import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type PatientRecord, writeBundle, writeNdjson, writeOmop } from "@qinghao/clinical";
import { generateWithTruth } from "@qinghao/clinical/synthetic";
import { asOfDate } from "../as-of-date.ts";
import { stopped } from "../ended-early.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { type Output, openOutput } from "../output.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { GenerateOptions } from "./patients.command.ts";

/** Text that is gathered before a file is written to. */
const pieceLength = 1 << 18;

/** `qinghao patients generate`: patients one after the other, so that memory does not grow with their number. */
export async function generatePatientFiles(io: Io, options: GenerateOptions): Promise<void> {
  const { count, seed, flavour, format, dirt, setting } = options;
  const asOf = asOfDate(options.asOf, io.wallClock());
  await mkdir(options.output, { recursive: true }).catch((cause: unknown) => {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    throw new ExitError(
      exitCodes.misuse,
      cliErrors.create("output.unwritable", { path: options.output, reason }, cause),
    );
  });
  const files = openFiles(io, options.output);
  const progress = createProgressLine(io.stderr, io.language, io.now, { en: "patients", zh: "位患者" });
  const truths: string[] = [];
  let done = 0;
  function* records(): Generator<PatientRecord> {
    for (const { record, truth } of generateWithTruth({ seed, count, flavour, asOf, dirt, setting })) {
      if (io.signal.aborted) return;
      truths.push(`${JSON.stringify(truth)}\n`);
      yield record;
      done++;
      if (!options.quiet) progress.update(done, 0, count);
    }
  }
  const writeTruths = async () => {
    await files.write("ground-truth/truth.ndjson", truths.splice(0).join(""));
  };
  try {
    if (format === "omop") {
      const source = {
        name: `Qinghao synthetic patients, ${flavour}`,
        holder: "Qinghao",
        description: `Made by qinghao patients generate --count ${count} --seed ${seed} --flavour ${flavour}`,
        release: asOf,
      };
      for (const { table, line } of writeOmop(records(), source)) {
        await files.write(`${table.toUpperCase()}.csv`, line);
        if (truths.length > 100) await writeTruths();
      }
    } else if (options.bundles) {
      for (const record of records()) {
        await files.write(`${record.person.id}.json`, `${JSON.stringify(writeBundle(record))}\n`);
        await files.finish(`${record.person.id}.json`);
        if (truths.length > 100) await writeTruths();
      }
    } else {
      for (const { type, line } of writeNdjson(records())) {
        await files.write(`${type}.ndjson`, line);
        if (truths.length > 100) await writeTruths();
      }
    }
    await writeTruths();
  } finally {
    progress.clear();
    await files.finishAll(io.signal.aborted);
  }
  if (io.signal.aborted) throw stopped(done, options.output);
}

/** Files by name, opened with their first text and written in pieces. */
function openFiles(io: Io, folder: string) {
  const open = new Map<string, { output: Output; text: string[]; length: number }>();
  const flush = async (file: { output: Output; text: string[]; length: number }) => {
    if (file.length > 0) await file.output.write(file.text.join(""));
    file.text = [];
    file.length = 0;
  };
  const finish = async (name: string, isPartial = false) => {
    const file = open.get(name);
    if (file === undefined) return;
    open.delete(name);
    await flush(file);
    await (isPartial ? file.output.leave() : file.output.complete());
  };
  return {
    async write(name: string, text: string): Promise<void> {
      let file = open.get(name);
      if (file === undefined) {
        await mkdir(join(folder, name, ".."), { recursive: true });
        file = { output: await openOutput(io, join(folder, name)), text: [], length: 0 };
        open.set(name, file);
      }
      file.text.push(text);
      file.length += text.length;
      if (file.length > pieceLength) await flush(file);
    },
    finish,
    async finishAll(isPartial: boolean): Promise<void> {
      for (const name of [...open.keys()]) await finish(name, isPartial);
    },
  };
}
