import type { MoleculeGraph } from "@qinghao/chemistry";
import type { BondShape } from "../hydrogens/place-hydrogens.ts";
import { neighboursOf } from "./atom-kinds.ts";

/** How the bonds of an atom are arranged, from its bonds and, for nitrogen and oxygen, from what it is conjugated with. */
export function bondShape(graph: MoleculeGraph, atom: number): BondShape {
  const orders = ordersOf(graph, atom);
  if (orders.includes(3) || orders.filter((order) => order === 2).length > 1) return "linear";
  if (isFlat(graph, atom, orders)) return "planar";
  const canConjugate = [7, 8, 16].includes(graph.atomicNumber[atom]!) && graph.charge[atom]! <= 0;
  const isConjugated = [...neighboursOf(graph, atom)].some(
    (other) => [6, 7].includes(graph.atomicNumber[other]!) && isFlat(graph, other, ordersOf(graph, other)),
  );
  return canConjugate && isConjugated ? "planar" : "tetrahedral";
}

const ordersOf = (graph: MoleculeGraph, atom: number): number[] =>
  Array.from(
    graph.neighbourBonds.subarray(graph.offsets[atom]!, graph.offsets[atom + 1]!),
    (bond) => graph.kekuleOrder[bond]!,
  );

const isFlat = (graph: MoleculeGraph, atom: number, orders: readonly number[]): boolean =>
  graph.aromatic[atom] === 1 || orders.includes(2);
