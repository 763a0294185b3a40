import type { MoleculeGraph } from "@qinghao/chemistry";

/** Questions about the atoms of one graph. Element tests ask for atoms that are not aromatic unless said otherwise. */
export class AtomReader {
  readonly graph: MoleculeGraph;

  constructor(graph: MoleculeGraph) {
    this.graph = graph;
  }

  /** Of one of these elements and not aromatic. */
  isAliphatic(at: number, ...elements: number[]): boolean {
    return this.graph.aromatic[at] === 0 && elements.includes(this.graph.atomicNumber[at]!);
  }

  isAromatic(at: number, ...elements: number[]): boolean {
    return this.graph.aromatic[at] === 1 && elements.includes(this.graph.atomicNumber[at]!);
  }

  hydrogens(at: number): number {
    return this.graph.hCount[at]!;
  }

  charge(at: number): number {
    return this.graph.charge[at]!;
  }

  /** Bonds to atoms of the graph and to implicit hydrogens, orders summed. */
  valence(at: number): number {
    const { graph } = this;
    let sum = graph.implicitH[at]!;
    for (let k = graph.offsets[at]!; k < graph.offsets[at + 1]!; k++)
      sum += graph.kekuleOrder[graph.neighbourBonds[k]!]!;
    return sum;
  }

  /** Number of neighbours that pass, `order` being that of the bond: 1, 2, 3 or aromatic. */
  countNeighbours(at: number, test: (other: number, order: number, isInRing: boolean) => boolean): number {
    const { offsets, neighbours, neighbourBonds, bondOrder, bondRings } = this.graph;
    let count = 0;
    for (let k = offsets[at]!; k < offsets[at + 1]!; k++) {
      const bond = neighbourBonds[k]!;
      if (test(neighbours[k]!, bondOrder[bond]!, bondRings[bond]! > 0)) count++;
    }
    return count;
  }

  /** Whether a double bond leads to one of these elements, not aromatic; to any atom where none is named. */
  isDoublyBonded(at: number, ...elements: number[]): boolean {
    const fits = (other: number) => elements.length === 0 || this.isAliphatic(other, ...elements);
    return this.countNeighbours(at, (other, order) => order === 2 && fits(other)) > 0;
  }
}
