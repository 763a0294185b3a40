import type { MoleculeGraph } from "@qinghao/chemistry";
import { bestPlane } from "../best-plane.ts";
import { neighboursOf } from "../ideal-geometry.ts";
import type { PoseMolecule } from "../pose-molecule.ts";
import { pointAt, type Vector } from "../vectors.ts";
import { atLeast, atMost, type CheckOutcome, type PoseCheck } from "./check.ts";

/** Largest distance of an atom from the plane of its ring or double bond, Å; and the least of a ring that is no plane. */
const FLAT_LIMIT = 0.25;
const PUCKER_LIMIT = 0.05;

/** Aromatic rings of five and six atoms are flat. */
export const aromaticRings: PoseCheck = {
  id: "aromatic_ring_flatness",
  needs: "pose",
  unit: "Å",
  run: ({ pose }) =>
    flat(
      pose,
      pose.graph.rings.filter((ring) => isAromatic(pose.graph, ring)),
    ),
};

/** Six-membered rings of single bonds, or with one or two double bonds where that bends them, are not flat. */
export const puckeredRings: PoseCheck = {
  id: "non_aromatic_ring_non_flatness",
  needs: "pose",
  unit: "Å",
  run: ({ pose }) => {
    const rings = pose.graph.rings.filter((ring) => isPuckered(pose.graph, ring));
    if (rings.length === 0) return { passes: true, value: null };
    return atLeast(PUCKER_LIMIT, Math.min(...rings.map((ring) => deviation(pose, ring))));
  },
};

/** The atoms around a carbon-carbon double bond outside aromatic rings lie in a plane. */
export const doubleBonds: PoseCheck = {
  id: "double_bond_flatness",
  needs: "pose",
  unit: "Å",
  run: ({ pose }) => {
    const groups = doubleBondsOf(pose).filter((points) => points.length >= 4);
    if (groups.length === 0) return { passes: true, value: null };
    return atMost(FLAT_LIMIT, Math.max(...groups.map((points) => bestPlane(points).deviation)));
  },
};

function flat(pose: PoseMolecule, rings: readonly (readonly number[])[]): CheckOutcome {
  if (rings.length === 0) return { passes: true, value: null };
  return atMost(FLAT_LIMIT, Math.max(...rings.map((ring) => deviation(pose, ring))));
}

const deviation = ({ positions }: PoseMolecule, atoms: readonly number[]): number =>
  bestPlane(atoms.map((atom) => pointAt(positions, atom))).deviation;

function isAromatic({ aromatic }: MoleculeGraph, ring: readonly number[]): boolean {
  return (ring.length === 5 || ring.length === 6) && ring.every((atom) => aromatic[atom] === 1);
}

/**
 * Where double bonds may be in a six-membered ring that still bends: bond `i` lies between places `i` and `i + 1`; at
 * `hetero` oxygen, sulfur and nitrogen are allowed as well as carbon. The rings that PoseBusters 0.6 checks.
 */
const puckeredPatterns: readonly { readonly doubles: readonly number[]; readonly hetero: readonly number[] }[] = [
  { doubles: [5], hetero: [0, 1, 2, 3, 4, 5] },
  { doubles: [5, 2], hetero: [2, 3] },
  { doubles: [5, 2], hetero: [4] },
  { doubles: [5, 3], hetero: [3, 4] },
  { doubles: [5, 3], hetero: [2] },
];

function isPuckered(graph: MoleculeGraph, ring: readonly number[]): boolean {
  const { aromatic, atomicNumber, atomRings } = graph;
  if (ring.length !== 6) return false;
  if (!ring.every((atom) => aromatic[atom] === 0 && atomRings[atom] === 1)) return false;
  if (!ring.every((atom) => [6, 7, 8, 16].includes(atomicNumber[atom]!))) return false;
  return turnsOf(ring).some((turned) =>
    puckeredPatterns.some(
      ({ doubles, hetero }) =>
        turned.every((atom, i) => atomicNumber[atom] === 6 || hetero.includes(i)) &&
        turned.every((atom, i) => doubles.includes(i) || kekuleOrderBetween(graph, atom, turned[(i + 1) % 6]!) === 1),
    ),
  );
}

/** A ring read from each of its atoms in both directions. */
function turnsOf(ring: readonly number[]): number[][] {
  const both = [ring, ring.toReversed()];
  return both.flatMap((way) => way.map((_, start) => way.map((_atom, i) => way[(start + i) % way.length]!)));
}

function kekuleOrderBetween(graph: MoleculeGraph, a: number, b: number): number {
  const k = neighboursOf(graph, a).indexOf(b);
  return graph.kekuleOrder[graph.neighbourBonds[graph.offsets[a]! + k]!]!;
}

/** Places of the atoms on and next to each C=C, hydrogens that are there included. */
function doubleBondsOf({ graph, positions, hydrogenParents, hydrogenPositions }: PoseMolecule): Vector[][] {
  const groups: Vector[][] = [];
  const isFlatCarbon = (atom: number) =>
    graph.atomicNumber[atom] === 6 && graph.degree[atom]! + graph.implicitH[atom]! === 3 && graph.aromatic[atom] === 0;
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const ends = [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!];
    if (graph.bondOrder[bond] !== 2 || !ends.every(isFlatCarbon)) continue;
    const atoms = new Set(ends.flatMap((end) => [end, ...neighboursOf(graph, end)]));
    const hydrogens = hydrogenParents.flatMap((parent, i) =>
      ends.includes(parent) ? [pointAt(hydrogenPositions, i)] : [],
    );
    groups.push([...[...atoms].map((atom) => pointAt(positions, atom)), ...hydrogens]);
  }
  return groups;
}
