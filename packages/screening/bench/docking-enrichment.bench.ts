// Enrichment by docking, by similarity, by both together and by nearest neighbours, on DUD-E's DEF (all 5,798 ligands) and on DOCKSTRING
// receptors with DUD ligands (at most 100 actives and 900 decoys, by seed). Ligands without a kept score are docked first, on one
// thread; that can be interrupted and taken up again. Names of targets after the script take these only.
import { fileURLToPath } from "node:url";
import type { MolView } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { createRng } from "@qinghao/kernel";
import { writeBenchReport } from "@qinghao/testing";
import {
  type BitRows,
  benchmarkBits,
  benchmarkFingerprint,
  bitRows,
  bootstrapLists,
  evaluateLists,
  fingerprintScores,
  fusedScores,
  type ListScores,
  neighbourScores,
  type QueryLists,
  type TargetRows,
} from "../src/evaluation/index.ts";
import {
  dockAgain,
  dockingSettings,
  dockScreen,
  pH,
  readScores,
  type ScoredLigand,
} from "./docking-enrichment.dock.ts";
import { ofParents } from "./docking-enrichment.molecules.ts";
import { dockstringTargets, hasScreens, readScreen, type Screen } from "./docking-enrichment.screens.ts";

const queriesPerList = 5;
const repetitions = 20;
const neighbours = 5;
const seed = 1;
const benchmarkWords = benchmarkBits / 32;

if (!hasScreens()) {
  console.log("skipped: ../shared/datasets is not here");
  process.exit(0);
}

const conditions =
  "20 lists of 5 query actives by seed; of each list the queries and a fifth of the decoys are known, the same for every method, and " +
  "not ranked. docking: score at the least effort, one form and one conformer per ligand; failed ligands last. similarity: greatest " +
  "Tanimoto of ECFP4 to a query. consensus: mean of both, each standardised by the known decoys; no weight is fitted. neighbours: " +
  "votes of the 5 nearest known molecules. Intervals: 95 %, bootstrap over actives and decoys, 1,000 draws.";
const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const names = ["DEF", ...dockstringTargets].filter((name) => wanted.length === 0 || wanted.includes(name));
const kit = await loadChemKit();
const targets = [];
for (const name of names) {
  const screen = readScreen(name);
  await dockScreen(screen);
  const dockedAgain = await dockAgain(screen, 50);
  const result = evaluateScreen(screen, readScores(name));
  targets.push({ ...result, dockedAgain });
  console.log(name, dockedAgain);
  console.table(result.methods.map(({ method, ...measures }) => ({ method, ...mapValues(measures, written) })));
  const settings = { dockingSettings, pH, queriesPerList, repetitions, neighbours, seed };
  writeBenchReport(here, { conditions, settings, targets }, "docking-enrichment");
}

function evaluateScreen({ name, ligands }: Screen, scores: ReadonlyMap<string, ScoredLigand>) {
  const actives = ligands.filter(({ isActive }) => isActive);
  const decoys = ligands.filter(({ isActive }) => !isActive);
  const bits = (mol: MolView) => benchmarkFingerprint(mol, "ecfp4");
  const rows: TargetRows = {
    actives: packed(ofParents(kit, actives, bits)),
    decoys: packed(ofParents(kit, decoys, bits)),
  };
  const lists = queryLists(actives.length);
  const worst = Math.max(...Array.from(scores.values(), ({ score }) => score ?? Number.NEGATIVE_INFINITY));
  const docked = ({ id }: { readonly id: string }) => -(scores.get(id)?.score ?? worst + 1);
  const docking: ListScores = {
    actives: Float64Array.from(actives, docked),
    decoys: Float64Array.from(decoys, docked),
  };
  const dockingLists = lists.map(() => docking);
  const similarity = fingerprintScores(rows, lists);
  const methods = {
    docking: dockingLists,
    similarity,
    consensus: fusedScores([dockingLists, similarity]),
    neighbours: neighbourScores(rows, lists, neighbours),
  };
  return {
    target: name,
    actives: actives.length,
    decoys: decoys.length,
    failures: [...scores.values()].filter(({ score }) => score === null).map(({ id, reason }) => ({ id, reason })),
    methods: Object.entries(methods).map(([method, of]) => ({ method, ...measured(of, lists) })),
  };
}

function measured(scores: readonly ListScores[], lists: QueryLists) {
  const value = evaluateLists(scores, lists);
  const { low, high } = bootstrapLists(scores, lists, { seed });
  return mapValues(value, (mean, measure) => ({ mean, low: low[measure], high: high[measure] }));
}

/** Rows of the query actives of each list, drawn without replacement within a list. */
function queryLists(actives: number): number[][] {
  const rng = createRng(seed);
  const rows = Array.from({ length: actives }, (_, row) => row);
  return Array.from({ length: repetitions }, () => rng.shuffle([...rows]).slice(0, queriesPerList));
}

function packed(fingerprints: readonly Uint32Array[]): BitRows {
  const words = new Uint32Array(fingerprints.length * benchmarkWords);
  fingerprints.forEach((fingerprint, row) => {
    words.set(fingerprint, row * benchmarkWords);
  });
  return bitRows(words, benchmarkWords);
}

function mapValues<Key extends string, T, U>(values: Readonly<Record<Key, T>>, change: (value: T, key: Key) => U) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, change(value as T, key as Key)]),
  ) as Record<Key, U>;
}

function written({ mean, low, high }: { readonly mean: number; readonly low: number; readonly high: number }): string {
  const digits = (value: number) => value.toFixed(value < 10 ? 3 : 1);
  return `${digits(mean)} (${digits(low)} to ${digits(high)})`;
}
