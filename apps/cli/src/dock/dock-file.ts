import { resolve } from "node:path";
import { loadChemKit } from "@qinghao/chemistry/node";
import type { DockingBackend, DockingLigand, DockingReceptor } from "@qinghao/docking";
import { wasmDocking, webgpuDocking } from "@qinghao/docking/node";
import { createScorer } from "@qinghao/docking/scoring";
import { brokenOff, stopped } from "../ended-early.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { type Output, openOutput } from "../output.ts";
import { say } from "../terminal/language.ts";
import { createProgressLine, duration } from "../terminal/progress-line.ts";
import { bestForms, type DockedForm, type Form, type PlacedPose } from "./best-form.ts";
import type { DockOptions } from "./dock.command.ts";
import { type FormChoice, type InputLigand, type LigandRow, readLigands } from "./read-ligands.ts";
import { readSite } from "./read-site.ts";

const minimumRmsd = 1;
const energyRange = 3;
/** Poses that are found at least, to rank them, however few are asked for. */
const leastRanked = 9;

/** Docks every ligand of a file. Throws an ExitError with the promised exit code. */
export async function dockFile(io: Io, options: DockOptions): Promise<void> {
  checkOptions(options);
  const startedAt = io.now();
  const kit = await loadChemKit();
  const { receptor, box } = await readSite(io, kit, options);
  const ringConformers = options.scoreOnly ? 1 : (options.ringConformers ?? null);
  const rows = readLigands(io, kit, options.ligands, { seed: options.seed, ringConformers, forms: formsOf(options) });
  const docking = options.scoreOnly || box === null ? null : await backendOf(options).open(receptor, box);
  const output = await openOutput(io, options.output).catch(async (error) => {
    await docking?.close();
    throw error;
  });
  const line = createProgressLine(io.stderr, io.language, io.now, { en: "ligands", zh: "个配体" });
  const counts = { done: 0, failed: 0, failure: null as unknown };
  const waiting: Form[] = [];
  const tell = (row: number, reason: string) => {
    line.clear();
    io.stderr.write(`${say(io.language, { en: `row ${row}: ${reason}`, zh: `第 ${row} 行：${reason}` })}\n`);
  };
  const fail = (row: number, reason: string) => {
    counts.failed++;
    tell(row, reason);
  };
  async function* ligands(): AsyncGenerator<DockingLigand> {
    for await (const { row, read } of endingWell(rows, counts)) {
      if (read.ok) {
        for (const [index, input] of read.value.entries()) {
          waiting.push({ row, input, isLast: index === read.value.length - 1 });
          yield input.ligand;
        }
      } else fail(row, read.error.user[io.language]);
    }
  }
  const { exhaustiveness, poses, seed } = options;
  const results =
    docking === null
      ? scoreAll(receptor, ligands())
      : docking.dock(
          ligands(),
          { exhaustiveness, poses: Math.max(poses, leastRanked), seed, minimumRmsd, energyRange },
          io.signal,
        );
  try {
    for await (const { row, best, failures } of bestForms(results, waiting)) {
      for (const { input, error } of best === null ? [] : failures)
        tell(row, `${input.form}: ${error.user[io.language]}`);
      if (best === null) fail(row, failures[0]!.error.user[io.language]);
      else {
        counts.done++;
        await writePoses(output, row, best.input, best.poses.slice(0, poses));
      }
      if (!options.quiet) line.update(counts.done, counts.failed, null);
      if (io.signal.aborted) break;
    }
  } catch (error) {
    if (!io.signal.aborted) {
      await output.leave();
      throw error;
    }
  } finally {
    line.clear();
    await docking?.close();
  }
  await finish(io, output, options, counts, startedAt);
}

/** WebGPU that is asked for by name may be a software adapter: slow, but for checking results it will do. */
const backendOf = ({ backend, cpu }: DockOptions): DockingBackend =>
  backend === "webgpu" ? webgpuDocking({ software: true }) : wasmDocking({ threads: cpu });

const formsOf = ({ ph, stereoisomers = 1, tautomers = 1 }: DockOptions): FormChoice | undefined =>
  ph === undefined ? undefined : { pH: ph, stereoisomers, tautomers };

function checkOptions({ ligands, output, autobox, center, size, scoreOnly, ...forms }: DockOptions): void {
  if (forms.ph === undefined ? (forms.stereoisomers ?? forms.tautomers) !== undefined : scoreOnly)
    throw new ExitError(exitCodes.misuse, cliErrors.create("dock.no_forms"));
  if (output !== "-" && resolve(ligands) === resolve(output))
    throw new ExitError(exitCodes.misuse, cliErrors.create("output.is_input", { path: ligands }));
  const isBoxed =
    autobox !== undefined ? center === undefined && size === undefined : center !== undefined && size !== undefined;
  if (!isBoxed && !scoreOnly) throw new ExitError(exitCodes.misuse, cliErrors.create("dock.no_box"));
}

/** Rows until the file breaks off; what it broke off with is noted. */
async function* endingWell(rows: AsyncIterable<LigandRow>, counts: { failure: unknown; done: number; failed: number }) {
  try {
    yield* rows;
  } catch (error) {
    if (counts.done + counts.failed === 0 && error instanceof ExitError) throw error;
    counts.failure = error;
  }
}

async function* scoreAll(receptor: DockingReceptor, ligands: AsyncIterable<DockingLigand>): AsyncGenerator<DockedForm> {
  const scorer = createScorer(receptor, "vina");
  for await (const ligand of ligands) {
    yield { poses: [{ positions: ligand.positions, score: scorer.score(ligand).total }] };
  }
}

async function writePoses(
  output: Output,
  row: number,
  input: InputLigand,
  poses: readonly PlacedPose[],
): Promise<void> {
  for (const [rank, { positions, score }] of poses.entries()) {
    const fields = { ligand_row: row, pose_rank: rank + 1, score_kcal_per_mol: score.toFixed(3) };
    const form = input.form === undefined ? {} : { docked_form: input.form };
    const data = Object.entries({ ...fields, ...form }).map(([name, value]) => `>  <${name}>\n${value}\n\n`);
    await output.write(`${input.molblock(positions).trimEnd()}\n${data.join("")}$$$$\n`);
  }
}

async function finish(
  io: Io,
  output: Output,
  { ligands, quiet }: DockOptions,
  { done, failed, failure }: { done: number; failed: number; failure: unknown },
  startedAt: number,
): Promise<void> {
  if (io.signal.aborted) throw stopped(done + failed, await output.leave());
  await output.complete();
  const seconds = (io.now() - startedAt) / 1000;
  const summary = {
    en: `${done + failed} ligands in ${duration(seconds)}, ${failed} failed`,
    zh: `共 ${done + failed} 个配体，用时 ${duration(seconds)}，失败 ${failed}`,
  };
  if (!quiet) io.stderr.write(`${say(io.language, summary)}\n`);
  if (failure !== null) throw brokenOff(failure, done + failed);
  if (done === 0) throw new ExitError(exitCodes.unreadable, cliErrors.create("dock.no_ligand", { path: ligands }));
}
