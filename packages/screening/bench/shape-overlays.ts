import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { type ChemKit, type SpatialGraph, spatialGraph, withMolecule } from "@qinghao/chemistry";
import { type ConformerKernel, conformerRecord, generateConformers } from "@qinghao/docking/conformers";
import { applyTransform, bestOverlay, type Overlay } from "../src/shape/overlay.ts";
import { type PlacedShape, placeShape, shapePlan } from "../src/shape/placed-shape.ts";
import type { ShapeKernel } from "../src/shape/shape-kernel.ts";

export type ShapeTools = { kit: ChemKit; conformers: ConformerKernel; shapes: ShapeKernel };

const moleculeCount = 200;
const queryCount = 10;
const repeats = 3;

type Molecule = { graph: SpatialGraph; positions: Float64Array };
type Peer = {
  release: string;
  overlaysPerCpuSecond: number;
  preparedPerCpuSecond: number;
  own: number[];
  other: number[];
};

/** Molecules spread evenly over a library. */
export function librarySmiles(file: string, count: number): string[] {
  const lines = gunzipSync(readFileSync(file)).toString().trim().split("\n").slice(1);
  const step = Math.floor(lines.length / count);
  return Array.from({ length: count }, (_, at) => lines[at * step + 7]!.split("\t")[0]!);
}

/** Molecules of the library, one conformer each. */
function sample({ kit, conformers }: ShapeTools, datasets: string): Molecule[] {
  const smiles = librarySmiles(path.join(datasets, "libraries/screening_library.tsv.gz"), moleculeCount);
  return smiles.flatMap((text) => {
    const parsed = withMolecule(kit, text, spatialGraph);
    if (!parsed.ok || parsed.value === null) return [];
    const made = generateConformers(conformers, parsed.value, { count: 1, seed: 1 });
    return made.ok ? [{ graph: parsed.value, positions: made.value[0]!.positions }] : [];
  });
}

const record = ({ graph, positions }: Molecule) => conformerRecord(graph, positions, "", {});

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Each molecule laid over each query by shape alone, here and by RDKit. */
export function measureOverlays(tools: ShapeTools, datasets: string, python: string) {
  const molecules = sample(tools, datasets);
  const queries = molecules.slice(0, queryCount);
  const plans = molecules.map(({ graph }) => shapePlan(graph));
  let placed: PlacedShape[] = [];
  const overlays: Overlay[] = [];
  const placing: number[] = [];
  const laying: number[] = [];
  // Once more than counted: the first compiles.
  for (let repeat = 0; repeat <= repeats; repeat++) {
    overlays.length = 0;
    const place = cpuSeconds(() => {
      placed = molecules.map(({ positions }, at) => placeShape(plans[at]!, positions));
    });
    const lay = cpuSeconds(() => {
      for (const query of placed.slice(0, queryCount)) {
        for (const molecule of placed) {
          overlays.push(bestOverlay(tools.shapes, [query], [molecule], { colourWeight: 0 }));
        }
      }
    });
    if (repeat === 0) continue;
    placing.push(molecules.length / place);
    laying.push(overlays.length / lay);
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const ours = {
    overlaysPerCpuSecond: median(laying),
    preparedPerCpuSecond: median(placing),
    meanShape: mean(overlays.map(({ shape }) => shape)),
  };
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-shape-"));
  try {
    const files = ["queries", "molecules", "overlays"].map((name) => path.join(folder, `${name}.sdf`));
    writeFileSync(files[0]!, queries.map(record).join(""));
    writeFileSync(files[1]!, molecules.map(record).join(""));
    const laid = overlays.map(({ transform }, at) => {
      const { graph, positions } = molecules[at % molecules.length]!;
      return record({ graph, positions: applyTransform(transform, positions) });
    });
    writeFileSync(files[2]!, laid.join(""));
    const peer = runPeer(python, files);
    const counts = { molecules: molecules.length, queries: queries.length, pairs: overlays.length };
    if (peer === null) return { ...counts, ours, rdkit: { skipped: `${python} has no rdkit` } };
    const gains = peer.own.map((own, at) => peer.other[at]! - own);
    const result = {
      ...counts,
      ours: { ...ours, meanShapeByRdkit: mean(peer.other) },
      rdkit: {
        release: peer.release,
        overlaysPerCpuSecond: peer.overlaysPerCpuSecond,
        preparedPerCpuSecond: peer.preparedPerCpuSecond,
        meanShapeByRdkit: mean(peer.own),
      },
      better: gains.filter((gain) => gain > 0.01).length,
      worse: gains.filter((gain) => gain < -0.01).length,
      greatestLoss: -Math.min(...gains),
    };
    console.log(result);
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runPeer(python: string, files: readonly string[]): Peer | null {
  const program = path.join(fileURLToPath(new URL(".", import.meta.url)), "shape_peer.py");
  try {
    const out = execFileSync(python, [program, ...files], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(out.trim().split("\n").at(-1)!) as Peer;
  } catch {
    return null;
  }
}
