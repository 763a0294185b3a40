import { bondBetween, type SpatialGraph } from "@qinghao/chemistry";
import { type Electrons, electronsOf } from "./hybridisation.ts";
import type { UffParameters } from "./uff-parameters.ts";
import { uffTypes } from "./uff-types.ts";

/** One connected molecule with what its shape follows from. */
export type Topology = {
  readonly graph: SpatialGraph;
  readonly electrons: Electrons;
  readonly types: readonly UffParameters[];
  /** Rings that hold the bond, as indices of `graph.rings`. */
  readonly ringsOfBond: readonly (readonly number[])[];
  /** Size of the smallest ring that holds the atom, or the bond; 0 outside rings. */
  readonly smallestRing: Uint16Array;
  readonly smallestBondRing: Uint16Array;
};

/** Null where an atom has no parameters. */
export function topologyOf(graph: SpatialGraph): Topology | null {
  const electrons = electronsOf(graph);
  const types: UffParameters[] = [];
  for (const type of uffTypes(graph, electrons)) {
    if (type === null) return null;
    types.push(type);
  }
  const ringsOfBond = Array.from({ length: graph.bondCount }, (): number[] => []);
  const smallestRing = new Uint16Array(graph.atomCount);
  const smallestBondRing = new Uint16Array(graph.bondCount);
  graph.rings.forEach((ring, index) => {
    const size = ring.length;
    ring.forEach((atom, place) => {
      if (smallestRing[atom] === 0 || smallestRing[atom]! > size) smallestRing[atom] = size;
      const bond = bondBetween(graph, atom, ring[(place + 1) % size]!);
      if (bond < 0) return;
      ringsOfBond[bond]!.push(index);
      if (smallestBondRing[bond] === 0 || smallestBondRing[bond]! > size) smallestBondRing[bond] = size;
    });
  });
  return { graph, electrons, types, ringsOfBond, smallestRing, smallestBondRing };
}

/** Neighbours of an atom. */
export const neighboursOf = ({ graph }: Topology, atom: number): Uint16Array =>
  graph.neighbours.subarray(graph.offsets[atom], graph.offsets[atom + 1]);

/** Whether an atom is a carbon with a double bond to a terminal oxygen or sulphur. */
export function isCarbonyl(topology: Topology, atom: number): boolean {
  return carbonylOxygen(topology, atom) >= 0;
}

/** The terminal oxygen or sulphur doubly bonded to a carbon, or -1. */
export function carbonylOxygen({ graph }: Topology, atom: number): number {
  if (graph.atomicNumber[atom] !== 6) return -1;
  for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
    const other = graph.neighbours[k]!;
    const z = graph.atomicNumber[other]!;
    if (graph.kekuleOrder[graph.neighbourBonds[k]!] === 2 && (z === 8 || z === 16) && graph.degree[other] === 1) {
      return other;
    }
  }
  return -1;
}

/** Whether a bond joins a nitrogen to a carbonyl carbon, outside aromatic rings. */
export function isAmideBond(topology: Topology, bond: number): boolean {
  const { graph, electrons } = topology;
  if (graph.bondOrder[bond] !== 1 || electrons.conjugatedBond[bond] !== 1) return false;
  const a = graph.bondAtoms[2 * bond]!;
  const b = graph.bondAtoms[2 * bond + 1]!;
  const [nitrogen, carbon] = graph.atomicNumber[a] === 7 ? [a, b] : [b, a];
  return graph.atomicNumber[nitrogen] === 7 && graph.charge[nitrogen] === 0 && isCarbonyl(topology, carbon);
}
