// Energies of every shared complex as it is, by the functions here (Vina's and Vinardo) and by AutoDock Vina 1.2.7, in
// one run. Ligands
// given as SDF are prepared here and, for Vina, by Meeko 0.8.0; receptors given as PDB are prepared here for both.
// Writes bench/scoring.results.json. The peers need a Python with vina, meeko and rdkit: `QINGHAO_PYTHON`, else python3.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { writeBenchReport } from "@qinghao/testing";
import { readPdb, readPdbqtLigands, readPdbqtReceptor, writePdbqtReceptor } from "../src/formats/index.ts";
import { type DockingLigand, type DockingReceptor, notScored } from "../src/model.ts";
import { prepareLigand, prepareReceptor } from "../src/prepare/index.ts";
import { createScorer, type PoseScore, vinardo } from "../src/scoring/index.ts";
import { hasDockingData, type SharedSystem, sharedSystems } from "./shared-complexes.ts";

if (!hasDockingData()) {
  console.log("skipped: the shared docking data is absent");
  process.exit(0);
}
const kit = await loadChemKit();
const python = process.env.QINGHAO_PYTHON ?? "python3";

type Answer = { id: string; version: string; error?: string } & Partial<PoseScore & { pdbqt: string }>;

/** Runs a peer on JSON lines and returns its answers by id. */
function askPeer(script: string, tasks: readonly object[]): Map<string, Answer> {
  const input = tasks.map((task) => JSON.stringify(task)).join("\n");
  const run = spawnSync(python, [path.join(import.meta.dirname, "../peer", script)], { input, maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw new Error(`${script}: ${run.stderr.toString().slice(-500)}`);
  const lines = run.stdout.toString().trim().split("\n");
  return new Map(lines.map((line) => JSON.parse(line) as Answer).map((answer) => [answer.id, answer]));
}

function openReceptor({ receptor, id }: SharedSystem): { receptor: DockingReceptor; pdbqt: string } {
  if (receptor.format === "pdbqt") {
    return { receptor: unwrap(readPdbqtReceptor(receptor.text, id)), pdbqt: receptor.text };
  }
  const prepared = unwrap(prepareReceptor(unwrap(readPdb(receptor.text, id)))).receptor;
  return { receptor: prepared, pdbqt: writePdbqtReceptor(prepared) };
}

/** Counts the ligands whose kinds and rotatable bonds are those of Meeko's file. */
function compareWithMeeko(ours: DockingLigand, theirs: DockingLigand): void {
  const kinds = ({ kinds: all }: DockingLigand): string =>
    [...all]
      .filter((kind) => kind !== notScored)
      .sort()
      .join();
  preparation.ligands++;
  if (kinds(ours) === kinds(theirs)) preparation.sameKinds++;
  if (ours.torsions === theirs.torsions) preparation.sameTorsions++;
}

/** Places as a PDBQT file holds them, with three decimals: what Vina is given. */
const asWritten = (positions: Float64Array): Float64Array => positions.map((value) => Number(value.toFixed(3)));

const systems = [...sharedSystems()];
const meeko = askPeer(
  "meeko_ligand.py",
  systems.flatMap((system) =>
    system.ligands
      .filter(({ format }) => format === "sdf")
      .map(({ id, text }) => ({ id: `${system.id}/${id}`, molblock: text })),
  ),
);

const complexes: {
  set: string;
  id: string;
  ligand: DockingLigand;
  ours: PoseScore;
  exact: PoseScore;
  other: PoseScore;
}[] = [];
const tasks: { receptor: string; ligands: { id: string; pdbqt: string }[] }[] = [];
const preparation = { ligands: 0, sameKinds: 0, sameTorsions: 0 };
const failures: { id: string; reason: string }[] = [];
let scoredAtoms = 0;
let milliseconds = 0;
for (const system of systems) {
  const { receptor, pdbqt } = openReceptor(system);
  const scorer = createScorer(receptor, "vina");
  const exactScorer = createScorer(receptor);
  const otherScorer = createScorer(receptor, "vina", vinardo);
  const task: (typeof tasks)[number] = { receptor: pdbqt, ligands: [] };
  for (const { id: ligandId, format, text } of system.ligands) {
    const id = `${system.id}/${ligandId}`;
    const theirs = format === "pdbqt" ? text : meeko.get(id)?.pdbqt;
    if (theirs === undefined) {
      failures.push({ id, reason: meeko.get(id)?.error ?? "not prepared by Meeko" });
      continue;
    }
    const ligand =
      format === "pdbqt" ? unwrap(readPdbqtLigands(text, id))[0]! : unwrap(prepareLigand(kit, text, id)).ligand;
    if (format === "sdf") compareWithMeeko(ligand, unwrap(readPdbqtLigands(theirs, id))[0]!);
    const started = performance.now();
    const ours = scorer.score(ligand, asWritten(ligand.positions));
    milliseconds += performance.now() - started;
    scoredAtoms += ligand.atoms;
    complexes.push({
      set: system.set,
      id,
      ligand,
      ours,
      exact: exactScorer.score(ligand, asWritten(ligand.positions)),
      other: otherScorer.score(ligand, asWritten(ligand.positions)),
    });
    task.ligands.push({ id, pdbqt: theirs });
  }
  if (task.ligands.length > 0) tasks.push(task);
}

const scoredBy = (name: string) =>
  askPeer(
    "vina_score.py",
    tasks.map((task) => ({ function: name, ...task })),
  );
const vina = scoredBy("vina");
const vinardoPeer = scoredBy("vinardo");
const rows = complexes.flatMap(({ set, id, ligand, ours, exact, other }) => {
  const theirs = vina.get(id);
  const otherTotal = vinardoPeer.get(id)?.total;
  if (theirs?.total === undefined || otherTotal === undefined) {
    failures.push({ id, reason: theirs?.error ?? "not scored by Vina" });
    return [];
  }
  const round = (value: number): number => Number(value.toFixed(4));
  return {
    set,
    id,
    torsions: ligand.torsions,
    total: round(ours.total),
    vina: theirs.total,
    difference: round(ours.total - theirs.total),
    vinardoDifference: round(other.total - otherTotal),
    exactDifference: round(exact.total - theirs.total),
    intermolecularDifference: round(ours.intermolecular - theirs.intermolecular!),
    intramolecularDifference: round(ours.intramolecular - theirs.intramolecular!),
  };
});

const sets = [...new Set(rows.map(({ set }) => set))].map((set) => {
  const own = rows.filter((row) => row.set === set);
  const worst = (pick: (row: (typeof rows)[number]) => number): number =>
    Math.max(...own.map((row) => Math.abs(pick(row))));
  return {
    set,
    complexes: own.length,
    within: own.filter(({ difference }) => Math.abs(difference) <= 0.02).length,
    worstTotal: worst(({ difference }) => difference),
    vinardoWithin: own.filter(({ vinardoDifference }) => Math.abs(vinardoDifference) <= 0.02).length,
    worstVinardo: worst(({ vinardoDifference }) => vinardoDifference),
    worstExact: worst(({ exactDifference }) => exactDifference),
    worstIntermolecular: worst((row) => row.intermolecularDifference),
    worstIntramolecular: worst((row) => row.intramolecularDifference),
  };
});
for (const { set, complexes: count, within, worstTotal, worstExact, worstIntermolecular, ...own } of sets) {
  console.log(
    `${set.padEnd(26)} ${within}/${count} within 0.02 kcal/mol; worst total ${worstTotal.toFixed(4)}, intermolecular ${worstIntermolecular.toFixed(4)}; without its tables ${worstExact.toFixed(4)}; Vinardo ${own.vinardoWithin}/${count}, worst ${own.worstVinardo.toFixed(4)}`,
  );
}
for (const { id, reason } of failures) console.log(`not compared: ${id}: ${reason}`);
console.log(
  `${(milliseconds / complexes.length).toFixed(2)} ms per pose here (${Math.round(scoredAtoms / complexes.length)} atoms)`,
);
console.log(
  `${preparation.ligands} ligands prepared as by Meeko: ${preparation.sameKinds} with equal kinds, ${preparation.sameTorsions} with equal torsions`,
);
const peers = { vina: [...vina.values()][0]?.version, meeko: [...meeko.values()][0]?.version };
writeBenchReport(import.meta.dirname, { peers, unit: "kcal/mol", preparation, sets, failures, rows }, "scoring");
