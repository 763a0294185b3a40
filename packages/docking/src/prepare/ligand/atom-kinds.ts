import type { MoleculeGraph } from "@qinghao/chemistry";
import { kindOf } from "../../scoring/kinds.ts";

/**
 * Kinds of the scoring function for the atoms of a molecule. The typing of AutoDock's preparation tools: every oxygen
 * takes a hydrogen bond; a nitrogen does unless it is charged or its lone pair is delocalised (amide, aniline, pyrrole,
 * triazene); a nitrogen or oxygen that bears a hydrogen gives one; a carbon beside a heteroatom is not hydrophobic.
 * Source: the atom types of Meeko (Eberhardt et al. 2021, doi 10.1021/acs.jcim.1c00203).
 */
export function ligandKinds(graph: MoleculeGraph): Uint8Array {
  return Uint8Array.from({ length: graph.atomCount }, (_, atom) => {
    const atomicNumber = graph.atomicNumber[atom]!;
    return kindOf({
      atomicNumber,
      acceptor: atomicNumber === 8 || (atomicNumber === 7 && hasLonePair(graph, atom)),
      donor: graph.hCount[atom]! > 0,
      besideHeteroatom: neighboursOf(graph, atom).some((other) => ![1, 6].includes(graph.atomicNumber[other]!)),
    });
  });
}

/** Neighbours of an atom in the graph. */
export const neighboursOf = (graph: MoleculeGraph, atom: number): Uint16Array =>
  graph.neighbours.subarray(graph.offsets[atom]!, graph.offsets[atom + 1]!);

/** Bonded atoms, hydrogens included. */
export const connections = (graph: MoleculeGraph, atom: number): number => graph.degree[atom]! + graph.implicitH[atom]!;

function hasLonePair(graph: MoleculeGraph, nitrogen: number): boolean {
  if (graph.charge[nitrogen] === 1) return false;
  if (connections(graph, nitrogen) !== 3) return true;
  return !neighboursOf(graph, nitrogen).some(
    (other) => graph.aromatic[other] === 1 || isTrigonalCarbon(graph, other) || isImine(graph, other),
  );
}

const isTrigonalCarbon = (graph: MoleculeGraph, atom: number): boolean =>
  graph.atomicNumber[atom] === 6 && connections(graph, atom) === 3 && valence(graph, atom) === 4;

const isImine = (graph: MoleculeGraph, atom: number): boolean =>
  graph.atomicNumber[atom] === 7 &&
  graph.aromatic[atom] === 0 &&
  connections(graph, atom) === 2 &&
  bondOrders(graph, atom).includes(2);

const bondOrders = (graph: MoleculeGraph, atom: number): number[] =>
  Array.from(
    graph.neighbourBonds.subarray(graph.offsets[atom]!, graph.offsets[atom + 1]!),
    (bond) => graph.kekuleOrder[bond]!,
  );

const valence = (graph: MoleculeGraph, atom: number): number =>
  bondOrders(graph, atom).reduce((sum, order) => sum + order, graph.implicitH[atom]!);
