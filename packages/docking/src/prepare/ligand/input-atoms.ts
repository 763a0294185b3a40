import type { MoleculeGraph } from "@qinghao/chemistry";
import { atomicNumberOf } from "../../formats/elements.ts";
import type { MolblockAtoms } from "../../poses/molblock-atoms.ts";

/** How the atoms of a molblock stand to those of its graph, which leaves most hydrogens out. */
export interface InputAtoms {
  readonly elements: Uint8Array;
  /** Graph atom of each atom; -1 for a hydrogen. */
  readonly graphAtom: Int32Array;
  /** Atom of each graph atom; -1 for a hydrogen. */
  readonly atomOfGraph: Int32Array;
  /** Atom that each hydrogen is bonded to; -1 for others. */
  readonly bearer: Int32Array;
}

/** Matches heavy atoms by their order, which parsing keeps; null where the two do not go together. */
export function matchInputAtoms(graph: MoleculeGraph, { symbols, bonds }: MolblockAtoms): InputAtoms | null {
  const elements = Uint8Array.from(symbols, (symbol) => (symbol === "T" ? 1 : atomicNumberOf(symbol)));
  const heavy = [...elements.keys()].filter((atom) => elements[atom] !== 1);
  const heavyOfGraph = [...graph.atomicNumber.keys()].filter((atom) => graph.atomicNumber[atom] !== 1);
  if (heavy.length !== heavyOfGraph.length) return null;
  if (heavy.some((atom, k) => elements[atom] !== graph.atomicNumber[heavyOfGraph[k]!])) return null;
  const graphAtom = new Int32Array(elements.length).fill(-1);
  const atomOfGraph = new Int32Array(graph.atomCount).fill(-1);
  heavy.forEach((atom, k) => {
    graphAtom[atom] = heavyOfGraph[k]!;
    atomOfGraph[heavyOfGraph[k]!] = atom;
  });
  const bearer = new Int32Array(elements.length).fill(-1);
  for (let b = 0; b < bonds.length; b += 2) {
    const begin = bonds[b]!;
    const end = bonds[b + 1]!;
    if (elements[begin] === 1) bearer[begin] = end;
    if (elements[end] === 1) bearer[end] = begin;
  }
  return { elements, graphAtom, atomOfGraph, bearer };
}
