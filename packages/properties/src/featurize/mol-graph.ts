import { AROMATIC, type AtomGraph } from "@qinghao/chemistry";

/** The arrays of the chemistry package's molecule graph that the featuriser reads. */
export type GraphSource = {
  readonly atomCount: number;
  readonly bondCount: number;
  readonly atomicNumber: Uint8Array;
  readonly charge: Int8Array;
  readonly implicitH: Uint8Array;
  readonly aromatic: Uint8Array;
  readonly bondAtoms: Uint16Array;
  readonly bondOrder: Uint8Array;
  readonly kekuleOrder: Uint8Array;
  readonly rings: readonly (readonly number[])[];
};

/** A molecule as flat arrays; neighbour lists are compressed rows: `neighbour[offset[a] .. offset[a + 1]]`. */
export type MolGraph = {
  readonly n: number;
  readonly m: number;
  readonly z: Uint8Array;
  readonly charge: Int8Array;
  /** Hydrogens that are not atoms of the graph. */
  readonly h: Uint8Array;
  readonly aromatic: Uint8Array;
  readonly begin: Uint16Array;
  readonly end: Uint16Array;
  /** Kekulé order, 1 to 3; 0 for a dative or zero-order bond. */
  readonly order: Uint8Array;
  readonly aromaticBond: Uint8Array;
  readonly ringBond: Uint8Array;
  readonly offset: Uint16Array;
  readonly neighbour: Uint16Array;
  readonly via: Uint16Array;
  /** Atom indices of each ring of the smallest set, in ring order. */
  readonly rings: readonly (readonly number[])[];
  /** Number of rings that each atom is in. */
  readonly ringCount: Uint8Array;
  /** Size of the smallest ring of each atom, 0 outside rings. */
  readonly ringSize: Uint8Array;
};

/** The featuriser's view of a molecule. Cost O(atoms + bonds). */
export function toMolGraph(source: GraphSource): MolGraph {
  const m = source.bondCount;
  const begin = new Uint16Array(m);
  const end = new Uint16Array(m);
  const aromaticBond = new Uint8Array(m);
  for (let b = 0; b < m; b++) {
    begin[b] = source.bondAtoms[2 * b]!;
    end[b] = source.bondAtoms[2 * b + 1]!;
    aromaticBond[b] = source.bondOrder[b] === AROMATIC ? 1 : 0;
  }
  const { atomicNumber: z, charge, implicitH: h, aromatic, kekuleOrder: order, rings } = source;
  return assemble({ z, charge, h, aromatic, begin, end, order, aromaticBond, rings });
}

type Parts = Pick<MolGraph, "z" | "charge" | "h" | "aromatic" | "begin" | "end" | "order" | "aromaticBond" | "rings">;

/** Adds neighbour lists and ring membership. */
function assemble(parts: Parts): MolGraph {
  const { begin, end, rings } = parts;
  const n = parts.z.length;
  const m = begin.length;
  const offset = new Uint16Array(n + 1);
  const neighbour = new Uint16Array(2 * m);
  const via = new Uint16Array(2 * m);
  const ringBond = new Uint8Array(m);
  const ringCount = new Uint8Array(n);
  const ringSize = new Uint8Array(n);
  for (let b = 0; b < m; b++) {
    offset[begin[b]! + 1]!++;
    offset[end[b]! + 1]!++;
  }
  for (let a = 0; a < n; a++) offset[a + 1]! += offset[a]!;
  const at = offset.slice(0, n);
  for (let b = 0; b < m; b++) {
    const x = begin[b]!;
    const y = end[b]!;
    neighbour[at[x]!] = y;
    via[at[x]!++] = b;
    neighbour[at[y]!] = x;
    via[at[y]!++] = b;
  }
  const graph = { ...parts, n, m, offset, neighbour, via, ringBond, ringCount, ringSize };
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const a = ring[i]!;
      ringCount[a]!++;
      if (ringSize[a] === 0 || ring.length < ringSize[a]!) ringSize[a] = Math.min(255, ring.length);
      const bond = bondBetween(graph, a, ring[(i + 1) % ring.length]!);
      if (bond >= 0) ringBond[bond] = 1;
    }
  }
  return graph;
}

/**
 * The molecule without one atom: its bonds become hydrogens on the neighbours, rings through it are opened, the rest
 * keeps its aromaticity. Used to ask a model what the atom contributes.
 */
export function withoutAtom(graph: MolGraph, atom: number): MolGraph {
  const renumber = (a: number): number => (a > atom ? a - 1 : a);
  const drop = <A extends Uint8Array | Int8Array>(values: A): A =>
    values.filter((_: number, i: number) => i !== atom) as A;
  const h = graph.h.slice();
  const kept: number[] = [];
  for (let b = 0; b < graph.m; b++) {
    const x = graph.begin[b]!;
    const y = graph.end[b]!;
    if (x === atom) h[y]! += graph.order[b]!;
    else if (y === atom) h[x]! += graph.order[b]!;
    else kept.push(b);
  }
  return assemble({
    z: drop(graph.z),
    charge: drop(graph.charge),
    h: drop(h),
    aromatic: drop(graph.aromatic),
    begin: Uint16Array.from(kept, (b) => renumber(graph.begin[b]!)),
    end: Uint16Array.from(kept, (b) => renumber(graph.end[b]!)),
    order: Uint8Array.from(kept, (b) => graph.order[b]!),
    aromaticBond: Uint8Array.from(kept, (b) => graph.aromaticBond[b]!),
    rings: graph.rings.filter((ring) => !ring.includes(atom)).map((ring) => ring.map(renumber)),
  });
}

/** The molecule as the chemistry package reads it. */
export function toAtomGraph(graph: MolGraph): AtomGraph {
  const hCount = graph.h.slice();
  for (let a = 0; a < graph.n; a++) {
    if (graph.z[a] !== 1) continue;
    for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) hCount[graph.neighbour[i]!]!++;
  }
  return {
    atomCount: graph.n,
    atomicNumber: graph.z,
    charge: graph.charge,
    implicitH: graph.h,
    hCount,
    aromatic: graph.aromatic,
    degree: Uint8Array.from({ length: graph.n }, (_, a) => degreeOf(graph, a)),
    bondOrder: graph.order.map((order, b) => (graph.aromaticBond[b] ? AROMATIC : order)),
    offsets: graph.offset,
    neighbours: graph.neighbour,
    neighbourBonds: graph.via,
    rings: graph.rings,
  };
}

/** Index of the bond between two atoms, -1 without one. */
export function bondBetween(graph: Pick<MolGraph, "offset" | "neighbour" | "via">, a: number, b: number): number {
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) if (graph.neighbour[i] === b) return graph.via[i]!;
  return -1;
}

export const degreeOf = (graph: MolGraph, a: number): number => graph.offset[a + 1]! - graph.offset[a]!;

/**
 * Topological distances, row-major n*n, 255 between atoms of different fragments (longer paths saturate at 254).
 * One breadth-first search per atom, cost O(n * (n + m)).
 */
export function distanceMatrix(graph: MolGraph): Uint8Array {
  const { n, offset, neighbour } = graph;
  const distance = new Uint8Array(n * n).fill(255);
  const queue = new Uint16Array(n);
  for (let source = 0; source < n; source++) {
    const row = source * n;
    distance[row + source] = 0;
    queue[0] = source;
    for (let head = 0, tail = 1; head < tail; head++) {
      const a = queue[head]!;
      const next = Math.min(254, distance[row + a]! + 1);
      for (let i = offset[a]!; i < offset[a + 1]!; i++) {
        const b = neighbour[i]!;
        if (distance[row + b] === 255) {
          distance[row + b] = next;
          queue[tail++] = b;
        }
      }
    }
  }
  return distance;
}
