import { type Adjacency, atomsWithin } from "../formats/adjacency.ts";
import { type Branch, notScored } from "../model.ts";

/** A rigid part of a molecule and the bond by which it hangs on its parent; the first one is the root. */
export interface RigidBody {
  readonly parent: number;
  readonly from: number;
  readonly to: number;
}

export interface FlexibleMolecule {
  readonly elements: Uint8Array;
  readonly kinds: Uint8Array;
  readonly neighbours: Adjacency;
  /** A parent stands before its children. */
  readonly bodies: readonly RigidBody[];
  /** Body of each atom. */
  readonly bodyOf: ArrayLike<number>;
}

export interface TorsionTree {
  readonly branches: readonly Branch[];
  readonly branchOf: Uint16Array;
  readonly pairs: Uint32Array;
  readonly torsions: number;
}

/**
 * Turns rigid bodies into what a search needs. A body that turns hydrogens only is joined to its parent: no score depends
 * on it. It still counts in `torsions`: each end of a rotatable bond that has a second heavy neighbour counts half,
 * as in AutoDock Vina.
 */
export function torsionTree(molecule: FlexibleMolecule): TorsionTree {
  const { bodies, bodyOf } = molecule;
  const moves = movesHeavyAtoms(molecule);
  const newIndex: number[] = [];
  const branches: Branch[] = [];
  for (const [b, body] of bodies.entries()) {
    if (b > 0 && !moves[b]) newIndex[b] = newIndex[body.parent]!;
    else {
      newIndex[b] = branches.length;
      branches.push({ parent: b === 0 ? -1 : newIndex[body.parent]!, from: body.from, to: body.to });
    }
  }
  const branchOf = Uint16Array.from({ length: bodyOf.length }, (_, atom) => newIndex[bodyOf[atom]!]!);
  return { branches, branchOf, pairs: movingPairs(molecule, branches, branchOf), torsions: countTorsions(molecule) };
}

/** Whether turning a body moves a heavy atom. Its own end of the bond lies on the axis and moves with the parent. */
function movesHeavyAtoms({ elements, bodies, bodyOf }: FlexibleMolecule): boolean[] {
  const moves = bodies.map(() => false);
  for (let atom = 0; atom < bodyOf.length; atom++) {
    if (elements[atom]! <= 1) continue;
    const { parent, to } = bodies[bodyOf[atom]!]!;
    moves[to === atom ? parent : bodyOf[atom]!] = true;
  }
  for (let b = bodies.length - 1; b > 0; b--) if (moves[b]) moves[bodies[b]!.parent] = true;
  return moves;
}

function countTorsions({ elements, neighbours, bodies, bodyOf }: FlexibleMolecule): number {
  const heavyNeighbours = (atom: number): number => neighbours[atom]!.filter((other) => elements[other]! > 1).length;
  const sizes = bodies.map(() => 0);
  for (let atom = 0; atom < bodyOf.length; atom++) sizes[bodyOf[atom]!]!++;
  for (const { parent } of bodies) if (parent >= 0) sizes[parent]!++;
  let torsions = 0;
  for (const [b, { from, to }] of bodies.entries()) {
    if (b === 0 || sizes[b] === 1 || elements[from]! <= 1 || elements[to]! <= 1) continue;
    torsions += (heavyNeighbours(from) > 1 ? 0.5 : 0) + (heavyNeighbours(to) > 1 ? 0.5 : 0);
  }
  return torsions;
}

/** Pairs of scored atoms whose distance changes by turning and that are more than three bonds apart. */
function movingPairs(
  { kinds, neighbours }: FlexibleMolecule,
  branches: readonly Branch[],
  branchOf: Uint16Array,
): Uint32Array {
  const keepsDistance = rigidPairs(branches, branchOf);
  const pairs: number[] = [];
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] === notScored) continue;
    const near = atomsWithin(neighbours, i, 3);
    for (let j = i + 1; j < kinds.length; j++) {
      if (kinds[j] !== notScored && !keepsDistance(i, j) && !near.has(j)) pairs.push(i, j);
    }
  }
  return Uint32Array.from(pairs);
}

/**
 * Tells whether two atoms keep their distance whatever turns: both in one body, where the far end of a rotatable bond
 * belongs to the near body too, and the near end to the far one.
 */
export function rigidPairs(
  bodies: readonly RigidBody[],
  bodyOf: ArrayLike<number>,
): (first: number, second: number) => boolean {
  const isIn = (atom: number, body: number): boolean => {
    if (bodyOf[atom] === body) return true;
    return bodies[body]!.from === atom;
  };
  return (first, second) => {
    const own = bodyOf[first]!;
    const other = bodyOf[second]!;
    if (isIn(first, other) || isIn(second, own)) return true;
    // Far ends lie on their axes: they keep their distance to the parent body and to its other far ends.
    const firstParent = bodies[own]!.to === first ? bodies[own]!.parent : -1;
    const secondParent = bodies[other]!.to === second ? bodies[other]!.parent : -1;
    if (firstParent >= 0 && (isIn(second, firstParent) || firstParent === secondParent)) return true;
    return secondParent >= 0 && isIn(first, secondParent);
  };
}
