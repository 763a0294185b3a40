import { bondBetween, type MoleculeGraph } from "@qinghao/chemistry";
import { neighboursOf } from "../ligand/atom-kinds.ts";

/** Questions that rules about functional groups ask of a molecule. */
export interface MoleculeView {
  readonly graph: MoleculeGraph;
  element(atom: number): number;
  neighbours(atom: number): readonly number[];
  /** Order of a bond in a Kekulé form; 0 where there is none. */
  order(first: number, second: number): number;
  isAromatic(atom: number): boolean;
  hydrogens(atom: number): number;
  /** Whether all bonds of an atom are single and none aromatic. */
  isSaturated(atom: number): boolean;
  /** Whether an atom has a double bond to one of these elements. */
  hasDouble(atom: number, ...elements: number[]): boolean;
  /** Bonds on the shortest way, up to a limit. */
  distance(first: number, second: number, limit: number): number;
}

export function viewMolecule(graph: MoleculeGraph): MoleculeView {
  const around = Array.from({ length: graph.atomCount }, (_, atom) =>
    [...neighboursOf(graph, atom)].filter((other) => graph.atomicNumber[other] !== 1),
  );
  const order = (first: number, second: number): number => {
    const bond = bondBetween(graph, first, second);
    return bond < 0 ? 0 : graph.kekuleOrder[bond]!;
  };
  return {
    graph,
    element: (atom) => graph.atomicNumber[atom]!,
    neighbours: (atom) => around[atom]!,
    order,
    isAromatic: (atom) => graph.aromatic[atom] === 1,
    hydrogens: (atom) => graph.hCount[atom]!,
    isSaturated: (atom) => graph.aromatic[atom] === 0 && around[atom]!.every((other) => order(atom, other) === 1),
    hasDouble: (atom, ...elements) =>
      graph.aromatic[atom] === 0 &&
      around[atom]!.some((other) => elements.includes(graph.atomicNumber[other]!) && order(atom, other) === 2),
    distance: (first, second, limit) => {
      let shell = [first];
      const seen = new Set(shell);
      for (let bonds = 0; bonds <= limit; bonds++) {
        if (shell.includes(second)) return bonds;
        shell = shell.flatMap((atom) => around[atom]!).filter((atom) => !seen.has(atom));
        for (const atom of shell) seen.add(atom);
      }
      return limit + 1;
    },
  };
}
