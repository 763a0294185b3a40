import { addTerm, type TermList } from "./terms.ts";
import { neighboursOf, type Topology } from "./topology.ts";

/** A tetrahedral centre that must be one of its mirror images. */
export type Centre = {
  readonly atom: number;
  /** Four corners; the volume seen from the last one has the sign `sign`. The atom itself stands for a missing neighbour. */
  readonly corners: readonly [number, number, number, number];
  readonly sign: 1 | -1;
};

/** What is specified about a molecule's mirror images and double bonds. */
export type Stereo = {
  readonly centres: readonly Centre[];
  readonly doubleBonds: readonly {
    readonly atoms: readonly [number, number, number, number];
    readonly isCis: boolean;
  }[];
};

/** On which sides of a double bond with known geometry its substituents lie. */
export type DoubleBondSides = { sideOf(bond: number, i: number, l: number): "cis" | "trans" | null };

/** Tags of a graph's tetrahedral centres: looking from the first neighbour, the others in order turn this way. */
const CLOCKWISE = 1;
const COUNTERCLOCKWISE = 2;

export function specifiedStereo(topology: Topology): Stereo {
  const { graph } = topology;
  const centres: Centre[] = [];
  for (let atom = 0; atom < graph.atomCount; atom++) {
    const tag = graph.chirality[atom];
    if (tag !== CLOCKWISE && tag !== COUNTERCLOCKWISE) continue;
    const neighbours = [...neighboursOf(topology, atom)];
    const corners = cornersOf(neighbours, atom);
    if (corners === null) continue;
    centres.push({ atom, corners, sign: tag === CLOCKWISE ? -1 : 1 });
  }
  const doubleBonds = graph.doubleBonds.map(({ bond, begin, end, isCis }) => ({
    atoms: [begin, graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!, end] as const,
    isCis,
  }));
  return { centres, doubleBonds };
}

/** The corners of a centre with three or four neighbours, as the sign of its volume is read. */
export function cornersOf(neighbours: readonly number[], atom: number): [number, number, number, number] | null {
  const [a, b, c, d] = neighbours;
  if (neighbours.length === 4) return [a!, b!, c!, d!];
  // The lone pair stands where a fourth neighbour would: opposite to the other three, as the atom itself does.
  return neighbours.length === 3 ? [a!, b!, c!, atom] : null;
}

/** Least of six times a volume at a centre with four and with three neighbours, Å³: well below that of the ideal shape. */
const LEAST_OF_FOUR = 2;
const LEAST_OF_THREE = 0.8;

/** The volumes that keep the centres on their side. */
export function volumeTerms(centres: readonly Centre[]): TermList {
  const volumes: TermList = { width: 4, numbersEach: 2, atoms: [], numbers: [] };
  for (const { corners, sign, atom } of centres) {
    const least = corners[3] === atom ? LEAST_OF_THREE : LEAST_OF_FOUR;
    addTerm(volumes, corners, sign > 0 ? [least, 100] : [-100, -least]);
  }
  return volumes;
}

/** The sides of the substituents of every double bond whose geometry is given. */
export function sidesOf(topology: Topology, doubleBonds: Stereo["doubleBonds"]): DoubleBondSides {
  const { graph } = topology;
  const known = new Map<number, { left: number; right: number; isCis: boolean; begin: number }>();
  for (const { atoms, isCis } of doubleBonds) {
    for (let bond = 0; bond < graph.bondCount; bond++) {
      if (graph.bondAtoms[2 * bond] !== atoms[1] || graph.bondAtoms[2 * bond + 1] !== atoms[2]) continue;
      known.set(bond, { left: atoms[0], right: atoms[3], isCis, begin: atoms[1] });
    }
  }
  return {
    sideOf(bond, i, l) {
      const found = known.get(bond);
      if (found === undefined) return null;
      const flips = Number(i !== found.left) + Number(l !== found.right);
      return (flips % 2 === 0) === found.isCis ? "cis" : "trans";
    },
  };
}

/** Six times the signed volume of four atoms, seen from the last one, Å³. @param xyz 3 x atoms */
export function signedVolume(xyz: Float64Array, [a, b, c, d]: readonly [number, number, number, number]): number {
  const from = (atom: number, axis: number) => xyz[3 * atom + axis]! - xyz[3 * d + axis]!;
  const [ax, ay, az] = [from(a, 0), from(a, 1), from(a, 2)];
  const [bx, by, bz] = [from(b, 0), from(b, 1), from(b, 2)];
  const [cx, cy, cz] = [from(c, 0), from(c, 1), from(c, 2)];
  return ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
}

/** Cosine of the torsion of four atoms. */
export function torsionCosine(xyz: Float64Array, [i, j, k, l]: readonly [number, number, number, number]): number {
  const difference = (a: number, b: number) => [0, 1, 2].map((axis) => xyz[3 * a + axis]! - xyz[3 * b + axis]!);
  const cross = ([a, b, c]: number[], [x, y, z]: number[]) => [b! * z! - c! * y!, c! * x! - a! * z!, a! * y! - b! * x!];
  const axis = difference(k, j);
  const p = cross(difference(i, j), axis);
  const q = cross(difference(l, k), axis);
  const dot = (a: number[], b: number[]) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
  return dot(p, q) / Math.sqrt(Math.max(dot(p, p) * dot(q, q), 1e-12));
}

/** Whether coordinates show every centre and double bond as specified. */
export function showsStereo(xyz: Float64Array, { centres, doubleBonds }: Stereo): boolean {
  return (
    centres.every(({ corners, sign }) => signedVolume(xyz, corners) * sign > 0.3) &&
    doubleBonds.every(({ atoms, isCis }) => torsionCosine(xyz, atoms) * (isCis ? 1 : -1) > 0.5)
  );
}
