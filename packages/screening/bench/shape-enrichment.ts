import { spatialGraph, withMolecule } from "@qinghao/chemistry";
import { generateConformers } from "@qinghao/docking/conformers";
import { createRng } from "@qinghao/kernel";
import {
  benchmarkBits,
  benchmarkFingerprint,
  bitRows,
  type Evaluation,
  evaluateLists,
  fingerprintScores,
  fusedScores,
  type ListScores,
  listsOfPresent,
  meanOf,
} from "../src/evaluation/index.ts";
import { readSmiles } from "../src/evaluation/node/benchmark-folder.ts";
import { readBenchmarkFolder } from "../src/node.ts";
import { bestOverlay } from "../src/shape/overlay.ts";
import { type PlacedShape, placeShape, shapePlan } from "../src/shape/placed-shape.ts";
import type { ShapeTools } from "./shape-overlays.ts";

/** Targets of DUD with at most so many actives. */
const mostActives = 48;
const decoyCount = 250;
const seed = 1;
const conformersEach = 8;
/** Conformers of each query active, the first ones made. */
const queryConformers = 1;
const weights = { shape: 0, "shape+colour": 0.5 } as const;
const methods = ["ecfp4", "shape", "shape+colour", "ecfp4 and shape+colour"] as const;

type Molecules = { ecfp4: Uint32Array[]; conformers: PlacedShape[][] };

function prepare(tools: ShapeTools, smiles: readonly string[]): Molecules & { present: number[] } {
  const made: Molecules & { present: number[] } = { ecfp4: [], conformers: [], present: [] };
  smiles.forEach((text, row) => {
    const read = withMolecule(tools.kit, text, (mol) => ({
      graph: spatialGraph(mol),
      ecfp4: benchmarkFingerprint(mol, "ecfp4"),
    }));
    if (!read.ok || read.value.graph === null) return;
    const { graph, ecfp4 } = read.value;
    const found = generateConformers(tools.conformers, graph, { count: conformersEach, seed: 1 });
    if (!found.ok) return;
    const plan = shapePlan(graph);
    made.conformers.push(found.value.map(({ positions }) => placeShape(plan, positions)));
    made.ecfp4.push(ecfp4);
    made.present.push(row);
  });
  return made;
}

function chosen(smiles: readonly string[]): string[] {
  const rng = createRng(seed);
  const order = [...smiles];
  for (let at = order.length - 1; at > 0; at--) {
    const other = rng.int(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order.slice(0, decoyCount);
}

/** Maximum fusion over the queries of each list, of scores per query. */
function listScores(
  byQuery: ReadonlyMap<number, { actives: Float64Array; decoys: Float64Array }>,
  lists: readonly (readonly number[])[],
): ListScores[] {
  return lists.map((queries) => {
    const of = queries.map((query) => byQuery.get(query)!);
    const greatest = (part: "actives" | "decoys") =>
      of[0]![part].map((_, row) => Math.max(...of.map((one) => one[part][row]!)));
    return { actives: greatest("actives"), decoys: greatest("decoys") };
  });
}

/** The protocol of the ligand-based benchmark on a sample of decoys; yields the report so far after each target. */
export function* measureEnrichment(tools: ShapeTools, folder: string, wanted: readonly string[]) {
  const targets: ({ target: string; actives: number; decoys: number } & Record<string, unknown>)[] = [];
  const all: Record<(typeof methods)[number], Evaluation>[] = [];
  for (const { collection, target, lists, activesFile, decoysFile } of readBenchmarkFolder(folder)) {
    const actives = readSmiles(activesFile);
    const isWanted = wanted.length > 0 ? wanted.includes(target) : actives.length <= mostActives;
    if (collection !== "DUD" || !isWanted) continue;
    const started = process.cpuUsage();
    const known = prepare(tools, actives);
    const decoys = prepare(tools, chosen(readSmiles(decoysFile)));
    const queries = listsOfPresent(lists, known.present);
    const words = benchmarkBits / 32;
    const rows = ({ ecfp4 }: Molecules) => bitRows(Uint32Array.from(ecfp4.flatMap((one) => [...one])), words);
    const scores = new Map<string, ListScores[]>();
    scores.set("ecfp4", fingerprintScores({ actives: rows(known), decoys: rows(decoys) }, queries));
    for (const [name, colourWeight] of Object.entries(weights)) {
      const byQuery = new Map<number, { actives: Float64Array; decoys: Float64Array }>();
      for (const query of new Set(queries.flat())) {
        const of = known.conformers[query]!.slice(0, queryConformers);
        const score = ({ conformers }: Molecules) =>
          Float64Array.from(conformers, (molecule) => bestOverlay(tools.shapes, of, molecule, { colourWeight }).score);
        byQuery.set(query, { actives: score(known), decoys: score(decoys) });
      }
      scores.set(name, listScores(byQuery, queries));
    }
    scores.set("ecfp4 and shape+colour", fusedScores([scores.get("ecfp4")!, scores.get("shape+colour")!]));
    const results = Object.fromEntries(methods.map((name) => [name, evaluateLists(scores.get(name)!, queries)]));
    all.push(results as Record<(typeof methods)[number], Evaluation>);
    const { user, system } = process.cpuUsage(started);
    const cpuSeconds = (user + system) / 1e6;
    const counts = { actives: known.present.length, decoys: decoys.present.length };
    targets.push({ target, ...counts, cpuSeconds, results });
    console.log(
      target,
      counts,
      cpuSeconds,
      methods
        .map(
          (name) =>
            `${name} ${results[name]!.auc.toFixed(3)}/${results[name]!.ef1.toFixed(1)}/${results[name]!.bedroc20.toFixed(3)}`,
        )
        .join("  "),
    );
    const means = Object.fromEntries(methods.map((name) => [name, meanOf(all.map((one) => one[name]))]));
    yield { decoysSampled: decoyCount, seed, conformersEach, queryConformers, means, targets };
  }
}
