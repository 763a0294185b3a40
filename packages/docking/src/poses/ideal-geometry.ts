import { AROMATIC, type MoleculeGraph } from "@qinghao/chemistry";
import { covalentRadius } from "./atom-radii.ts";

/**
 * Radii whose sums are bond lengths, Å: single, double, triple. Sources: Pyykkö & Atsumi 2009, doi 10.1002/chem.200800987
 * and 10.1002/chem.200901472; Pyykkö, Riedel & Patzschke 2005, doi 10.1002/chem.200401299.
 */
const bondRadii = new Map<number, readonly [number, number, number]>([
  [1, [0.32, 0.32, 0.32]],
  [5, [0.85, 0.78, 0.73]],
  [6, [0.75, 0.67, 0.6]],
  [7, [0.71, 0.6, 0.54]],
  [8, [0.63, 0.57, 0.53]],
  [9, [0.64, 0.59, 0.53]],
  [14, [1.16, 1.07, 1.02]],
  [15, [1.11, 1.02, 0.94]],
  [16, [1.03, 0.94, 0.95]],
  [17, [0.99, 0.95, 0.93]],
  [33, [1.21, 1.14, 1.06]],
  [34, [1.16, 1.07, 1.07]],
  [35, [1.14, 1.09, 1.1]],
  [52, [1.36, 1.28, 1.21]],
  [53, [1.33, 1.29, 1.25]],
]);

/** Shape around an atom: 1 straight, 2 flat, 3 tetrahedral, 4 anything else (metals, more than four neighbours). */
export type Shape = 1 | 2 | 3 | 4;

/** Lengths of bonds and angles that a molecule has when nothing strains it. */
export type IdealGeometry = {
  readonly shapes: readonly Shape[];
  /** Shortest and longest usual length of each bond, Å. */
  readonly bondLength: (bond: number) => readonly [number, number];
  /** The usual angle between two bonds of an atom, degrees; null where any angle is usual. */
  readonly angle: (first: number, centre: number, last: number) => number | null;
};

/** What the graph says of bond lengths and angles. */
export function idealGeometry(graph: MoleculeGraph): IdealGeometry {
  const shapes = shapesOf(graph);
  return {
    shapes,
    bondLength: (bond) => bondLength(graph, shapes, bond),
    angle: (first, centre, last) => idealAngle(graph, shapes, first, centre, last),
  };
}

function shapesOf(graph: MoleculeGraph): Shape[] {
  const own = Array.from({ length: graph.atomCount }, (_, atom) => ownShape(graph, atom));
  return own.map((shape, atom) => (shape === 3 && lendsLonePair(graph, own, atom) ? 2 : shape));
}

function ownShape(graph: MoleculeGraph, atom: number): Shape {
  const z = graph.atomicNumber[atom]!;
  if (!bondRadii.has(z) || graph.degree[atom]! > 4) return 4;
  if (graph.aromatic[atom] === 1) return 2;
  let doubles = 0;
  for (const bond of bondsOf(graph, atom)) {
    const order = graph.kekuleOrder[bond]!;
    if (order === 3) return 1;
    if (order === 2) doubles++;
  }
  // Sulfur and phosphorus with double bonds stay tetrahedral (sulfones, phosphates), a thiocarbonyl has one neighbour.
  if (z > 10) return doubles > 0 && graph.degree[atom]! <= 2 ? 2 : 3;
  return doubles >= 2 ? 1 : doubles === 1 || (z === 5 && graph.degree[atom]! <= 3) ? 2 : 3;
}

/** Whether a nitrogen or oxygen shares its lone pair with a flat neighbour (amide, aniline, ester). */
function lendsLonePair(graph: MoleculeGraph, shapes: readonly Shape[], atom: number): boolean {
  const z = graph.atomicNumber[atom]!;
  const bonds = graph.degree[atom]! + graph.implicitH[atom]!;
  if ((z !== 7 || bonds > 3 || graph.charge[atom]! > 0) && (z !== 8 || bonds > 2)) return false;
  return neighboursOf(graph, atom).some((other) => shapes[other] === 2 && graph.atomicNumber[other] !== 8);
}

function bondLength(graph: MoleculeGraph, shapes: readonly Shape[], bond: number): readonly [number, number] {
  const [a, b] = [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!];
  const [ra, rb] = [radii(graph, a), radii(graph, b)];
  const [single, double, triple] = [ra[0] + rb[0], ra[1] + rb[1], ra[2] + rb[2]];
  if (graph.bondOrder[bond] === AROMATIC) {
    const between = single + AROMATIC_SHARE * (double - single);
    return spread(between, between);
  }
  if (isShared(graph, bond, a, b)) return spread(double, single);
  const order = graph.kekuleOrder[bond]!;
  if (order === 2) return spread(double, double);
  if (order === 3) return spread(triple, triple);
  const isConjugated = shapes[a]! <= 2 && shapes[b]! <= 2;
  return spread(isConjugated ? (single + double) / 2 : single, single);
}

/** Where between a single and a double bond an aromatic one lies: 1.40 Å in benzene. */
const AROMATIC_SHARE = 0.6;
/** The usual spread of a bond length, Å. */
const LENGTH_TOLERANCE = 0.01;
const spread = (low: number, high: number) => [low - LENGTH_TOLERANCE, high + LENGTH_TOLERANCE] as const;

function radii(graph: MoleculeGraph, atom: number): readonly [number, number, number] {
  const z = graph.atomicNumber[atom]!;
  const other = covalentRadius(z);
  return bondRadii.get(z) ?? [other, other, other];
}

/**
 * Whether a terminal oxygen or nitrogen shares its double bond with another at the same atom, as in carboxylate, nitro,
 * amidine, sulfone and phosphate: which one is double is a matter of drawing.
 */
function isShared(graph: MoleculeGraph, bond: number, a: number, b: number): boolean {
  return [
    [a, b],
    [b, a],
  ].some(([end, centre]) => {
    if (!isTerminalOxygenOrNitrogen(graph, end!)) return false;
    const orders = neighboursOf(graph, centre!).flatMap((other, k) =>
      isTerminalOxygenOrNitrogen(graph, other) ? [graph.kekuleOrder[bondsOf(graph, centre!)[k]!]!] : [],
    );
    return orders.includes(1) && orders.includes(2) && graph.kekuleOrder[bond]! <= 2;
  });
}

const isTerminalOxygenOrNitrogen = (graph: MoleculeGraph, atom: number): boolean =>
  (graph.atomicNumber[atom] === 7 || graph.atomicNumber[atom] === 8) && graph.degree[atom] === 1;

/** Angle of a regular or usual ring of 3 to 6 atoms, degrees. */
function ringAngle(size: number, shape: Shape): number {
  if (size === 3) return 60;
  if (size === 4) return 90;
  if (size === 5) return shape === 2 ? 108 : 104;
  return shape === 2 ? 120 : 109.5;
}

function idealAngle(graph: MoleculeGraph, shapes: readonly Shape[], first: number, centre: number, last: number) {
  const shape = shapes[centre]!;
  if (shape === 4) return null;
  const shared = smallestRing(graph, [first, centre, last]);
  if (shared !== null && shared <= 6) return ringAngle(shared, shape);
  if (shape === 1) return 180;
  if (shape === 2) return flatAngle(graph, shape, first, centre, last);
  const own = smallestRing(graph, [centre]);
  return own === 3 ? 116 : own === 4 ? 112 : 109.5;
}

/** In the plane around an atom the angles add up to 360 degrees; those inside rings are given. */
function flatAngle(graph: MoleculeGraph, shape: Shape, first: number, centre: number, last: number): number {
  const third = neighboursOf(graph, centre).find((other) => other !== first && other !== last);
  if (third === undefined) return 120;
  const sides = [first, last].map((side) => smallestRing(graph, [side, centre, third]));
  const inside = sides.filter((size) => size !== null && size <= 6).map((size) => ringAngle(size!, shape));
  if (inside.length === 0) return 120;
  return inside.length === 2 ? 360 - inside[0]! - inside[1]! : (360 - inside[0]!) / 2;
}

function smallestRing({ rings }: MoleculeGraph, atoms: readonly number[]): number | null {
  const sizes = rings.filter((ring) => atoms.every((atom) => ring.includes(atom))).map((ring) => ring.length);
  return sizes.length === 0 ? null : Math.min(...sizes);
}

const bondsOf = (graph: MoleculeGraph, atom: number): readonly number[] => [
  ...graph.neighbourBonds.subarray(graph.offsets[atom], graph.offsets[atom + 1]),
];

/** Neighbours of an atom in the graph. */
export const neighboursOf = (graph: MoleculeGraph, atom: number): readonly number[] => [
  ...graph.neighbours.subarray(graph.offsets[atom], graph.offsets[atom + 1]),
];
