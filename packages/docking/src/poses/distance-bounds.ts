import type { MoleculeGraph } from "@qinghao/chemistry";
import { vanDerWaalsRadius } from "./atom-radii.ts";
import { idealGeometry, neighboursOf } from "./ideal-geometry.ts";
import { heavyAtoms } from "./pose-molecule.ts";

/** Between which distances two heavy atoms usually are. */
export type PairBound = {
  readonly first: number;
  readonly last: number;
  readonly kind: "bond" | "angle" | "apart";
  /** Å */
  readonly least: number;
  /** Å; infinite for atoms further apart than an angle. */
  readonly most: number;
};

/** Spread of a distance across an angle and across a dihedral, Å. */
const ANGLE_TOLERANCE = 0.04;
const DIHEDRAL_TOLERANCE = 0.06;
/** Share of the sum of van der Waals radii that atoms four and five bonds apart keep. */
const FOUR_BONDS = 0.7;
const FIVE_BONDS = 0.85;

/**
 * Distance-geometry bounds of all pairs of heavy atoms, as PoseBusters uses them (Buttenschoen, Morris & Deane 2024, doi
 * 10.1039/D3SC04185A): bonds from additive radii, angles from the shape of their atom and its rings, atoms three bonds
 * apart no nearer than eclipsed, others no nearer than (part of) the sum of their van der Waals radii. Cost O(atoms²).
 */
export function distanceBounds(graph: MoleculeGraph): PairBound[] {
  const ideal = idealGeometry(graph);
  const atoms = heavyAtoms(graph);
  const paths = atoms.map((atom) => shortestPaths(graph, atom));
  const length = (a: number, b: number): readonly [number, number] => ideal.bondLength(bondBetweenAtoms(graph, a, b));
  const middle = (a: number, b: number): number => {
    const [low, high] = length(a, b);
    return (low + high) / 2;
  };
  const bounds: PairBound[] = [];
  for (const [i, first] of atoms.entries()) {
    const { bonds, before } = paths[i]!;
    for (const last of atoms.slice(0, i)) {
      const apart = bonds[last]!;
      if (apart === 1) {
        const [least, most] = length(first, last);
        bounds.push({ first, last, kind: "bond", least, most });
      } else if (apart === 2) bounds.push(angleBound(first, last, before[last]!));
      else
        bounds.push({
          first,
          last,
          kind: "apart",
          least: apartBound(first, last, apart, before[last]!),
          most: Number.POSITIVE_INFINITY,
        });
    }
  }
  return bounds;

  function angleBound(first: number, last: number, centres: readonly number[]): PairBound {
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (const centre of centres) {
      const angle = ideal.angle(first, centre, last);
      const [low1, high1] = length(first, centre);
      const [low2, high2] = length(centre, last);
      least = Math.min(least, across(low1, low2, angle ?? 75) - ANGLE_TOLERANCE);
      most = Math.max(most, across(high1, high2, angle ?? 180) + ANGLE_TOLERANCE);
    }
    return { first, last, kind: "angle", least, most };
  }

  function apartBound(first: number, last: number, apart: number, before: readonly number[]): number {
    const touching = vanDerWaalsRadius(graph.atomicNumber[first]!) + vanDerWaalsRadius(graph.atomicNumber[last]!);
    if (apart === 4) return FOUR_BONDS * touching;
    if (apart === 5) return FIVE_BONDS * touching;
    if (apart !== 3) return touching;
    let least = touching;
    for (const third of before) {
      for (const second of neighboursOf(graph, third)) {
        if (!neighboursOf(graph, second).includes(first)) continue;
        const eclipsed = eclipsedDistance(
          [middle(first, second), middle(second, third), middle(third, last)],
          [ideal.angle(first, second, third) ?? 90, ideal.angle(second, third, last) ?? 90],
        );
        least = Math.min(least, eclipsed - DIHEDRAL_TOLERANCE);
      }
    }
    return least;
  }
}

/** The side opposite an angle. */
const across = (a: number, b: number, degrees: number): number =>
  Math.sqrt(a * a + b * b - 2 * a * b * Math.cos((degrees * Math.PI) / 180));

/** Distance of the ends of three bonds whose dihedral angle is zero. */
function eclipsedDistance([a, b, c]: [number, number, number], [alpha, beta]: [number, number]): number {
  const [t, u] = [(alpha * Math.PI) / 180, (beta * Math.PI) / 180];
  return Math.hypot(b - a * Math.cos(t) - c * Math.cos(u), a * Math.sin(t) - c * Math.sin(u));
}

/** Bonds from one atom to each other, and the atoms before it on the shortest paths; infinite between fragments. */
function shortestPaths(graph: MoleculeGraph, start: number): { bonds: Float64Array; before: number[][] } {
  const bonds = new Float64Array(graph.atomCount).fill(Number.POSITIVE_INFINITY);
  const before: number[][] = Array.from({ length: graph.atomCount }, () => []);
  bonds[start] = 0;
  const queue = [start];
  for (const atom of queue) {
    for (const next of neighboursOf(graph, atom)) {
      if (bonds[next] === Number.POSITIVE_INFINITY) {
        bonds[next] = bonds[atom]! + 1;
        queue.push(next);
      }
      if (bonds[next] === bonds[atom]! + 1) before[next]!.push(atom);
    }
  }
  return { bonds, before };
}

function bondBetweenAtoms(graph: MoleculeGraph, a: number, b: number): number {
  const k = neighboursOf(graph, a).indexOf(b);
  return graph.neighbourBonds[graph.offsets[a]! + k]!;
}
