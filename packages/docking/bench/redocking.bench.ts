import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { MoleculeGraph } from "@qinghao/chemistry";
import { writeBenchReport } from "@qinghao/testing";
import { readPdbqtLigands, readPdbqtReceptor } from "../src/formats/index.ts";
import { type Box, type DockedLigand, type DockingLigand, notScored, type SearchSettings } from "../src/index.ts";
import { wasmDocking } from "../src/node.ts";
import { symmetricRmsd } from "../src/poses/index.ts";
import { dockingData, hasDockingData, readShared } from "./shared-complexes.ts";

// Redocking of the shared complexes from a random start, beside AutoDock Vina 1.2.7 (a Python with vina and spyrmsd:
// `QINGHAO_PYTHON`, else python3). Writes bench/redocking.results.json. Vina takes half an hour:
// QINGHAO_BENCH_REDOCKING_PEER names a folder with what vina_dock.py printed earlier, <complex>.json, and complexes
// without such a file are then not compared. Options: --only 1n46,1owe for these complexes; --seeds 3 for so many
// seeds of ours.

interface PeerResult {
  readonly complex: string;
  readonly cpu_seconds: number;
  readonly score: number;
  readonly rmsd_top1: number;
  readonly rmsd_best: number;
}

const set = "redock_adgpu42";
const settings: Omit<SearchSettings, "seed"> = { exhaustiveness: 8, poses: 9, minimumRmsd: 1, energyRange: 10 };

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    seeds: { type: "string", default: "1" },
  },
});

const earlier = process.env.QINGHAO_BENCH_REDOCKING_PEER;
const python = process.env.QINGHAO_PYTHON ?? "python3";
if (!hasDockingData()) {
  console.log(`Left out: there is no folder ${dockingData}.`);
  process.exit(0);
}

const names = readShared(set, "ligand_properties.csv")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(",")[1]!);
const wanted = options.only?.split(",") ?? names;
const rows = [];
for (const name of wanted) {
  const peer = peerResult(name);
  const ours = [];
  for (let seed = 1; seed <= Number(options.seeds); seed++) ours.push(await redock(name, seed));
  rows.push({ complex: name, ours, vina: peer });
  const first = ours[0]!;
  console.log(
    name,
    `${first.rmsdTop1} Å ${first.score} ${first.cpuSeconds} s`,
    peer ? `Vina ${peer.rmsd_top1} Å ${peer.score} ${peer.cpu_seconds} s` : "",
  );
}
report(rows);

type Row = (typeof rows)[number];

function report(all: readonly Row[]): void {
  const within = (rmsd: number) => rmsd <= 2;
  const summary = (list: readonly Row[], seed: number) => {
    const results = list.map(({ ours }) => ours[seed]!);
    const seconds = results.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
    return {
      top1Within2A: results.filter(({ rmsdTop1 }) => within(rmsdTop1)).length,
      anyWithin2A: results.filter(({ rmsdBest }) => within(rmsdBest)).length,
      cpuSeconds: round(seconds, 1),
      ligandsPerMinutePerCore: list.length === 0 ? null : round((60 * list.length) / seconds, 2),
    };
  };
  const both = all.filter(({ vina }) => vina !== null);
  const vinaSeconds = both.reduce((sum, { vina }) => sum + vina!.cpu_seconds, 0);
  const peer = {
    top1Within2A: both.filter(({ vina }) => within(vina!.rmsd_top1)).length,
    anyWithin2A: both.filter(({ vina }) => within(vina!.rmsd_best)).length,
    cpuSeconds: round(vinaSeconds, 1),
    ligandsPerMinutePerCore: both.length === 0 ? null : round((60 * both.length) / vinaSeconds, 2),
  };
  const seeds = Array.from({ length: Number(options.seeds) }, (_, seed) => summary(both, seed));
  console.table({ ...Object.fromEntries(seeds.map((line, seed) => [`ours, seed ${seed + 1}`, line])), Vina: peer });
  writeBenchReport(
    import.meta.dirname,
    {
      conditions:
        "Exhaustiveness 8, 9 poses; box: the crystal ligand and 5 Å, at least 22.5 Å; from ligand_random_start; " +
        "CPU seconds with the grid maps; RMSD of heavy atoms with symmetry. " +
        `Vina 1.2.7, seed 1, one thread, run on this machine${earlier === undefined ? "." : " before ours, while other work shared its cores."}`,
      settings,
      complexes: all.length,
      comparedWithVina: both.length,
      ours: seeds,
      oursOnAll: Array.from({ length: Number(options.seeds) }, (_, seed) => summary(all, seed)),
      vina: peer,
      rows: all,
    },
    "redocking",
  );
}

async function redock(name: string, seed: number) {
  const crystal = readLigand(readShared(set, name, "ligand_xray.pdbqt"));
  const start = readLigand(readShared(set, name, "ligand_random_start.pdbqt"));
  const receptor = readPdbqtReceptor(readShared(set, name, "protein.pdbqt.gz"), name);
  if (!receptor.ok) throw receptor.error;
  const before = cpuSeconds();
  const docking = await wasmDocking({ threads: 1 }).open(receptor.value, boxAround(crystal));
  let result: DockedLigand;
  try {
    result = await first(docking.dock([start], { ...settings, seed }));
  } finally {
    await docking.close();
  }
  const seconds = cpuSeconds() - before;
  const reference = { graph: skeleton(crystal), positions: crystal.positions };
  const rmsds = result.poses.map(
    ({ positions }) => symmetricRmsd({ graph: skeleton(start), positions }, reference)?.rmsd ?? Number.NaN,
  );
  return {
    seed,
    cpuSeconds: round(seconds, 2),
    score: round(result.poses[0]?.score ?? Number.NaN, 3),
    rmsdTop1: round(rmsds[0] ?? Number.NaN, 2),
    rmsdBest: round(Math.min(...rmsds), 2),
    poses: rmsds.length,
  };
}

async function first<T>(source: AsyncIterable<T>): Promise<T> {
  for await (const item of source) return item;
  throw new Error("Nothing was docked");
}

function readLigand(text: string): DockingLigand {
  const read = readPdbqtLigands(text, "ligand");
  if (!read.ok) throw read.error;
  return read.value[0]!;
}

function boxAround({ kinds, positions }: DockingLigand): Box {
  const along = (axis: number) => {
    const places = Array.from(kinds.keys())
      .filter((atom) => kinds[atom] !== notScored)
      .map((atom) => positions[3 * atom + axis]!);
    return [Math.min(...places), Math.max(...places)] as const;
  };
  const ends = [along(0), along(1), along(2)] as const;
  const of = (how: (low: number, high: number) => number) =>
    ends.map(([low, high]) => how(low, high)) as unknown as Box["size"];
  return { center: of((low, high) => (low + high) / 2), size: of((low, high) => Math.max(22.5, high - low + 10)) };
}

/** What the RMSD looks at of a ligand: elements and connections. */
function skeleton(ligand: DockingLigand): MoleculeGraph {
  const neighbours = Array.from({ length: ligand.atoms }, () => [] as number[]);
  for (let bond = 0; bond < ligand.bonds.length; bond += 3) {
    const [a, b] = [ligand.bonds[bond]!, ligand.bonds[bond + 1]!];
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  const offsets = Uint16Array.from([
    0,
    ...neighbours.map(
      (
        (sum) =>
        ({ length }) =>
          (sum += length)
      )(0),
    ),
  ]);
  return {
    atomCount: ligand.atoms,
    atomicNumber: ligand.elements,
    offsets,
    neighbours: Uint16Array.from(neighbours.flat()),
  } as MoleculeGraph;
}

function peerResult(name: string): PeerResult | null {
  if (earlier !== undefined) {
    const file = path.join(earlier, `${name}.json`);
    return existsSync(file) ? parsePeer(readFileSync(file, "utf8")) : null;
  }
  const script = path.join(dockingData, "../../peers/vina_dock.py");
  const args = [script, path.join(dockingData, set, name), "--cpu", "1", "--exhaustiveness", "8", "--seed", "1"];
  const { status, stdout, stderr } = spawnSync(python, args, { encoding: "utf8" });
  if (status === 0) return parsePeer(stdout);
  console.log(`Vina did not run: ${stderr.trim().split("\n").at(-1)}`);
  return null;
}

function parsePeer(line: string): PeerResult {
  return JSON.parse(line).results[0];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
