/** Bond order code of an aromatic bond in `MoleculeGraph.bondOrder`. */
export const AROMATIC = 4;

/**
 * A molecule as flat arrays, heavy atoms plus the few explicit hydrogens that RDKit keeps ([2H], [H][H]). Atom order is
 * that of the text it was parsed from.
 */
export type MoleculeGraph = {
  readonly atomCount: number;
  readonly bondCount: number;
  readonly atomicNumber: Uint8Array;
  readonly charge: Int8Array;
  /** Hydrogens on the atom that are not atoms of the graph. */
  readonly implicitH: Uint8Array;
  /** All hydrogens on the atom. */
  readonly hCount: Uint8Array;
  readonly radicals: Uint8Array;
  /** Mass number, 0 when unspecified. */
  readonly isotope: Uint16Array;
  /** 1 for an aromatic atom. */
  readonly aromatic: Uint8Array;
  /** 0 none, 1 clockwise, 2 counter-clockwise, seen along the atom's bonds in order; 3 other. */
  readonly chirality: Uint8Array;
  /** Neighbours in the graph. */
  readonly degree: Uint8Array;
  /** Begin and end atom of each bond, length 2*bondCount. */
  readonly bondAtoms: Uint16Array;
  /** 1, 2, 3, 4 = aromatic, 0 = other (dative, zero order). */
  readonly bondOrder: Uint8Array;
  /** Bond orders of one Kekulé form: 1, 2, 3, 0 = other. */
  readonly kekuleOrder: Uint8Array;
  /** 1 for a double bond whose geometry (cis/trans) is specified. */
  readonly bondStereo: Uint8Array;
  /** Neighbours of atom i: neighbours[offsets[i]..offsets[i + 1]); the bond to each is in neighbourBonds. */
  readonly offsets: Uint16Array;
  readonly neighbours: Uint16Array;
  readonly neighbourBonds: Uint16Array;
  /** Smallest rings (SSSR, symmetrised as RDKit does), each as atom indices in ring order. */
  readonly rings: readonly (readonly number[])[];
  /** Number of those rings that hold the atom. */
  readonly atomRings: Uint8Array;
  /** Number of those rings that hold the bond. */
  readonly bondRings: Uint8Array;
};

type JsonAtom = { z?: number; impHs?: number; chg?: number; nRad?: number; isotope?: number; stereo?: string };
type JsonBond = { bo?: number; atoms: [number, number]; stereo?: string };
type JsonMolecule = {
  atoms: JsonAtom[];
  bonds?: JsonBond[];
  extensions?: { name: string; aromaticAtoms?: number[]; aromaticBonds?: number[]; atomRings?: number[][] }[];
};
type JsonDocument = {
  defaults: { atom: Required<JsonAtom>; bond: { bo: number } };
  molecules: [JsonMolecule];
};

/** Reads RDKit's JSON form of one molecule. */
export function graphFromJson(text: string): MoleculeGraph {
  const document = JSON.parse(text) as JsonDocument;
  const { atoms, bonds = [], extensions = [] } = document.molecules[0];
  const { atom: atomDefaults, bond: bondDefaults } = document.defaults;
  const n = atoms.length;
  const m = bonds.length;
  const atomicNumber = new Uint8Array(n);
  const charge = new Int8Array(n);
  const implicitH = new Uint8Array(n);
  const radicals = new Uint8Array(n);
  const isotope = new Uint16Array(n);
  const chirality = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const atom = atoms[i]!;
    atomicNumber[i] = atom.z ?? atomDefaults.z;
    charge[i] = atom.chg ?? atomDefaults.chg;
    implicitH[i] = atom.impHs ?? atomDefaults.impHs;
    radicals[i] = atom.nRad ?? atomDefaults.nRad;
    isotope[i] = atom.isotope ?? atomDefaults.isotope;
    chirality[i] = chiralityCode(atom.stereo);
  }
  const bondAtoms = new Uint16Array(2 * m);
  const kekuleOrder = new Uint8Array(m);
  const bondStereo = new Uint8Array(m);
  const degree = new Uint8Array(n);
  const hCount = implicitH.slice();
  for (let b = 0; b < m; b++) {
    const bond = bonds[b]!;
    const [begin, end] = bond.atoms;
    bondAtoms[2 * b] = begin;
    bondAtoms[2 * b + 1] = end;
    kekuleOrder[b] = bond.bo ?? bondDefaults.bo;
    bondStereo[b] = bond.stereo === undefined || bond.stereo === "unspecified" || bond.stereo === "either" ? 0 : 1;
    degree[begin]!++;
    degree[end]!++;
    if (atomicNumber[begin] === 1) hCount[end]!++;
    if (atomicNumber[end] === 1) hCount[begin]!++;
  }
  const aromatic = new Uint8Array(n);
  const bondOrder = kekuleOrder.slice();
  let rings: number[][] = [];
  for (const extension of extensions) {
    if (extension.name !== "rdkitRepresentation") continue;
    for (const i of extension.aromaticAtoms ?? []) aromatic[i] = 1;
    for (const b of extension.aromaticBonds ?? []) bondOrder[b] = AROMATIC;
    rings = extension.atomRings ?? [];
  }
  const adjacency = adjacencyOf(n, bondAtoms, degree);
  const ringCounts = countRings(n, m, rings, adjacency);
  return {
    atomCount: n,
    bondCount: m,
    atomicNumber,
    charge,
    implicitH,
    hCount,
    radicals,
    isotope,
    aromatic,
    chirality,
    degree,
    bondAtoms,
    bondOrder,
    kekuleOrder,
    bondStereo,
    ...adjacency,
    rings,
    ...ringCounts,
  };
}

function chiralityCode(stereo: string | undefined): number {
  if (stereo === undefined || stereo === "unspecified") return 0;
  return stereo === "cw" ? 1 : stereo === "ccw" ? 2 : 3;
}

type Adjacency = Pick<MoleculeGraph, "offsets" | "neighbours" | "neighbourBonds">;

function adjacencyOf(n: number, bondAtoms: Uint16Array, degree: Uint8Array): Adjacency {
  const offsets = new Uint16Array(n + 1);
  for (let i = 0; i < n; i++) offsets[i + 1] = offsets[i]! + degree[i]!;
  const next = offsets.slice(0, n);
  const neighbours = new Uint16Array(bondAtoms.length);
  const neighbourBonds = new Uint16Array(bondAtoms.length);
  for (let b = 0; b < bondAtoms.length / 2; b++) {
    const begin = bondAtoms[2 * b]!;
    const end = bondAtoms[2 * b + 1]!;
    const atBegin = next[begin]!++;
    neighbours[atBegin] = end;
    neighbourBonds[atBegin] = b;
    const atEnd = next[end]!++;
    neighbours[atEnd] = begin;
    neighbourBonds[atEnd] = b;
  }
  return { offsets, neighbours, neighbourBonds };
}

/** The bond between two atoms, or -1. */
export function bondBetween(graph: Adjacency, a: number, b: number): number {
  for (let k = graph.offsets[a]!; k < graph.offsets[a + 1]!; k++) {
    if (graph.neighbours[k] === b) return graph.neighbourBonds[k]!;
  }
  return -1;
}

function countRings(n: number, m: number, rings: number[][], adjacency: Adjacency) {
  const atomRings = new Uint8Array(n);
  const bondRings = new Uint8Array(m);
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const atom = ring[i]!;
      atomRings[atom]!++;
      const bond = bondBetween(adjacency, atom, ring[(i + 1) % ring.length]!);
      if (bond >= 0) bondRings[bond]!++;
    }
  }
  return { atomRings, bondRings };
}
