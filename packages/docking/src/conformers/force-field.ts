import { cosineSeries } from "./cosine-series.ts";
import { SP2 } from "./hybridisation.ts";
import { addTerm, emptyTerms, type ForceFieldTerms } from "./terms.ts";
import { isAmideBond, neighboursOf, type Topology } from "./topology.ts";
import {
  bendAround,
  bendConstant,
  bendPolynomial,
  bondOrderOf,
  inversionNumbers,
  isIrregular,
  naturalLength,
  stretchConstant,
  torsionBarrier,
} from "./uff-bonded.ts";

/** A torsion about a bond that knowledge of crystal structures decides instead of the force field. */
export type KnownTorsion = { readonly atoms: readonly number[]; readonly polynomial: readonly number[] };

export type ForceFieldOptions = {
  /** Order of an amide's C-N bond; 1.41 in the paper. */
  readonly amideOrder: number;
  /** Torsions about a bond, or null where the force field's own hold. */
  readonly knownTorsions: (bond: number) => readonly KnownTorsion[] | null;
  /** Natural angle of three atoms, radians; null for that of the centre's type. */
  readonly naturalAngle: (i: number, j: number, k: number) => number | null;
  /** What the force constant of the inversions around aromatic atoms is multiplied by. */
  readonly flatness: number;
  /** What the barriers of single bonds between sp2 atoms are multiplied by. */
  readonly conjugation: number;
  /** What the van der Waals distances of the types are multiplied by. */
  readonly contactShare: number;
  /** Van der Waals distance of a polar hydrogen and an acceptor, Å; null for that of their types. */
  readonly hydrogenBond: number | null;
};

/** The force field as published, in the form that RDKit computes: no order of its own for amides, no hydrogen bonds. */
export const publishedUff: ForceFieldOptions = {
  amideOrder: 1,
  knownTorsions: () => null,
  naturalAngle: () => null,
  flatness: 1,
  conjugation: 1,
  contactShare: 1,
  hydrogenBond: null,
};

/** The order of each bond that the force field takes. */
export function bondOrders(topology: Topology, amideOrder: number): Float64Array {
  return Float64Array.from({ length: topology.graph.bondCount }, (_, bond) =>
    isAmideBond(topology, bond) ? amideOrder : bondOrderOf(topology.graph, bond),
  );
}

/** Natural length of each bond, Å. */
export function bondLengths({ graph, types }: Topology, orders: Float64Array): Float64Array {
  return orders.map((order, bond) =>
    naturalLength(types[graph.bondAtoms[2 * bond]!]!, types[graph.bondAtoms[2 * bond + 1]!]!, order),
  );
}

/** All terms of the Universal Force Field for a molecule. */
export function uffTerms(topology: Topology, options: ForceFieldOptions): ForceFieldTerms {
  const { graph, types } = topology;
  const terms = emptyTerms();
  const orders = bondOrders(topology, options.amideOrder);
  const lengths = bondLengths(topology, orders);
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const a = graph.bondAtoms[2 * bond]!;
    const b = graph.bondAtoms[2 * bond + 1]!;
    const length = lengths[bond]!;
    addTerm(terms.bonds, [a, b], [stretchConstant(types[a]!, types[b]!, length), length]);
    addTorsions(terms, topology, options, orders, bond);
  }
  for (let atom = 0; atom < graph.atomCount; atom++) {
    addAngles(terms, topology, options, lengths, atom);
    addInversions(terms, topology, options, atom);
  }
  addContacts(terms, topology, options);
  return terms;
}

function addAngles(
  terms: ForceFieldTerms,
  topology: Topology,
  options: ForceFieldOptions,
  lengths: Float64Array,
  atom: number,
): void {
  const { graph, types, electrons } = topology;
  const hybridisation = electrons.hybridisation[atom]!;
  const from = graph.offsets[atom]!;
  const to = graph.offsets[atom + 1]!;
  if (isIrregular(hybridisation, to - from)) return;
  for (let m = from; m < to; m++) {
    for (let n = m + 1; n < to; n++) {
      const i = graph.neighbours[m]!;
      const k = graph.neighbours[n]!;
      const special = options.naturalAngle(i, atom, k) ?? smallRingAngle(topology, i, atom, k);
      const angle = special ?? (types[atom]!.angle * Math.PI) / 180;
      const [ij, jk] = [lengths[graph.neighbourBonds[m]!]!, lengths[graph.neighbourBonds[n]!]!];
      const constant = bendConstant(types[i]!, types[k]!, ij, jk, angle);
      const polynomial =
        special === null ? bendPolynomial(hybridisation, angle, constant) : bendAround(angle, constant);
      addTerm(terms.angles, [i, atom, k], polynomial);
    }
  }
}

/** Natural angle at an sp2 atom of a ring of three or four, radians; null elsewhere. */
function smallRingAngle({ graph, electrons }: Topology, i: number, j: number, k: number): number | null {
  if (electrons.hybridisation[j] !== SP2) return null;
  for (const size of [3, 4]) {
    const isIn = (atom: number) => graph.rings.some((ring) => ring.length === size && ring.includes(atom));
    if (!isIn(j)) continue;
    const inside = Number(isIn(i)) + Number(isIn(k));
    if (inside === 2) return size === 3 ? Math.PI / 3 : Math.PI / 2;
    return inside === 1 ? (size === 3 ? (5 * Math.PI) / 6 : (3 * Math.PI) / 4) : null;
  }
  return null;
}

function addInversions(terms: ForceFieldTerms, topology: Topology, options: ForceFieldOptions, atom: number): void {
  const { graph, electrons } = topology;
  if (graph.degree[atom] !== 3) return;
  const [a, b, c] = neighboursOf(topology, atom) as unknown as [number, number, number];
  const isCarbonyl =
    graph.atomicNumber[atom] === 6 &&
    [a, b, c].some((other) => graph.atomicNumber[other] === 8 && electrons.hybridisation[other] === SP2);
  const numbers = inversionNumbers(graph.atomicNumber[atom]!, electrons.hybridisation[atom]!, isCarbonyl);
  if (numbers === null) return;
  numbers[0]! *= (graph.aromatic[atom] === 1 ? options.flatness : 1) / 3;
  for (const atoms of [
    [a, b, c, atom],
    [a, c, b, atom],
    [b, c, a, atom],
  ]) {
    addTerm(terms.inversions, atoms, numbers);
  }
}

function addTorsions(
  terms: ForceFieldTerms,
  topology: Topology,
  options: ForceFieldOptions,
  orders: Float64Array,
  bond: number,
): void {
  const { graph, types, electrons } = topology;
  const [j, k] = [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!];
  if (graph.degree[j]! < 2 || graph.degree[k]! < 2) return;
  const known = options.knownTorsions(bond);
  if (known !== null) {
    for (const { atoms, polynomial } of known) addTerm(terms.torsions, atoms, polynomial);
    return;
  }
  const [atJ, atK] = [j, k].map((atom) => ({
    parameters: types[atom]!,
    hybridisation: electrons.hybridisation[atom]!,
    z: graph.atomicNumber[atom]!,
  }));
  const quads: number[][] = [];
  for (const i of neighboursOf(topology, j)) {
    for (const l of neighboursOf(topology, k)) if (i !== k && l !== j && i !== l) quads.push([i, j, k, l]);
  }
  for (const [i, , , l] of quads) {
    const hasSp2End = electrons.hybridisation[i!] === SP2 || electrons.hybridisation[l!] === SP2;
    const found = torsionBarrier(atJ!, atK!, orders[bond]!, hasSp2End);
    if (found === null) continue;
    const isConjugated = graph.bondOrder[bond] === 1 && found.multiplicity === 2 && found.sign === 1;
    const half = ((isConjugated ? options.conjugation : 1) * found.barrier) / 2 / quads.length;
    const amplitudes = [half, 0, 0, 0, 0, 0, 0];
    amplitudes[found.multiplicity]! -= half * found.sign;
    addTerm(terms.torsions, [i!, j, k, l!], cosineSeries(amplitudes));
  }
}

/** Share of the van der Waals distance where the soft repulsion ends; atoms three bonds apart have none. */
const SOFT_SHARE = 0.85;

function addContacts(terms: ForceFieldTerms, topology: Topology, options: ForceFieldOptions): void {
  const { graph, types } = topology;
  const apart = separations(topology, 4);
  const n = graph.atomCount;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const bonds = apart[i * n + j]!;
      if (bonds > 0 && bonds < 3) continue;
      const [a, b] = [types[i]!, types[j]!];
      const hydrogenBond = options.hydrogenBond !== null && mayHydrogenBond(topology, i, j);
      const square = hydrogenBond ? options.hydrogenBond! ** 2 : options.contactShare ** 2 * a.distance * b.distance;
      const soft = bonds === 3 ? 0 : SOFT_SHARE * SOFT_SHARE * square;
      addTerm(terms.contacts, [i, j], [Math.sqrt(a.depth * b.depth), square, soft]);
    }
  }
}

/** Whether one atom is a hydrogen on nitrogen, oxygen or sulphur, and the other may accept it. */
export function mayHydrogenBond(topology: Topology, i: number, j: number): boolean {
  return (
    (isPolarHydrogen(topology, i) && isAcceptor(topology, j)) ||
    (isPolarHydrogen(topology, j) && isAcceptor(topology, i))
  );
}

function isPolarHydrogen({ graph }: Topology, atom: number): boolean {
  if (graph.atomicNumber[atom] !== 1 || graph.degree[atom] !== 1) return false;
  return [7, 8, 16].includes(graph.atomicNumber[graph.neighbours[graph.offsets[atom]!]!]!);
}

const isAcceptor = ({ graph }: Topology, atom: number): boolean =>
  [7, 8, 9, 16, 17].includes(graph.atomicNumber[atom]!);

/** Bonds between each two atoms, n x n, up to `limit`; 0 where they are farther apart. */
export function separations(topology: Topology, limit: number): Uint8Array {
  const n = topology.graph.atomCount;
  const apart = new Uint8Array(n * n);
  for (let start = 0; start < n; start++) {
    let edge = [start];
    for (let distance = 1; distance <= limit && edge.length > 0; distance++) {
      const next: number[] = [];
      for (const atom of edge) {
        for (const other of neighboursOf(topology, atom)) {
          if (other === start || apart[start * n + other] !== 0) continue;
          apart[start * n + other] = distance;
          next.push(other);
        }
      }
      edge = next;
    }
  }
  return apart;
}
