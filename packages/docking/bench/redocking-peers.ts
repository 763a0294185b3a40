import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { ChemKit } from "@qinghao/chemistry";
import { readPdbqtLigands } from "../src/formats/index.ts";
import type { DockingLigand } from "../src/index.ts";
import { readPose } from "../src/poses/index.ts";
import { type RedockingCase, type Skeleton, skeletonOf, unwrap } from "./redocking-cases.ts";
import { dockingData } from "./shared-complexes.ts";

/** What `vina_dock.py` says of one complex. */
export interface VinaResult {
  readonly cpu_seconds: number;
  readonly score: number;
  readonly crystal_score: number;
  readonly crystal_minimised: number;
}

const peerFolder = path.join(import.meta.dirname, "../peer");

/**
 * Docks with Vina, one complex after the other in one thread, easy ligands first, and writes what it finds into `folder` as
 * it goes. A complex with a result there is not docked again, nor one that was given up there.
 * @param limits CPU seconds for one complex; minutes after which no more is waited for
 * @returns complexes without a result, and why
 */
export async function runVina(
  python: string,
  folder: string,
  cases: readonly RedockingCase[],
  limits: { readonly cpuSeconds: number; readonly minutes: number },
  seed: number,
): Promise<Map<string, string>> {
  const script = path.join(dockingData, "../../peers/vina_dock.py");
  const unfinished = new Map<string, string>();
  const end = Date.now() + 60_000 * limits.minutes;
  for (const { set, id, peerFolder: complex } of [...cases].sort((a, b) => effortOf(a) - effortOf(b))) {
    const out = vinaFolder(folder, set, seed);
    mkdirSync(out, { recursive: true });
    const file = path.join(out, `${id}.json`);
    if (existsSync(file)) continue;
    const note = (why: string) => unfinished.set(`${set}/${id}`, why);
    if (existsSync(`${file}.given-up`)) note(readFileSync(`${file}.given-up`, "utf8"));
    else if (Date.now() >= end) note("not reached in the time of the run");
    else {
      const options = ["--cpu", "1", "--exhaustiveness", "8", "--seed", String(seed), "--poses-out", out];
      const command = `ulimit -t ${limits.cpuSeconds}; exec "$@"`;
      const child = spawn("sh", ["-c", command, "sh", python, script, complex, ...options], {
        stdio: ["ignore", openSync(`${file}.part`, "w"), openSync(`${file}.err`, "w")],
      });
      const timer = setTimeout(() => child.kill(), Math.min(end - Date.now(), 2 ** 31 - 1));
      const [code, signal] = await new Promise<[number | null, string | null]>((done) =>
        child.on("exit", (...how) => done(how)),
      );
      clearTimeout(timer);
      if (code === 0) renameSync(`${file}.part`, file);
      else if (signal === "SIGTERM") note("broken off at the end of the run's time");
      else if (signal === null) note(readFileSync(`${file}.err`, "utf8").trim().split("\n").at(-1)!);
      else {
        note(`not finished within ${limits.cpuSeconds} CPU seconds`);
        writeFileSync(`${file}.given-up`, unfinished.get(`${set}/${id}`)!);
      }
    }
  }
  return unfinished;
}

const vinaFolder = (folder: string, set: string, seed: number): string =>
  path.join(folder, seed === 1 ? "" : `vina-seed-${seed}`, set);

const effortOf = ({ start }: RedockingCase): number => start.torsions * start.atoms;

export const hasVina = (folder: string, { set, id }: RedockingCase): boolean =>
  existsSync(path.join(folder, set, `${id}.json`));

/** Result and poses of Vina; null where there are none. */
export function readVina(
  kit: ChemKit,
  python: string,
  folder: string,
  { set, id, types }: RedockingCase,
  seed: number,
) {
  const from = vinaFolder(folder, set, seed);
  const file = path.join(from, `${id}.json`);
  if (!existsSync(file)) return null;
  const result: VinaResult = JSON.parse(readFileSync(file, "utf8")).results[0];
  const posesFile = path.join(from, `${id}.pdbqt`);
  if (types !== null) {
    const poses = unwrap(readPdbqtLigands(readFileSync(posesFile, "utf8"), id)).map(skeletonOf);
    return { result, poses, molblocks: null };
  }
  const run = spawnSync(python, [path.join(peerFolder, "redocking_files.py"), "poses", posesFile], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const blocks: string[] = JSON.parse(run.stdout);
  const poses: Skeleton[] = blocks.map((block) => unwrap(readPose(kit, block)));
  return { result, poses, molblocks: blocks };
}

/** Writes the PDBQT ligands that Vina docks. */
export function writePeerLigands(python: string, tasks: readonly object[]): void {
  const input = tasks.map((task) => JSON.stringify(task)).join("\n");
  const script = path.join(peerFolder, "redocking_files.py");
  const { status, stderr } = spawnSync(python, [script, "ligands"], { input, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** Poses of one ligand for PoseBusters: molblocks, or places of atoms whose bond orders are to be perceived. */
export interface ValidityTask {
  readonly id: string;
  readonly receptor: string;
  readonly poses: readonly (string | number[][])[];
  readonly elements?: readonly number[];
  readonly bonds?: readonly number[][];
  readonly aromatic?: readonly boolean[];
  readonly places?: readonly number[][];
}

export const validityTask = (
  { set, id, receptorPdbqt, start, types }: RedockingCase,
  from: string,
  poses: readonly Float64Array[],
  molblocks: readonly string[] | null,
): ValidityTask => {
  const common = { id: `${set}/${id} ${from}`, receptor: receptorPdbqt };
  if (types === null) return { ...common, poses: molblocks ?? [] };
  return {
    ...common,
    poses: poses.map(triples),
    elements: [...start.elements],
    bonds: [...triples(start.bonds).map(([from, to]) => [from!, to!]), ...threeRingEdges(start)],
    aromatic: types.map((type) => type === "A"),
    places: triples(start.positions),
  };
};

/** The longest edges of three-membered rings, which bonds read from distances by Vina's rule lack. */
function threeRingEdges({ elements, positions, branchOf, bonds }: DockingLigand): number[][] {
  const known = new Set(triples(bonds).map(([from, to]) => `${from} ${to}`));
  const heavy = [...elements.keys()].filter((atom) => elements[atom]! > 1);
  const apart = (a: number, b: number) =>
    Math.hypot(...[0, 1, 2].map((axis) => positions[3 * a + axis]! - positions[3 * b + axis]!));
  return heavy.flatMap((a) =>
    heavy
      .filter((b) => a < b && branchOf[a] === branchOf[b] && !known.has(`${a} ${b}`) && !known.has(`${b} ${a}`))
      .filter((b) => apart(a, b) < 1.7)
      .map((b) => [a, b]),
  );
}

const triples = (flat: ArrayLike<number>): number[][] =>
  Array.from({ length: flat.length / 3 }, (_, at) => [flat[3 * at]!, flat[3 * at + 1]!, flat[3 * at + 2]!]);

/**
 * For each task the names of the tests that each pose fails, or why it could not be judged. Answers are kept in the folder:
 * what was judged there is not judged again.
 */
export async function askPoseBusters(
  python: string,
  folder: string,
  tasks: readonly ValidityTask[],
): Promise<Map<string, readonly string[][] | string>> {
  const cache = path.join(folder, "posebusters");
  mkdirSync(cache, { recursive: true });
  const files = new Map(
    tasks.map((task) => [
      task.id,
      path.join(cache, `answer-${createHash("sha256").update(JSON.stringify(task)).digest("hex").slice(0, 16)}.json`),
    ]),
  );
  const open = tasks.filter(({ id }) => !existsSync(files.get(id)!));
  const script = path.join(peerFolder, "pose_validity.py");
  const child = spawn(python, [script, cache], { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.end(open.map((task) => JSON.stringify(task)).join("\n"));
  for await (const line of createInterface({ input: child.stdout })) {
    const { id } = JSON.parse(line) as Answer;
    writeFileSync(files.get(id)!, line);
    console.log("PoseBusters", line);
  }
  const answers = tasks.map(({ id }) => (existsSync(files.get(id)!) ? readFileSync(files.get(id)!, "utf8") : null));
  return new Map(
    answers
      .flatMap((line) => (line === null ? [] : [JSON.parse(line) as Answer]))
      .map((answer) => [answer.id, answer.failed ?? answer.error!]),
  );
}

interface Answer {
  readonly id: string;
  readonly failed?: string[][];
  readonly error?: string;
}
