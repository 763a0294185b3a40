import type { DockingReceptor, ReceptorAtom } from "../model.ts";
import { covalentRadius } from "./atom-radii.ts";
import { NearPoints } from "./near-points.ts";
import { type SurroundingKind, surroundingKind } from "./residue-names.ts";
import { pointAt } from "./vectors.ts";

/** What is around a ligand: a receptor with its atoms sorted, connected and found by place. */
export type Surroundings = {
  readonly elements: ArrayLike<number>;
  /** 3 x atoms, Å */
  readonly positions: Float64Array;
  readonly labels: readonly ReceptorAtom[];
  readonly kinds: readonly SurroundingKind[];
  /** Heavy atoms bound to each atom, by distance. */
  readonly heavyNeighbours: readonly (readonly number[])[];
  /** Hydrogens on each heavy atom. */
  readonly hydrogens: readonly (readonly number[])[];
  /** Whether the receptor comes with (polar) hydrogens; where not, they are thought to be where they are best. */
  readonly hasHydrogens: boolean;
  readonly heavy: NearPoints;
};

/** Bonds are this much longer than the sum of covalent radii at most, Å. */
const BOND_SLACK = 0.4;
const CUBE = 6;

/** Sorts and connects the atoms of a receptor, once for many poses. */
export function openSurroundings(receptor: Pick<DockingReceptor, "elements" | "positions" | "labels">): Surroundings {
  const { elements, positions, labels } = receptor;
  const kinds = labels.map(({ residue }, i) => surroundingKind(residue, elements[i]!));
  const heavyIndices = [...labels.keys()].filter((i) => elements[i] !== 1);
  const heavy = new NearPoints(positions, heavyIndices, CUBE);
  const heavyNeighbours: number[][] = labels.map(() => []);
  const hydrogens: number[][] = labels.map(() => []);
  for (const atom of labels.keys()) {
    const here = pointAt(positions, atom);
    const isHydrogen = elements[atom] === 1;
    const reach = isHydrogen ? 1.5 : 2.6;
    const bound = heavy
      .within(here, reach)
      .filter((other) => other !== atom && (kinds[atom] !== "water" || isHydrogen))
      .map((other) => ({ other, apart: apartOf(positions, atom, other) }))
      .filter(
        ({ other, apart }) => apart <= covalentRadius(elements[atom]!) + covalentRadius(elements[other]!) + BOND_SLACK,
      )
      .sort((a, b) => a.apart - b.apart);
    if (!isHydrogen) heavyNeighbours[atom] = bound.map(({ other }) => other);
    else if (bound[0] !== undefined) hydrogens[bound[0].other]!.push(atom);
  }
  const hasHydrogens = hydrogens.some((on) => on.length > 0);
  return { elements, positions, labels, kinds, heavyNeighbours, hydrogens, hasHydrogens, heavy };
}

function apartOf(positions: ArrayLike<number>, a: number, b: number): number {
  return Math.hypot(
    positions[3 * a]! - positions[3 * b]!,
    positions[3 * a + 1]! - positions[3 * b + 1]!,
    positions[3 * a + 2]! - positions[3 * b + 2]!,
  );
}
