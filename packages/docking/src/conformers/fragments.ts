import type { SpatialGraph } from "@qinghao/chemistry";

/** The connected parts of a graph, each with the numbers that its atoms have in the whole. */
export function connectedParts(graph: SpatialGraph): { graph: SpatialGraph; atoms: number[] }[] {
  const part = new Int32Array(graph.atomCount).fill(-1);
  const parts: number[][] = [];
  for (let start = 0; start < graph.atomCount; start++) {
    if (part[start] !== -1) continue;
    const stack = [start];
    part[start] = parts.length;
    for (let atom = stack.pop(); atom !== undefined; atom = stack.pop()) {
      for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
        const other = graph.neighbours[k]!;
        if (part[other] !== -1) continue;
        part[other] = parts.length;
        stack.push(other);
      }
    }
    parts.push([]);
  }
  part.forEach((index, atom) => {
    parts[index]!.push(atom);
  });
  if (parts.length === 1) return [{ graph, atoms: parts[0]! }];
  return parts.map((atoms) => ({ graph: subgraph(graph, atoms), atoms }));
}

/** The part of a graph that some of its atoms make up; no bond leaves them. */
function subgraph(graph: SpatialGraph, atoms: readonly number[]): SpatialGraph {
  const numberOf = new Map(atoms.map((atom, index) => [atom, index]));
  const bonds = Array.from({ length: graph.bondCount }, (_, bond) => bond).filter((bond) =>
    numberOf.has(graph.bondAtoms[2 * bond]!),
  );
  const bondNumberOf = new Map(bonds.map((bond, index) => [bond, index]));
  const ofAtoms = <T extends Uint8Array | Int8Array | Uint16Array>(values: T): T =>
    values
      .slice()
      .fill(0)
      .subarray(0, atoms.length)
      .map((_, index) => values[atoms[index]!]!) as T;
  const ofBonds = <T extends Uint8Array | Uint16Array>(values: T): T =>
    values
      .slice()
      .fill(0)
      .subarray(0, bonds.length)
      .map((_, index) => values[bonds[index]!]!) as T;
  const offsets = new Uint16Array(atoms.length + 1);
  const neighbours: number[] = [];
  const neighbourBonds: number[] = [];
  atoms.forEach((atom, index) => {
    for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
      neighbours.push(numberOf.get(graph.neighbours[k]!)!);
      neighbourBonds.push(bondNumberOf.get(graph.neighbourBonds[k]!)!);
    }
    offsets[index + 1] = neighbours.length;
  });
  return {
    atomCount: atoms.length,
    bondCount: bonds.length,
    atomicNumber: ofAtoms(graph.atomicNumber),
    charge: ofAtoms(graph.charge),
    implicitH: ofAtoms(graph.implicitH),
    hCount: ofAtoms(graph.hCount),
    radicals: ofAtoms(graph.radicals),
    isotope: ofAtoms(graph.isotope),
    aromatic: ofAtoms(graph.aromatic),
    chirality: ofAtoms(graph.chirality),
    degree: ofAtoms(graph.degree),
    bondAtoms: Uint16Array.from(
      bonds.flatMap((bond) =>
        [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!].map((a) => numberOf.get(a)!),
      ),
    ),
    bondOrder: ofBonds(graph.bondOrder),
    kekuleOrder: ofBonds(graph.kekuleOrder),
    bondStereo: ofBonds(graph.bondStereo),
    offsets,
    neighbours: Uint16Array.from(neighbours),
    neighbourBonds: Uint16Array.from(neighbourBonds),
    rings: graph.rings.filter((ring) => numberOf.has(ring[0]!)).map((ring) => ring.map((atom) => numberOf.get(atom)!)),
    atomRings: ofAtoms(graph.atomRings),
    bondRings: ofBonds(graph.bondRings),
    doubleBonds: graph.doubleBonds
      .filter(({ bond }) => bondNumberOf.has(bond))
      .map(({ bond, begin, end, isCis }) => ({
        bond: bondNumberOf.get(bond)!,
        begin: numberOf.get(begin)!,
        end: numberOf.get(end)!,
        isCis,
      })),
  };
}
