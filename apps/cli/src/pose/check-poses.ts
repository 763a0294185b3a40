import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ChemKit, InputRecord } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { loadConformerKernel } from "@qinghao/docking/node";
import { InteractionFinder, type PoseMolecule, readPose, readSurroundings, StrainGauge } from "@qinghao/docking/poses";
import type { QinghaoError } from "@qinghao/kernel";
import { brokenOff, stopped } from "../ended-early.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openRecords } from "../open-records.ts";
import { openOutput } from "../output.ts";
import { openInput } from "../predict/read-input.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { CheckOptions } from "./pose.command.ts";
import { failedLine, headerLine, type Judges, poseLine } from "./report-row.ts";

/** Checks every pose of a file against a receptor. Throws an ExitError with the promised exit code. */
export async function checkPoses(io: Io, path: string, options: CheckOptions): Promise<void> {
  if (path !== "-" && options.output !== "-" && resolve(path) === resolve(options.output)) {
    throw new ExitError(exitCodes.misuse, cliErrors.create("output.is_input", { path }));
  }
  const kit = await loadChemKit();
  const judges = await readJudges(io, kit, options);
  const source = await openRecords(io, await openInput(io, path), undefined);
  const output = await openOutput(io, options.output);
  const line = createProgressLine(io.stderr, io.language, io.now, { en: "poses", zh: "个构象" });
  const counts = { done: 0, failed: 0 };
  let failure: unknown = null;
  try {
    await output.write(headerLine());
    const rows = source[Symbol.asyncIterator]();
    for (;;) {
      const next = await rows.next().catch((error: unknown) => {
        failure = error;
        return null;
      });
      if (next === null || next.done === true || io.signal.aborted) break;
      await output.write(judge(io, kit, next.value, judges, counts));
      line.update(counts.done, counts.failed, null);
    }
  } catch (error) {
    await output.leave();
    throw error;
  } finally {
    line.clear();
  }
  const rows = counts.done + counts.failed;
  if (io.signal.aborted) throw stopped(rows, await output.leave());
  await output.complete();
  if (failure !== null) throw brokenOff(failure, rows);
  if (counts.done === 0) {
    throw new ExitError(exitCodes.unreadable, cliErrors.create("input.no_row", { path, out: options.output }));
  }
}

function judge(
  io: Io,
  kit: ChemKit,
  record: InputRecord,
  judges: Judges,
  counts: { done: number; failed: number },
): string {
  const pose = record.ok ? readPose(kit, record.text) : { ok: false as const, error: record.error };
  if (pose.ok) {
    counts.done++;
    return poseLine(record, pose.value, judges);
  }
  counts.failed++;
  const reason = sentence(io, pose.error);
  io.stderr.write(`${record.row}: ${reason}\n`);
  return failedLine(record, reason);
}

async function readJudges(io: Io, kit: ChemKit, options: CheckOptions): Promise<Judges> {
  const references = options.reference === undefined ? [] : await readReferences(io, kit, options.reference);
  const bytes = await readFile(options.receptor).catch((error: NodeJS.ErrnoException) => {
    const path = options.receptor;
    const known =
      error.code === "ENOENT"
        ? cliErrors.create("input.missing", { path })
        : cliErrors.create("input.unreadable", { path, reason: error.code ?? "unknown" }, error);
    throw new ExitError(exitCodes.unreadable, known);
  });
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (isGzip ? gunzipSync(bytes) : bytes).toString("utf8");
  const surroundings = readSurroundings(text, options.receptor, {
    choice: { waters: options.waters },
    ...(references[0] === undefined ? {} : { ligand: references[0].positions }),
  });
  if (!surroundings.ok) throw new ExitError(exitCodes.unreadable, surroundings.error);
  const finder = new InteractionFinder(surroundings.value);
  const strain = options.strain ? new StrainGauge(kit, await loadConformerKernel()) : null;
  return { surroundings: surroundings.value, finder, references, strain };
}

/** Every reference that can be read; the others are named on standard error. */
async function readReferences(io: Io, kit: ChemKit, path: string): Promise<PoseMolecule[]> {
  const references: PoseMolecule[] = [];
  for await (const record of await openRecords(io, await openInput(io, path), undefined)) {
    const pose = record.ok ? readPose(kit, record.text) : { ok: false as const, error: record.error };
    if (pose.ok) references.push(pose.value);
    else io.stderr.write(`${path}, ${record.row}: ${sentence(io, pose.error)}\n`);
  }
  if (references.length > 0) return references;
  throw new ExitError(exitCodes.unreadable, cliErrors.create("input.no_rows", { path }));
}

const sentence = (io: Io, error: QinghaoError): string => error.user[io.language];
