import { atomicWeights } from "./elements.ts";
import type { MorganOptions } from "./fingerprints.ts";
import { AROMATIC, type MoleculeGraph } from "./graph.ts";
import type { MolView } from "./molecule.ts";

/** Folded counts, by ascending index. */
export type SparseCounts = { index: Uint32Array; count: Uint16Array };

/** One circular environment that a Morgan fingerprint counts. */
export type AtomEnvironment = {
  /** Unfolded identifier; equal environments have equal ones. */
  identifier: number;
  /** Position in the folded fingerprint. */
  index: number;
  centre: number;
  /** Bonds from the centre. */
  radius: number;
  /** Atoms that it covers, the centre first. */
  atoms: number[];
};

/** Counts of the Morgan environments, folded to `bits` positions. Same as Python RDKit's GetCountFingerprint. */
export function morganCounts(mol: MolView, { radius, bits }: MorganOptions): SparseCounts {
  const { identifiers } = findEnvironments(mol.graph, radius);
  const counts = new Map<number, number>();
  for (const identifier of identifiers) {
    const index = identifier % bits;
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const index = Uint32Array.from(counts.keys()).sort();
  return { index, count: Uint16Array.from(index, (i) => counts.get(i)!) };
}

/** The environments behind each position of the folded fingerprint, with the atoms that each covers. */
export function atomEnvironments(mol: MolView, { radius, bits }: MorganOptions): AtomEnvironment[] {
  const { graph } = mol;
  const { identifiers, centres, radii } = findEnvironments(graph, radius);
  return identifiers.map((identifier, i) => ({
    identifier,
    index: identifier % bits,
    centre: centres[i]!,
    radius: radii[i]!,
    atoms: atomsWithin(graph, centres[i]!, radii[i]!),
  }));
}

type Environments = { identifiers: number[]; centres: number[]; radii: number[] };

/**
 * Extended-connectivity environments after Rogers & Hahn 2010 (doi 10.1021/ci100050t), with RDKit's atom and bond
 * invariants, its hash, and its removal of environments that cover the same bonds. Cost O(radius * bonds), and the square
 * of the environments that cover different bonds.
 */
function findEnvironments(graph: MoleculeGraph, maxRadius: number): Environments {
  const n = graph.atomCount;
  const words = (graph.bondCount + 31) >> 5;
  let current: Uint32Array = atomInvariants(graph);
  let next: Uint32Array = new Uint32Array(n);
  const bondTypes = bondInvariants(graph);
  const identifiers = [...current];
  const centres = Array.from({ length: n }, (_, i) => i);
  const radii = new Array<number>(n).fill(0);
  const isDead = new Uint8Array(n);
  let covered = new Uint32Array(n * words);
  const seen: Uint32Array[] = [];
  for (let layer = 0; layer < maxRadius; layer++) {
    const grown = covered.slice();
    const found: number[] = [];
    for (let atom = 0; atom < n; atom++) {
      if (isDead[atom]) continue;
      const from = graph.offsets[atom]!;
      const to = graph.offsets[atom + 1]!;
      if (from === to) {
        isDead[atom] = 1;
        continue;
      }
      next[atom] = nextInvariant(graph, atom, layer, current, bondTypes);
      for (let k = from; k < to; k++) {
        const bond = graph.neighbourBonds[k]!;
        grown[atom * words + (bond >> 5)]! |= 1 << (bond & 31);
        const other = graph.neighbours[k]! * words;
        for (let w = 0; w < words; w++) grown[atom * words + w]! |= covered[other + w]!;
      }
      found.push(atom);
    }
    // Of the environments of this layer that cover the same bonds, the one with the lowest invariant counts.
    found.sort((a, b) => next[a]! - next[b]! || a - b);
    for (const atom of found) {
      const bonds = grown.subarray(atom * words, (atom + 1) * words);
      if (includesBonds(seen, bonds)) {
        isDead[atom] = 1;
        continue;
      }
      seen.push(bonds);
      identifiers.push(next[atom]!);
      centres.push(atom);
      radii.push(layer + 1);
    }
    [current, next] = [next, current];
    covered = grown;
  }
  return { identifiers, centres, radii };
}

function includesBonds(seen: readonly Uint32Array[], bonds: Uint32Array): boolean {
  search: for (const other of seen) {
    for (let w = 0; w < bonds.length; w++) if (other[w] !== bonds[w]) continue search;
    return true;
  }
  return false;
}

/** boost::hash_combine on 32 bits. */
const combine = (seed: number, value: number): number =>
  (seed ^ (value + 0x9e3779b9 + (seed << 6) + (seed >>> 2))) >>> 0;

function atomInvariants(graph: MoleculeGraph): Uint32Array {
  const invariants = new Uint32Array(graph.atomCount);
  for (let i = 0; i < graph.atomCount; i++) {
    const number = graph.atomicNumber[i]!;
    const isotope = graph.isotope[i]!;
    let hash = combine(0, number);
    hash = combine(hash, graph.degree[i]! + graph.implicitH[i]!);
    hash = combine(hash, graph.implicitH[i]!);
    hash = combine(hash, graph.charge[i]! >>> 0);
    hash = combine(hash, isotope === 0 ? 0 : Math.trunc(isotope - atomicWeights[number]!) >>> 0);
    invariants[i] = graph.atomRings[i]! > 0 ? combine(hash, 1) : hash;
  }
  return invariants;
}

/** RDKit's bond type numbers: 1, 2, 3, 12 aromatic, 17 dative, 21 zero order. */
function bondInvariants(graph: MoleculeGraph): Uint8Array {
  return graph.bondOrder.map((order) => (order === AROMATIC ? 12 : order === 0 ? 21 : order));
}

const types = new Float64Array(64);

function nextInvariant(
  graph: MoleculeGraph,
  atom: number,
  layer: number,
  current: Uint32Array,
  bondTypes: Uint8Array,
): number {
  const from = graph.offsets[atom]!;
  const degree = graph.offsets[atom + 1]! - from;
  // Bond type and neighbour in one number, so that the pairs sort as numbers.
  const pairs = degree <= types.length ? types.subarray(0, degree) : new Float64Array(degree);
  for (let k = 0; k < degree; k++) {
    pairs[k] = bondTypes[graph.neighbourBonds[from + k]!]! * 4294967296 + current[graph.neighbours[from + k]!]!;
  }
  pairs.sort();
  let hash = combine(layer, current[atom]!);
  for (let k = 0; k < degree; k++) {
    const type = Math.floor(pairs[k]! / 4294967296);
    hash = combine(hash, combine(combine(0, type), pairs[k]! - type * 4294967296));
  }
  return hash;
}

function atomsWithin(graph: MoleculeGraph, centre: number, radius: number): number[] {
  const atoms = [centre];
  const seen = new Set(atoms);
  for (let layer = 0, from = 0; layer < radius; layer++) {
    const to = atoms.length;
    for (; from < to; from++) {
      const atom = atoms[from]!;
      for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
        const neighbour = graph.neighbours[k]!;
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        atoms.push(neighbour);
      }
    }
  }
  return atoms;
}
