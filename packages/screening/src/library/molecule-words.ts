import type { MoleculeGraph } from "@qinghao/chemistry";

/**
 * What a substructure query can ask of an atom, as two words. Few thousand different ones occur in a library, so molecules
 * hold the number of a type, and a query asks each type once.
 */
export type AtomType = {
  readonly atomicNumber: number;
  readonly isAromatic: boolean;
  readonly charge: number;
  /** All hydrogens. */
  readonly hydrogens: number;
  /** Hydrogens that are not atoms of the graph. */
  readonly implicitHydrogens: number;
  readonly degree: number;
  /** Bond orders of a Kekulé form and implicit hydrogens. */
  readonly valence: number;
  /** Smallest rings that hold it. */
  readonly rings: number;
  /** Size of the smallest of them; 0 outside rings. */
  readonly smallestRing: number;
  readonly ringBonds: number;
  readonly isotope: number;
};

/** Widths of the fields, in the order of `AtomType`; 29 bits in the first word, 22 in the second. */
const first = { atomicNumber: 7, isAromatic: 1, charge: 4, hydrogens: 4, implicitHydrogens: 4, degree: 4, valence: 5 };
const second = { rings: 4, smallestRing: 5, ringBonds: 4, isotope: 9 };
const chargeOffset = 8;

export function packAtomType(type: AtomType): [number, number] {
  const values = { ...type, isAromatic: type.isAromatic ? 1 : 0, charge: type.charge + chargeOffset };
  return [packWord(values, first), packWord(values, second)];
}

type Fields = Readonly<Record<string, number>>;

function packWord(values: Fields, widths: Fields): number {
  let word = 0;
  let shift = 0;
  for (const [name, width] of Object.entries(widths)) {
    word |= Math.min(values[name]!, (1 << width) - 1) << shift;
    shift += width;
  }
  return word >>> 0;
}

export function unpackAtomType(low: number, high: number): AtomType {
  const [a, b] = [unpackWord(low, first), unpackWord(high, second)];
  return { ...a, ...b, isAromatic: a.isAromatic === 1, charge: a.charge - chargeOffset };
}

function unpackWord<Name extends string>(word: number, widths: Record<Name, number>): Record<Name, number> {
  const values = {} as Record<Name, number>;
  let shift = 0;
  for (const name in widths) {
    values[name] = (word >>> shift) & ((1 << widths[name]) - 1);
    shift += widths[name];
  }
  return values;
}

/** Bond codes: order (1, 2, 3, 4 aromatic, 0 other) and 8 where the bond is in a ring. */
export const ringBond = 8;
/** Bits of a neighbour's number in a bond word; the code stands above them. */
export const neighbourBits = 10;
/** In the first word of a molecule: its atoms, and this where only the toolkit can judge it. */
export const undecided = 0x8000;

/**
 * Molecules as 16-bit words: the number of atoms, the type of each atom, then the bonds of each atom in turn, a neighbour
 * and a bond code in a word. The degree is that of the type.
 */
export type MoleculeWords = {
  readonly words: Uint16Array;
  /** Molecule i is `words[offsets[i] .. offsets[i + 1])`; nothing for a row without a structure. */
  readonly offsets: Uint32Array;
  /** Two words per type. */
  readonly types: Uint32Array;
};

/** Collects molecules, with the types that they use. */
export class MoleculePacker {
  readonly #words: number[] = [];
  readonly #offsets: number[] = [0];
  readonly #types: number[] = [];
  readonly #typeNumbers = new Map<number, number>();

  /** Adds a molecule, or nothing for a row without one. */
  add(graph: MoleculeGraph | null): void {
    if (graph !== null) this.#pack(graph);
    this.#offsets.push(this.#words.length);
  }

  finish(): MoleculeWords {
    return {
      words: Uint16Array.from(this.#words),
      offsets: Uint32Array.from(this.#offsets),
      types: Uint32Array.from(this.#types),
    };
  }

  #pack(graph: MoleculeGraph): void {
    if (!fits(graph)) {
      this.#words.push(undecided);
      return;
    }
    const hasOddBond = graph.kekuleOrder.includes(0);
    this.#words.push(graph.atomCount | (hasOddBond ? undecided : 0));
    const smallestRing = smallestRings(graph);
    for (let atom = 0; atom < graph.atomCount; atom++) this.#words.push(this.#typeOf(graph, atom, smallestRing[atom]!));
    for (let atom = 0; atom < graph.atomCount; atom++) {
      for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
        const bond = graph.neighbourBonds[k]!;
        const code = graph.bondOrder[bond]! | (graph.bondRings[bond]! > 0 ? ringBond : 0);
        this.#words.push(graph.neighbours[k]! | (code << neighbourBits));
      }
    }
  }

  #typeOf(graph: MoleculeGraph, atom: number, smallestRing: number): number {
    let valence = graph.implicitH[atom]!;
    let ringBonds = 0;
    for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
      const bond = graph.neighbourBonds[k]!;
      valence += graph.kekuleOrder[bond]!;
      if (graph.bondRings[bond]! > 0) ringBonds++;
    }
    const [low, high] = packAtomType({
      atomicNumber: graph.atomicNumber[atom]!,
      isAromatic: graph.aromatic[atom] === 1,
      charge: graph.charge[atom]!,
      hydrogens: graph.hCount[atom]!,
      implicitHydrogens: graph.implicitH[atom]!,
      degree: graph.degree[atom]!,
      valence,
      rings: graph.atomRings[atom]!,
      smallestRing,
      ringBonds,
      isotope: graph.isotope[atom]!,
    });
    const key = high * 4294967296 + low;
    const known = this.#typeNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#typeNumbers.size;
    this.#typeNumbers.set(key, number);
    this.#types.push(low, high);
    return number;
  }
}

/** Whether every value has room in its field. */
function fits(graph: MoleculeGraph): boolean {
  if (graph.atomCount >= 1 << neighbourBits) return false;
  for (let atom = 0; atom < graph.atomCount; atom++) {
    const isRoomy =
      graph.degree[atom]! < 15 &&
      graph.hCount[atom]! < 15 &&
      Math.abs(graph.charge[atom]!) < 8 &&
      graph.atomRings[atom]! < 15;
    if (!isRoomy || graph.isotope[atom]! >= 511) return false;
  }
  return graph.rings.every((ring) => ring.length < 31);
}

function smallestRings(graph: MoleculeGraph): Uint8Array {
  const smallest = new Uint8Array(graph.atomCount);
  for (const ring of graph.rings) {
    for (const atom of ring) {
      if (smallest[atom] === 0 || ring.length < smallest[atom]!) smallest[atom] = ring.length;
    }
  }
  return smallest;
}
