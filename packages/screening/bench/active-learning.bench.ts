// Active learning on scores that are known already: how much of the best 1 % is found, against the share of the ligands that had to
// be docked. DUD-E's DEF with the scores of the bench docking-enrichment, which has to have run before. The surrogate's settings
// were chosen on the DOCKSTRING targets of that bench; DEF had no part in it. Names of targets after the script take these.
import { fileURLToPath } from "node:url";
import { loadChemKit } from "@qinghao/chemistry/node";
import { createRng } from "@qinghao/kernel";
import { writeBenchReport } from "@qinghao/testing";
import {
  chosenAfter,
  divideShare,
  type LigandFeatures,
  ligandFeatures,
  nextBatch,
  surrogateDefaults,
} from "../src/active-learning/index.ts";
import { benchmarkBits, benchmarkFingerprint, bitRows, tanimotoToAll } from "../src/evaluation/index.ts";
import { dockingSettings, readScores } from "./docking-enrichment.dock.ts";
import { ofParents } from "./docking-enrichment.molecules.ts";
import { hasScreens, readScreen } from "./docking-enrichment.screens.ts";

/** Shares of the ligands. */
const first = 0.02;
const step = 0.01;
const last = 0.3;
const best = 0.01;
const seeds = [1, 2, 3, 4, 5];
/** What a stage of a campaign may be told: the share, in batches of equal size. */
const stages = [0.1, 0.2].flatMap((fraction) => [2, 5, 10, 20].map((batches) => ({ fraction, batches })));

/** Ligands of one target; scores in kcal/mol, null where docking failed. */
interface Library {
  readonly features: readonly LigandFeatures[];
  readonly bits: ReturnType<typeof bitRows>;
  readonly scores: readonly (number | null)[];
}

type Known = ReadonlyMap<number, number | null>;
type Strategy = (library: Library, known: Known, size: number, seed: number) => number[];

const strategies: Readonly<Record<string, Strategy>> = {
  surrogate: ({ features }, known, size, seed) => nextBatch(features, known, { size, better: "lower", seed }),
  similarity: mostSimilar,
  heaviest: ({ features }, known, size) => {
    const molarMass = (index: number) => features[index]!.properties[0]!;
    const open = [...features.keys()].filter((index) => !known.has(index));
    return open.sort((a, b) => molarMass(b) - molarMass(a) || a - b).slice(0, size);
  },
  random: ({ features }, known, size, seed) => drawn(features.length, known, size, seed),
};

if (!hasScreens()) {
  console.log("skipped: ../shared/datasets is not here");
  process.exit(0);
}

const wanted = process.argv.slice(2);
const targets = [];
for (const name of wanted.length === 0 ? ["DEF"] : wanted) {
  const library = await readLibrary(name);
  if (library === null) continue;
  const results = Object.entries(strategies).map(([strategy, next]) => {
    const started = process.cpuUsage();
    const curves = seeds.map((seed) => curveOf(library, next, seed));
    const { user, system } = process.cpuUsage(started);
    const curve = curves[0]!.map(({ docked }, place) => ({ docked, ...spreadOf(curves.map((c) => c[place]!.found)) }));
    return { strategy, cpuSecondsPerCampaign: Math.round((user + system) / 1e6 / seeds.length), curve };
  });
  for (const { strategy, curve, cpuSecondsPerCampaign } of results) {
    const shown = curve.filter(({ docked }) =>
      [0.05, 0.1, 0.2, 0.3].some((share) => Math.abs(docked - share) < step / 2),
    );
    console.log(name, strategy, `${cpuSecondsPerCampaign} s`);
    console.table(shown);
  }
  const campaigns = stages.map((stage) => ({
    ...stage,
    ...spreadOf(seeds.map((seed) => foundBy(library, stage, seed))),
  }));
  console.table(campaigns);
  targets.push({ target: name, ligands: library.scores.length, results, campaigns });
}
const settings = { first, step, best, seeds, surrogate: surrogateDefaults, acquisition: "greedy", dockingSettings };
if (targets.length > 0)
  writeBenchReport(fileURLToPath(new URL(".", import.meta.url)), { settings, targets }, "active-learning");
else process.exitCode = 1;

async function readLibrary(name: string): Promise<Library | null> {
  const { ligands } = readScreen(name);
  const scores = readScores(name);
  if (scores.size < ligands.length) {
    console.log(
      `${name} is left out: ${scores.size} of ${ligands.length} docked; run the bench docking-enrichment before.`,
    );
    return null;
  }
  const kit = await loadChemKit();
  const read = ofParents(kit, ligands, (mol) => ({
    features: ligandFeatures(mol),
    bits: benchmarkFingerprint(mol, "ecfp4"),
  }));
  const words = new Uint32Array((read.length * benchmarkBits) / 32);
  read.forEach(({ bits }, row) => {
    words.set(bits, (row * benchmarkBits) / 32);
  });
  return {
    features: read.map(({ features }) => features),
    bits: bitRows(words, benchmarkBits / 32),
    scores: ligands.map(({ id }) => scores.get(id)!.score),
  };
}

/** One campaign from the first batch to the last: the share of the best that is found, by the share that is docked. */
function curveOf(library: Library, next: Strategy, seed: number): { docked: number; found: number }[] {
  const rows = library.scores.length;
  const top = topOf(library.scores);
  const known = new Map<number, number | null>();
  const curve = [];
  for (let batch = 0; first + batch * step <= last + 1e-9; batch++) {
    const docked = first + batch * step;
    const size = Math.round(docked * rows) - known.size;
    const chosen = known.size === 0 ? drawn(rows, known, size, seed) : next(library, known, size, seed);
    for (const index of chosen) known.set(index, library.scores[index]!);
    curve.push({ docked: round(docked), found: top.filter((index) => known.has(index)).length / top.length });
  }
  return curve;
}

/** The share of the best that a stage of a campaign finds. */
function foundBy({ features, scores }: Library, stage: (typeof stages)[number], seed: number): number {
  const share = divideShare(scores.length, stage);
  const known = new Map<number, number | null>();
  for (let batch = 0; batch < share.batches; batch++) {
    const size = chosenAfter(share, batch) - known.size;
    for (const index of nextBatch(features, known, { size, better: "lower", surrogate: { seed }, seed }))
      known.set(index, scores[index]!);
  }
  const top = topOf(scores);
  return top.filter((index) => known.has(index)).length / top.length;
}

/** Indices of the best 1 %. */
function topOf(scores: readonly (number | null)[]): number[] {
  const value = (index: number) => scores[index] ?? Number.POSITIVE_INFINITY;
  const order = [...scores.keys()].sort((a, b) => value(a) - value(b));
  return order.slice(0, Math.round(best * scores.length));
}

function drawn(rows: number, known: Known, size: number, seed: number): number[] {
  const order = createRng(seed).shuffle(Array.from({ length: rows }, (_, index) => index));
  return order.filter((index) => !known.has(index)).slice(0, size);
}

/** Nearest to one of the best 1 % (of all) that are known so far. */
function mostSimilar({ bits, scores }: Library, known: Known, size: number): number[] {
  const found = topOf(scores.map((score, index) => (known.has(index) ? score : null)));
  const nearest = new Float64Array(scores.length);
  for (const row of found) {
    const similarities = tanimotoToAll(bits, row, bits);
    for (let other = 0; other < nearest.length; other++)
      nearest[other] = Math.max(nearest[other]!, similarities[other]!);
  }
  return [...scores.keys()]
    .filter((index) => !known.has(index))
    .sort((a, b) => nearest[b]! - nearest[a]! || a - b)
    .slice(0, size);
}

function spreadOf(found: readonly number[]) {
  return {
    found: round(found.reduce((sum, share) => sum + share, 0) / found.length),
    least: round(Math.min(...found)),
    most: round(Math.max(...found)),
  };
}

function round(value: number): number {
  return Math.round(1000 * value) / 1000;
}
