import { angleAt } from "../../poses/vectors.ts";
import type { AtomRole } from "./atom-roles.ts";
import type { ReceptorAtoms } from "./receptor-atoms.ts";

/**
 * Role of an atom whose residue has no template, from the lengths and angles of its bonds: a carbonyl or a hydroxyl, an
 * amide, an amine (charged), or a ring nitrogen. Hydrogens that the file holds are believed.
 */
export function judgeAtom(receptor: ReceptorAtoms, atom: number): AtomRole {
  const { atomicNumber } = receptor.atoms[atom]!;
  const neighbours = receptor.neighbours[atom]!;
  const inFile = neighbours.filter((other) => receptor.atoms[other]!.atomicNumber === 1).length;
  const heavy = neighbours.filter((other) => receptor.atoms[other]!.atomicNumber > 1);
  const role =
    atomicNumber === 8
      ? judgeOxygen(receptor, atom, heavy)
      : atomicNumber === 7
        ? judgeNitrogen(receptor, atom, heavy)
        : plain;
  return inFile === 0 ? role : { ...role, hydrogens: inFile };
}

const plain: AtomRole = { hydrogens: 0, shape: "tetrahedral", acceptor: false };

function judgeOxygen(receptor: ReceptorAtoms, oxygen: number, heavy: readonly number[]): AtomRole {
  const bare: AtomRole = { hydrogens: 0, shape: "planar", acceptor: true };
  const [carbon, ...others] = heavy;
  if (carbon === undefined || others.length > 0 || receptor.atoms[carbon]!.atomicNumber !== 6) return bare;
  const terminalOxygens = receptor.neighbours[carbon]!.filter(
    (other) => receptor.atoms[other]!.atomicNumber === 8 && receptor.neighbours[other]!.length === 1,
  );
  const isHydroxyl = terminalOxygens.length < 2 && lengthOf(receptor, oxygen, carbon) > 1.3;
  return isHydroxyl ? { hydrogens: 1, shape: "tetrahedral", acceptor: true } : bare;
}

function judgeNitrogen(receptor: ReceptorAtoms, nitrogen: number, heavy: readonly number[]): AtomRole {
  const lengths = heavy.map((other) => lengthOf(receptor, nitrogen, other));
  const shortest = Math.min(...lengths);
  const longest = Math.max(...lengths);
  if (heavy.length === 1) {
    if (shortest < 1.22) return { hydrogens: 0, shape: "linear", acceptor: true };
    return shortest < 1.4
      ? { hydrogens: 2, shape: "planar", acceptor: false }
      : { hydrogens: 3, shape: "tetrahedral", acceptor: false };
  }
  if (heavy.length === 2) {
    if (longest < 1.42) return { hydrogens: 0, shape: "planar", acceptor: true };
    return shortest < 1.42
      ? { hydrogens: 1, shape: "planar", acceptor: false }
      : { hydrogens: 2, shape: "tetrahedral", acceptor: false };
  }
  if (heavy.length !== 3) return plain;
  const [a, b, c] = heavy.map((other) => receptor.atoms[other]!.position);
  const at = receptor.atoms[nitrogen]!.position;
  const isPlanar = angleAt(a!, at, b!) + angleAt(b!, at, c!) + angleAt(a!, at, c!) > 350;
  return { hydrogens: isPlanar ? 0 : 1, shape: isPlanar ? "planar" : "tetrahedral", acceptor: false };
}

const lengthOf = (receptor: ReceptorAtoms, first: number, second: number): number => {
  const [x, y, z] = receptor.atoms[first]!.position;
  const [u, v, w] = receptor.atoms[second]!.position;
  return Math.hypot(x - u, y - v, z - w);
};
