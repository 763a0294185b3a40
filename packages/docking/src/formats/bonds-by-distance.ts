import { pointGrid } from "../scoring/point-grid.ts";

/** Bonds are up to this much longer than the two covalent radii together. */
const tolerance = 1.1;

/**
 * Bonds between atoms of which only places and covalent radii are known: pairs closer than 1.1 times the sum of their
 * radii that have no third atom nearer to both than they are to each other. The rule of AutoDock Vina.
 * @param positions x, y, z of each atom, flat, Å
 * @param radii covalent radius of each atom, Å; 0 for one that takes no part
 * @param mayBond false for two atoms that turn against each other
 * @returns begin and end of each bond, flat, begin < end
 */
export function bondsByDistance(
  positions: Float64Array,
  radii: Float64Array,
  mayBond: (first: number, second: number) => boolean = () => true,
): number[] {
  const taking = Uint32Array.from([...radii.keys()].filter((i) => radii[i]! > 0));
  const longest = 2 * tolerance * radii.reduce((most, radius) => Math.max(most, radius), 0);
  const grid = pointGrid(positions, taking, longest);
  const bonds: number[] = [];
  for (const i of taking) {
    const near: { atom: number; distance: number }[] = [];
    grid.within(positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!, (atom, distance) => {
      if (atom !== i && mayBond(i, atom)) near.push({ atom, distance });
    });
    near.sort((a, b) => a.atom - b.atom);
    for (const { atom: j, distance } of near) {
      if (j < i || distance >= tolerance * (radii[i]! + radii[j]!)) continue;
      const isShielded = near.some(
        ({ atom: k, distance: toFirst }) =>
          k !== j && toFirst < distance && mayBond(j, k) && distanceBetween(positions, j, k) < distance,
      );
      if (!isShielded) bonds.push(i, j);
    }
  }
  return bonds;
}

/** Distance of two atoms, Å. */
export function distanceBetween(positions: Float64Array, first: number, second: number): number {
  const dx = positions[3 * first]! - positions[3 * second]!;
  const dy = positions[3 * first + 1]! - positions[3 * second + 1]!;
  const dz = positions[3 * first + 2]! - positions[3 * second + 2]!;
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}
