import type { RigidBody } from "../prepare/torsion-tree.ts";
import type { AutodockType } from "./autodock-types.ts";

/** A flexible molecule whose atoms may include stand-ins. */
export interface OpenedMolecule {
  readonly types: readonly AutodockType[];
  readonly elements: Uint8Array;
  readonly kinds: Uint8Array;
  readonly positions: Float64Array;
  readonly bonds: readonly number[];
  readonly bodies: readonly RigidBody[];
  readonly bodyOf: readonly number[];
}

export type ClosedMolecule = Omit<OpenedMolecule, "types">;

/**
 * Takes the stand-ins away, puts the bonds back at which rings were cut open, and joins the bodies around each such ring
 * into one, so that the ring keeps the shape it was given with.
 */
export function closeRings(molecule: OpenedMolecule): ClosedMolecule {
  const { types, bodies } = molecule;
  if (types.every(({ isStandIn }) => !isStandIn)) return molecule;
  const ends = [0, 1, 2, 3].map((ring) => [...types.keys()].filter((atom) => types[atom]!.ringEnd === ring));
  const cuts = ends.filter((pair): pair is [number, number] => pair.length === 2);
  const joinedTo = joinPaths(
    bodies,
    cuts.map(([a, b]) => [molecule.bodyOf[a]!, molecule.bodyOf[b]!]),
  );
  const kept = [...types.keys()].filter((atom) => !types[atom]!.isStandIn);
  const atomIndex = new Map(kept.map((atom, index) => [atom, index]));
  const roots = [...bodies.keys()].filter((body) => joinedTo(body) === body);
  const bodyIndex = new Map(roots.map((body, index) => [body, index]));
  const bonds: number[] = [];
  for (let b = 0; b < molecule.bonds.length; b += 2) {
    const begin = atomIndex.get(molecule.bonds[b]!);
    const end = atomIndex.get(molecule.bonds[b + 1]!);
    if (begin !== undefined && end !== undefined) bonds.push(begin, end);
  }
  for (const [a, b] of cuts) bonds.push(atomIndex.get(a)!, atomIndex.get(b)!);
  return {
    elements: Uint8Array.from(kept, (atom) => molecule.elements[atom]!),
    kinds: Uint8Array.from(kept, (atom) => molecule.kinds[atom]!),
    positions: Float64Array.from(kept.flatMap((atom) => [...molecule.positions.subarray(3 * atom, 3 * atom + 3)])),
    bonds,
    bodies: roots.map((body) => {
      const { parent, from, to } = bodies[body]!;
      if (parent < 0) return { parent, from, to };
      return { parent: bodyIndex.get(joinedTo(parent))!, from: atomIndex.get(from)!, to: atomIndex.get(to)! };
    }),
    bodyOf: kept.map((atom) => bodyIndex.get(joinedTo(molecule.bodyOf[atom]!))!),
  };
}

/** Joins all bodies on the way from one body to the other into the one nearest to the root. */
function joinPaths(bodies: readonly RigidBody[], ways: readonly [number, number][]): (body: number) => number {
  const joined = bodies.map((_, body) => body);
  const find = (body: number): number => (joined[body] === body ? body : find(joined[body]!));
  for (const [start, goal] of ways) {
    let a = find(start);
    let b = find(goal);
    // A parent has the lower index, so the higher of the two is never the common ancestor.
    while (a !== b) {
      const lower = Math.max(a, b);
      joined[lower] = find(bodies[lower]!.parent);
      a = find(a);
      b = find(b);
    }
  }
  return find;
}
