import { cross, dot, lengthOf, minus, plus, times, unit, type Vector } from "../../poses/vectors.ts";

/** How the bonds of an atom are arranged. */
export type BondShape = "linear" | "planar" | "tetrahedral";

/** An atom that lacks hydrogens. */
export interface BareAtom {
  readonly at: Vector;
  /** Its bonded neighbours. */
  readonly neighbours: readonly Vector[];
  /** An atom bonded to the first neighbour, by which hydrogens on an end are turned; null where there is none. */
  readonly beyond: Vector | null;
  readonly shape: BondShape;
  /** Å */
  readonly bondLength: number;
}

/** Lengths of bonds to hydrogen, Å. Source: Allen et al. 1987, doi 10.1039/p298700000s1 (neutron diffraction means). */
const bondLengths = new Map([
  [5, 1.19],
  [6, 1.09],
  [7, 1.01],
  [8, 0.97],
  [14, 1.48],
  [15, 1.42],
  [16, 1.34],
  [34, 1.47],
]);

/** Length of a bond from this element to hydrogen, Å. */
export const hydrogenBondLength = (atomicNumber: number): number => bondLengths.get(atomicNumber) ?? 1.1;

/**
 * Places of the missing hydrogens, Å, from the ideal angles of the shape. On the end of a chain the first hydrogen stands
 * opposite to `beyond`, further ones staggered (tetrahedral) or across (planar).
 */
export function placeHydrogens(atom: BareAtom, count: number): Vector[] {
  return directionsOf(atom, count).map((direction) => plus(atom.at, times(direction, atom.bondLength)));
}

function directionsOf({ at, neighbours, beyond, shape }: BareAtom, count: number): Vector[] {
  const bonds = neighbours.map((neighbour) => unit(minus(neighbour, at)));
  const [first, second] = bonds;
  if (count === 0) return [];
  if (first === undefined) return free.slice(0, count);
  if (second === undefined) {
    const sideways = beyond === null ? null : minus(beyond, neighbours[0]!);
    return onEnd(times(first, -1), sideways, shape, count);
  }
  const away = times(
    bonds.reduce((sum, bond) => plus(sum, bond), [0, 0, 0] as Vector),
    -1,
  );
  const normal = unit(cross(first, second));
  const isFlat = lengthOf(away) < 0.2;
  if (bonds.length > 2) return [isFlat ? normal : unit(away)];
  const outward = isFlat ? perpendicularTo(first) : unit(away);
  if (shape !== "tetrahedral") return [outward];
  const side = isFlat ? unit(cross(first, outward)) : normal;
  const spread = [1, -1].map((sign) =>
    plus(times(outward, halfTetrahedral.cos), times(side, sign * halfTetrahedral.sin)),
  );
  return spread.slice(0, count);
}

/** Hydrogens of an atom that hangs on one bond, whose direction away from the neighbour is `axis`. */
function onEnd(axis: Vector, sideways: Vector | null, shape: BondShape, count: number): Vector[] {
  if (shape === "linear") return [axis];
  const across = sideways === null ? null : minus(sideways, times(axis, dot(sideways, axis)));
  const reference = across === null || lengthOf(across) < 1e-3 ? perpendicularTo(axis) : unit(across);
  const third = cross(axis, reference);
  const forward = shape === "planar" ? 1 / 2 : 1 / 3;
  const radial = Math.sqrt(1 - forward * forward);
  const turns = shape === "planar" ? [180, 0] : [180, 60, -60];
  return turns.slice(0, count).map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const around = plus(times(reference, Math.cos(angle)), times(third, Math.sin(angle)));
    return plus(times(axis, forward), times(around, radial));
  });
}

const halfTetrahedral = { cos: 1 / Math.sqrt(3), sin: Math.sqrt(2 / 3) };
/** Corners of a tetrahedron. */
const free: readonly Vector[] = [
  [1, 1, 1],
  [-1, -1, 1],
  [-1, 1, -1],
  [1, -1, -1],
].map(([x, y, z]) => unit([x!, y!, z!]));

function perpendicularTo(axis: Vector): Vector {
  const helper: Vector = Math.abs(axis[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0];
  return unit(cross(axis, helper));
}
