/** Neighbours of each atom. */
export type Adjacency = readonly (readonly number[])[];

/** Neighbours of each atom from bonds given as begin, end, begin, end, ... */
export function adjacencyOf(atoms: number, bonds: ArrayLike<number>, stride = 2): number[][] {
  const neighbours: number[][] = Array.from({ length: atoms }, () => []);
  for (let b = 0; b < bonds.length; b += stride) {
    neighbours[bonds[b]!]!.push(bonds[b + 1]!);
    neighbours[bonds[b + 1]!]!.push(bonds[b]!);
  }
  return neighbours;
}

/** Atoms that are at most `bonds` bonds away, the atom itself included. */
export function atomsWithin(neighbours: Adjacency, atom: number, bonds: number): Set<number> {
  const found = new Set([atom]);
  let shell = [atom];
  for (let step = 0; step < bonds; step++) {
    const next: number[] = [];
    for (const i of shell) {
      for (const j of neighbours[i]!) {
        if (found.has(j)) continue;
        found.add(j);
        next.push(j);
      }
    }
    shell = next;
  }
  return found;
}
