import { type ChemKit, type MoleculeGraph, withMolecule } from "@qinghao/chemistry";
import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import { type MolblockAtoms, readMolblockAtoms } from "./molblock-atoms.ts";

/** One pose of a ligand: its chemistry and where its atoms are. */
export type PoseMolecule = {
  /** What it was read from. */
  readonly molblock: string;
  /** Heavy atoms, in the order of the molblock, and the few hydrogens that carry stereo or an isotope. */
  readonly graph: MoleculeGraph;
  /** 3 x atoms of the graph, Å. */
  readonly positions: Float64Array;
  /** Explicit hydrogens that are not atoms of the graph: the graph atom each sits on, and its place. */
  readonly hydrogenParents: readonly number[];
  readonly hydrogenPositions: Float64Array;
  /** Standard InChI with the stereo that the coordinates show; empty where InChI has none. */
  readonly inchi: string;
  /** Canonical SMILES. */
  readonly smiles: string;
};

/**
 * Reads a pose from a V2000 or V3000 molblock with 3D coordinates; hydrogens may be explicit or not.
 * Errors: those of parsing a structure, `pose.coordinates` where the coordinates cannot be read.
 */
export function readPose(kit: ChemKit, molblock: string): Result<PoseMolecule, QinghaoError> {
  const parsed = withMolecule(kit, molblock, ({ graph, inchi, smiles }) => ({ graph, inchi, smiles }));
  if (!parsed.ok) return parsed;
  const atoms = readMolblockAtoms(molblock);
  const places = atoms === null ? null : placeAtoms(parsed.value.graph, atoms);
  return places === null ? err(dockingErrors.create("pose.coordinates")) : ok({ molblock, ...parsed.value, ...places });
}

type Places = Pick<PoseMolecule, "positions" | "hydrogenParents" | "hydrogenPositions">;

/** Gives the atoms of a graph their places: the graph holds the molblock's atoms in order, most hydrogens left out. */
function placeAtoms(graph: MoleculeGraph, { symbols, positions, bonds }: MolblockAtoms): Places | null {
  const isHydrogen = symbols.map((symbol) => /^[HDT]$/.test(symbol));
  const graphIndex = new Int32Array(symbols.length).fill(-1);
  let next = 0;
  for (let i = 0; i < symbols.length; i++) {
    while (!isHydrogen[i] && next < graph.atomCount && graph.atomicNumber[next] === 1) next++;
    if (isHydrogen[i]) continue;
    graphIndex[i] = next++;
  }
  const heavy = graphIndex.reduce((count, index) => count + (index >= 0 ? 1 : 0), 0);
  if (graph.atomicNumber.reduce((count, z) => count + (z === 1 ? 0 : 1), 0) !== heavy) return null;
  const parents = parentsOf(isHydrogen, bonds);
  const kept = keptHydrogens(graph);
  const hydrogenParents: number[] = [];
  const hydrogenPositions: number[] = [];
  for (let i = 0; i < symbols.length; i++) {
    if (!isHydrogen[i]) continue;
    const parent = parents[i] === -1 ? -1 : graphIndex[parents[i]!]!;
    const inGraph = kept.get(parent)?.shift();
    if (inGraph !== undefined) graphIndex[i] = inGraph;
    else if (parent >= 0) {
      hydrogenParents.push(parent);
      hydrogenPositions.push(...positions.subarray(3 * i, 3 * i + 3));
    }
  }
  const placed = new Float64Array(3 * graph.atomCount);
  graphIndex.forEach((index, i) => {
    if (index >= 0) placed.set(positions.subarray(3 * i, 3 * i + 3), 3 * index);
  });
  return { positions: placed, hydrogenParents, hydrogenPositions: Float64Array.from(hydrogenPositions) };
}

/** The atom that each hydrogen is bound to; -1 for other atoms and lone hydrogens. */
function parentsOf(isHydrogen: readonly boolean[], bonds: readonly number[]): Int32Array {
  const parents = new Int32Array(isHydrogen.length).fill(-1);
  for (let b = 0; b < bonds.length; b += 2) {
    const [i, j] = [bonds[b]!, bonds[b + 1]!];
    if (isHydrogen[i]) parents[i] = j;
    if (isHydrogen[j]) parents[j] = i;
  }
  return parents;
}

/** Hydrogens that stayed atoms of the graph, by the atom they are bound to. */
function keptHydrogens(graph: MoleculeGraph): Map<number, number[]> {
  const kept = new Map<number, number[]>();
  for (let i = 0; i < graph.atomCount; i++) {
    if (graph.atomicNumber[i] !== 1) continue;
    const parent = graph.degree[i] === 0 ? -1 : graph.neighbours[graph.offsets[i]!]!;
    kept.set(parent, [...(kept.get(parent) ?? []), i]);
  }
  return kept;
}

/** Graph indices of the atoms that are no hydrogens. */
export function heavyAtoms({ atomCount, atomicNumber }: MoleculeGraph): number[] {
  return Array.from({ length: atomCount }, (_, i) => i).filter((i) => atomicNumber[i] !== 1);
}
