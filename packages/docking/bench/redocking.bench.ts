import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadChemKit } from "@qinghao/chemistry/node";
import { writeBenchReport } from "@qinghao/testing";
import { loadConformerKernel } from "../src/conformers/node.ts";
import type { DockedLigand, DockingLigand, Pose, SearchSettings } from "../src/index.ts";
import { wasmDocking } from "../src/node.ts";
import { symmetricRmsd } from "../src/poses/index.ts";
import {
  leftOut,
  otherCases,
  type RedockingCase,
  redockingCases,
  ringConformers,
  type Skeleton,
  skeletonOf,
} from "./redocking-cases.ts";
import { askPoseBusters, hasVina, readVina, runVina, validityTask, writePeerLigands } from "./redocking-peers.ts";
import { type Row, summarise } from "./redocking-summary.ts";
import { dockingData, hasDockingData } from "./shared-complexes.ts";

// Redocking of the shared complexes beside AutoDock Vina 1.2.7, and PoseBusters' judgement of both programs' best poses.
// `QINGHAO_PYTHON` (else python3) is a Python with vina, meeko, spyrmsd, posebusters and scipy. Vina takes an hour or two and
// runs beside ours; QINGHAO_BENCH_REDOCKING_FOLDER names a folder for what both found, so that a run that was broken off
// goes on. Writes bench/redocking.results.json. Options: --only 1n46,1owe for these complexes, which writes no results;
// --seeds 5 for so many seeds of ours; --vina-seeds 3 for so many of Vina on the small sets, the set of 32 has one; --cap 1500 for Vina's CPU seconds a complex; --minutes 300 after which no more of
// Vina is waited for; --no-peer for ours alone.

const settings: Omit<SearchSettings, "seed"> = { exhaustiveness: 8, poses: 9, minimumRmsd: 1, energyRange: 10 };

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    seeds: { type: "string", default: "5" },
    "vina-seeds": { type: "string", default: "3" },
    cap: { type: "string", default: "1500" },
    minutes: { type: "string", default: "300" },
    "no-peer": { type: "boolean", default: false },
  },
});

if (!hasDockingData()) {
  console.log(`Left out: there is no folder ${dockingData}.`);
  process.exit(0);
}
const python = process.env.QINGHAO_PYTHON ?? "python3";
const folder = process.env.QINGHAO_BENCH_REDOCKING_FOLDER ?? mkdtempSync(path.join(tmpdir(), "qinghao-redocking-"));
mkdirSync(folder, { recursive: true });
const [kit, conformers] = await Promise.all([loadChemKit(), loadConformerKernel()]);
const others = otherCases(kit, conformers, folder);
const known = [...redockingCases(), ...others.cases];
const names = options.only?.split(",");
const cases = names === undefined ? known : known.filter(({ id }) => names.includes(id));
const seeds = Array.from({ length: Number(options.seeds) }, (_, index) => index + 1);

if (!options["no-peer"]) writePeerLigands(python, others.ligandTasks);
const furtherSeeds = Array.from({ length: Number(options["vina-seeds"]) - 1 }, (_, index) => index + 2);
const vinaRun = options["no-peer"] ? Promise.resolve(new Map<string, string>()) : runVinas();

const version = sourceHash();
const runs = new Map(cases.map((one) => [one, [] as Docked[]]));
const inShapes = new Map<RedockingCase, Docked>();
for (const [one, list] of runs) list.push(await dockedBefore(one, one.startFor(1), "seed-1", 1));
for (const one of cases)
  if (one.shaped !== null) inShapes.set(one, await dockedBefore(one, one.shaped, "ring-conformers", 1));
const unfinished = await vinaRun;
// Further seeds where there is something to compare with.
for (const seed of seeds.slice(1))
  for (const [one, list] of runs)
    if (hasVina(folder, one)) list.push(await dockedBefore(one, one.startFor(seed), `seed-${seed}`, seed));
const docked = cases.map((one) => ({ one, runs: runs.get(one)! }));
const memory = options["no-peer"] ? [] : measureMemory();

const vinas = docked.map(({ one }) => (options["no-peer"] ? null : readVina(kit, python, folder, one, 1)));
const tasks = docked.flatMap(({ one, runs: list }, index) => {
  // Of our seeds the first is judged: PoseBusters takes seconds for a pose.
  const ours = list.slice(0, 1).map(({ best }, at) => {
    const pose = Float64Array.from(best);
    return validityTask(one, `seed ${seeds[at]!}`, [pose], one.molblock === null ? null : [one.molblock(pose)]);
  });
  const top = vinas[index] ?? null;
  if (top === null) return ours;
  return [...ours, validityTask(one, "Vina", [top.poses[0]!.positions], top.molblocks?.slice(0, 1) ?? null)];
});
const validity = options["no-peer"] ? new Map<string, string>() : await askPoseBusters(python, folder, tasks);
const failedTests = ({ set, id }: RedockingCase, from: string): readonly string[] | null => {
  const answer = validity.get(`${set}/${id} ${from}`);
  return typeof answer === "object" ? answer[0]! : null;
};

const rows = docked.map(({ one, runs: list }, index): Row => {
  const vina = vinas[index] ?? null;
  return {
    set: one.set,
    complex: one.id,
    torsions: one.start.torsions,
    ours: list.map(({ rmsds: own, score, rmsdBestScored, cpuSeconds }, at) => ({
      seed: seeds[at]!,
      score,
      cpuSeconds,
      rmsdTop1: own[0]!,
      rmsdBestScored,
      rmsdBest: Math.min(...own),
      failedTests: failedTests(one, `seed ${seeds[at]!}`),
    })),
    vina:
      vina === null
        ? null
        : {
            ...vinaResult(one, vina),
            crystalScore: vina.result.crystal_score,
            crystalMinimised: vina.result.crystal_minimised,
            failedTests: failedTests(one, "Vina"),
          },
    vinaSeeds: furtherSeeds.flatMap((seed) => {
      const again = options["no-peer"] ? null : readVina(kit, python, folder, one, seed);
      return again === null ? [] : [{ seed, ...vinaResult(one, again), failedTests: null }];
    }),
  };
});
const summary = summarise(rows, seeds);
console.log(JSON.stringify(summary, null, 1));
if (names === undefined && !options["no-peer"]) {
  writeBenchReport(
    import.meta.dirname,
    {
      conditions:
        "Exhaustiveness 8, 9 poses; box: the crystal ligand and 5 Å, at least 22.5 Å; CPU seconds with the grid maps; RMSD " +
        "of heavy atoms with symmetry, by the same code for both. Starts: redock_adgpu42 its random starts (rings, lengths " +
        "and angles of the crystal); the others a conformer made from SMILES, rings included, macrocycles in 8 shapes by seed. Vina 1.2.7: seed 1 (small sets: further seeds too), one " +
        "thread, ligands by Meeko 0.8.0 where they are no PDBQT, beside ours, other work on the machine. PoseBusters " +
        '0.6.5, configuration "dock", receptor as docked to, seed 1; bond orders of redock_adgpu42 perceived from the start.',
      settings,
      seeds,
      leftOut,
      vinaNotFinished: Object.fromEntries(unfinished),
      memory: { of: "resident set of the whole process that docks in one thread, at its peak", largestBoxes: memory },
      summary,
      ringConformers: {
        conditions: `The same with up to ${ringConformers} shapes of the ligand's rings, seed 1; where it has several.`,
        rows: [...inShapes].map(([{ set, id }, { score, cpuSeconds, rmsds }]) => ({
          set,
          complex: id,
          score,
          cpuSeconds,
          rmsdTop1: rmsds[0],
          rmsdBest: Math.min(...rmsds),
        })),
      },
      rows,
    },
    "redocking",
  );
}

/** Vina on all complexes, then the small sets with further seeds. Complexes without a result of the first, and why. */
async function runVinas(): Promise<Map<string, string>> {
  const limits = { cpuSeconds: Number(options.cap), minutes: Number(options.minutes) };
  const unfinished = await runVina(python, folder, cases, limits, 1);
  const small = cases.filter((one) => others.cases.includes(one));
  for (const seed of furtherSeeds) await runVina(python, folder, small, limits, seed);
  return unfinished;
}

function vinaResult(one: RedockingCase, { result, poses }: NonNullable<ReturnType<typeof readVina>>) {
  const rmsds = poses.map((pose) => rmsdOf(one, pose));
  return {
    score: result.score,
    cpuSeconds: result.cpu_seconds,
    rmsdTop1: rmsds[0]!,
    rmsdBestScored: rmsds[0]!,
    rmsdBest: Math.min(...rmsds),
  };
}

/** What came of one complex with one seed. */
interface Docked {
  readonly cpuSeconds: number;
  readonly score: number;
  readonly best: readonly number[];
  readonly rmsdBestScored: number;
  readonly rmsds: readonly number[];
}

/** From the folder, where the same sources have docked it before. */
async function dockedBefore(one: RedockingCase, ligand: DockingLigand, label: string, seed: number): Promise<Docked> {
  const file = path.join(folder, one.set, `${one.id}.${label}-${version}.ours`);
  const known = existsSync(file);
  const made: Docked = known ? JSON.parse(readFileSync(file, "utf8")) : await redock(one, ligand, seed);
  if (!known) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(made));
  }
  console.log(`${one.set}/${one.id} ${label}: ${made.rmsds[0]} Å ${made.score} ${made.cpuSeconds} s`);
  return made;
}

async function redock(one: RedockingCase, ligand: DockingLigand, seed: number): Promise<Docked> {
  const before = cpuSeconds();
  const docking = await wasmDocking({ threads: 1 }).open(one.receptor, one.box);
  let result: DockedLigand;
  try {
    result = await first(docking.dock([ligand], { ...settings, seed }));
  } finally {
    await docking.close();
  }
  const seconds = cpuSeconds() - before;
  if (result.error !== undefined) throw result.error;
  const [top] = result.poses;
  const [bestScored] = [...result.poses].sort((a, b) => a.score - b.score);
  const rmsd = ({ positions }: Pose) => rmsdOf(one, skeletonOf({ ...one.start, positions }));
  return {
    cpuSeconds: round(seconds),
    score: round(top!.score, 3),
    best: [...top!.positions],
    rmsdBestScored: rmsd(bestScored!),
    rmsds: result.poses.map(rmsd),
  };
}

/** Most memory that a process takes which docks one of the complexes with the largest boxes in one thread. */
function measureMemory() {
  const volume = ({ box }: RedockingCase) => box.size[0] * box.size[1] * box.size[2];
  const largest = redockingCases().sort((a, b) => volume(b) - volume(a));
  return largest.slice(0, 3).map(({ id, box }) => {
    const script = path.join(import.meta.dirname, "redocking-memory.ts");
    const { stdout } = spawnSync(process.execPath, [script, id], { encoding: "utf8" });
    return { complex: id, boxAngstrom: box.size.map((side) => round(side, 1)), peakMiB: Number(stdout) };
  });
}

/** Tells apart what docked: the kernel and the sources around it. */
function sourceHash(): string {
  const root = path.join(import.meta.dirname, "..");
  const hash = createHash("sha256");
  for (const part of ["assembly/search", "src/search", "src/scoring", "src/prepare/ligand"])
    for (const name of readdirSync(path.join(root, part)).sort())
      if (name.endsWith(".ts")) hash.update(readFileSync(path.join(root, part, name)));
  return hash.digest("hex").slice(0, 8);
}

function rmsdOf({ crystal }: RedockingCase, pose: Skeleton): number {
  const found = symmetricRmsd(pose, crystal);
  if (found === null) throw new Error("The pose is of another molecule than the crystal's");
  return round(found.rmsd);
}

async function first<T>(source: AsyncIterable<T>): Promise<T> {
  for await (const item of source) return item;
  throw new Error("Nothing was docked");
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
