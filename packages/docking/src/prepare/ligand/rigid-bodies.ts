import { adjacencyOf } from "../../formats/adjacency.ts";
import type { RigidBody } from "../torsion-tree.ts";

/** A molecule with all its hydrogens and the bonds that turn. */
export interface TurnableMolecule {
  readonly atoms: number;
  /** 1 for a hydrogen on carbon and the like, which never makes a body of its own. */
  readonly isPlainHydrogen: Uint8Array;
  /** Begin and end of each bond, flat. */
  readonly bonds: readonly number[];
  /** 1 for each bond that turns; none of them is in a ring. */
  readonly rotatable: ArrayLike<number>;
}

/**
 * The rigid parts of a molecule, and the bonds between them seen from the most central part. A bond whose turning would
 * only spin one atom, or one with plain hydrogens, about itself joins its two parts.
 */
export function rigidBodies(molecule: TurnableMolecule): { bodies: RigidBody[]; bodyOf: Uint16Array } {
  const parts = findParts(molecule);
  const root = centralPart(parts);
  const joined = parts.links.map(({ size }, part) => {
    const [only, ...others] = parts.links[part]!.bonds;
    return part !== root && size === 1 && only !== undefined && others.length === 0 ? only.part : part;
  });
  const bodies: RigidBody[] = [{ parent: -1, from: -1, to: -1 }];
  const bodyOfPart = new Map([[root, 0]]);
  const queue = [root];
  for (const part of queue) {
    for (const { part: next, from, to } of parts.links[part]!.bonds) {
      if (bodyOfPart.has(next)) continue;
      if (joined[next] === next) {
        bodyOfPart.set(next, bodies.length);
        bodies.push({ parent: bodyOfPart.get(part)!, from, to });
      } else bodyOfPart.set(next, bodyOfPart.get(part)!);
      queue.push(next);
    }
  }
  return { bodies, bodyOf: Uint16Array.from(parts.of, (part) => bodyOfPart.get(part)!) };
}

interface Parts {
  readonly of: readonly number[];
  /** Atoms of each part, plain hydrogens left out, and the turning bonds to other parts. */
  readonly links: readonly { size: number; bonds: { part: number; from: number; to: number }[] }[];
}

function findParts({ atoms, isPlainHydrogen, bonds, rotatable }: TurnableMolecule): Parts {
  const fixed: number[] = [];
  for (let b = 0; b < bonds.length / 2; b++) if (!rotatable[b]) fixed.push(bonds[2 * b]!, bonds[2 * b + 1]!);
  const neighbours = adjacencyOf(atoms, fixed);
  const of: number[] = new Array<number>(atoms).fill(-1);
  const links: { size: number; bonds: { part: number; from: number; to: number }[] }[] = [];
  for (let start = 0; start < atoms; start++) {
    if (of[start]! >= 0) continue;
    const part = links.length;
    const members = [start];
    of[start] = part;
    for (const atom of members) {
      for (const other of neighbours[atom]!) {
        if (of[other]! >= 0) continue;
        of[other] = part;
        members.push(other);
      }
    }
    links.push({ size: members.filter((atom) => !isPlainHydrogen[atom]).length, bonds: [] });
  }
  for (let b = 0; b < bonds.length / 2; b++) {
    if (!rotatable[b]) continue;
    const begin = bonds[2 * b]!;
    const end = bonds[2 * b + 1]!;
    links[of[begin]!]!.bonds.push({ part: of[end]!, from: begin, to: end });
    links[of[end]!]!.bonds.push({ part: of[begin]!, from: end, to: begin });
  }
  return { of, links };
}

/** The part that is left when leaves are taken off again and again; the larger of two. */
function centralPart({ links }: Parts): number {
  let left = new Set(links.keys());
  while (left.size > 2) {
    const inner = [...left].filter(
      (part) => links[part]!.bonds.filter(({ part: other }) => left.has(other)).length > 1,
    );
    if (inner.length === 0) break;
    left = new Set(inner);
  }
  return [...left].reduce((best, part) => (links[part]!.size > links[best]!.size ? part : best));
}
