import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { type ChemKit, spatialGraph, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { type DockingLigand, dockingErrors, type SearchSettings } from "@qinghao/docking";
import { conformerRecord, generateConformers } from "@qinghao/docking/conformers";
import { loadConformerKernel } from "@qinghao/docking/conformers/node";
import { wasmDocking } from "@qinghao/docking/node";
import { preparePdbqt, prepareSmiles } from "@qinghao/docking/prepare";
import { err, isQinghaoError, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import type { Screen, ScreenLigand } from "./docking-enrichment.screens.ts";

// Docks the ligands of a screen one after the other and keeps each score at once, so that it can be stopped and taken up
// again. Scores go to QINGHAO_BENCH_SCORES, or else to the user's cache.

/** The least effort: three to twelve descents. A ligand's only pose is its best. */
export const dockingSettings: SearchSettings = {
  exhaustiveness: 1,
  poses: 1,
  seed: 1,
  minimumRmsd: 1,
  energyRange: 3,
};
export const pH = 7.4;

/** What became of a ligand; the score in kcal/mol is null where it failed. */
export interface ScoredLigand {
  readonly id: string;
  readonly score: number | null;
  readonly reason: string;
}

const folder =
  process.env.QINGHAO_BENCH_SCORES ??
  path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "qinghao", "docking-bench");
const fileOf = (name: string) => path.join(folder, `${name}.exhaustiveness-${dockingSettings.exhaustiveness}.tsv`);

/** Scores that a screen has so far, by the id of the ligand. */
export function readScores(name: string): Map<string, ScoredLigand> {
  if (!existsSync(fileOf(name))) return new Map();
  const lines = readFileSync(fileOf(name), "utf8").trimEnd().split("\n").slice(1);
  return new Map(
    lines.map((line) => {
      const [id, score, reason] = line.split("\t") as [string, string, string];
      return [id, { id, score: score === "" ? null : Number(score), reason }];
    }),
  );
}

/** Docks what has no score yet, on one thread; every score is kept at once. */
export async function dockScreen(screen: Screen): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = fileOf(screen.name);
  if (!existsSync(file)) writeFileSync(file, "id\tscore_kcal_per_mol\treason\n");
  const done = readScores(screen.name);
  const missing = screen.ligands.filter(({ id }) => !done.has(id));
  let count = done.size;
  for await (const { id, score, reason } of dockLigands(screen, missing)) {
    appendFileSync(file, `${id}\t${score ?? ""}\t${reason}\n`);
    if (++count % 100 === 0) console.log(`${screen.name}: ${count} of ${screen.ligands.length}`);
  }
}

/**
 * How fast some ligands dock, how many of them get the score that was kept, and how far the others are from it: a later search
 * finds other poses.
 */
export async function dockAgain(screen: Screen, most: number) {
  const kept = readScores(screen.name);
  const before = process.cpuUsage();
  const differences: number[] = [];
  for await (const { id, score } of dockLigands(screen, screen.ligands.slice(0, most))) {
    const former = kept.get(id)?.score ?? null;
    if (score !== null && former !== null) differences.push(score - former);
  }
  const { user, system } = process.cpuUsage(before);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    ligands: differences.length,
    same: differences.filter((difference) => difference === 0).length,
    meanDifference: mean(differences),
    meanAbsoluteDifference: mean(differences.map(Math.abs)),
    ligandsPerMinutePerCore: Math.round((60e6 * differences.length) / (user + system)),
  };
}

async function* dockLigands(screen: Screen, wanted: readonly ScreenLigand[]): AsyncGenerator<ScoredLigand> {
  if (wanted.length === 0) return;
  const prepare = await ligandReader();
  const docking = await wasmDocking({ threads: 1 }).open(screen.receptor, screen.box);
  const failed: ScoredLigand[] = [];
  const flying: string[] = [];
  function* ligands(): Generator<DockingLigand> {
    for (const ligand of wanted) {
      const read = prepare(ligand);
      if (read.ok) {
        flying.push(ligand.id);
        yield read.value;
      } else failed.push({ id: ligand.id, score: null, reason: read.error.user.en });
    }
  }
  try {
    for await (const { poses, error } of docking.dock(ligands(), dockingSettings)) {
      const [pose] = poses;
      const score = pose === undefined ? null : Math.round(1000 * pose.score) / 1000;
      yield { id: flying.shift()!, score, reason: error?.user.en ?? "" };
      yield* failed.splice(0);
    }
    yield* failed;
  } finally {
    await docking.close();
  }
}

/** PDBQT as it is; SMILES as the likeliest form at `pH`, any stereoisomer where it is open, with one conformer. */
async function ligandReader(): Promise<(ligand: ScreenLigand) => Result<DockingLigand, QinghaoError>> {
  const kit = await loadChemKit();
  const kernel = await loadConformerKernel();
  const embed = (smiles: string): Result<string, QinghaoError> => {
    const graph = withMolecule(kit, smiles, spatialGraph);
    if (!graph.ok) return graph;
    if (graph.value === null) return err(dockingErrors.create("conformer.no_parameters"));
    const made = generateConformers(kernel, graph.value, { count: 1, seed: dockingSettings.seed });
    return made.ok ? ok(conformerRecord(graph.value, made.value[0]!.positions, "", {})) : made;
  };
  return (ligand) => attempt(() => readLigand(kit, ligand, embed));
}

function readLigand(
  kit: ChemKit,
  { id, format, text }: ScreenLigand,
  embed: (smiles: string) => Result<string, QinghaoError>,
): Result<DockingLigand, QinghaoError> {
  const read =
    format === "pdbqt" ? preparePdbqt(kit, text, id) : prepareSmiles(kit, text, id, { embed, pH, maximum: 1 });
  return read.ok ? ok(read.value[0]!.ligand) : read;
}

function attempt<T>(use: () => Result<T, QinghaoError>): Result<T, QinghaoError> {
  try {
    return use();
  } catch (error) {
    if (!isQinghaoError(error)) throw error;
    return err(error);
  }
}
