import { bondLengths, bondOrders, mayHydrogenBond, separations } from "./force-field.ts";
import { SP2 } from "./hybridisation.ts";
import { idealAngle } from "./ideal-angles.ts";
import type { DoubleBondSides } from "./stereo.ts";
import { carbonylOxygen, isAmideBond, neighboursOf, type Topology } from "./topology.ts";

/** Order of an amide's C-N bond. Source: Rappé et al. 1992. */
export const AMIDE_ORDER = 1.41;
/** Beyond any molecule, Å. */
const FAR = 1000;
const BOND_SLACK = 0.01;
/** Slack of a distance over a torsion that is known, Å. */
const TORSION_SLACK = 0.06;
/** Share of the sum of van der Waals radii that atoms keep, by bonds between them; farther ones keep all of `far`. */
const keptShare = { 4: 0.72, 5: 0.85, far: 0.94 } as const;
/** Distance of a polar hydrogen to an acceptor, Å. */
const HYDROGEN_BOND = 1.75;

/** Bondi radii, Å. Source: Bondi 1964, doi 10.1021/j100785a001; 2 for the elements it lacks. */
const radii: Readonly<Record<number, number>> = {
  1: 1.2,
  6: 1.7,
  7: 1.6,
  8: 1.52,
  9: 1.47,
  14: 2.1,
  15: 1.8,
  16: 1.8,
  17: 1.75,
  34: 1.9,
  35: 1.85,
  53: 1.98,
};
const radiusOf = (z: number): number => radii[z] ?? 2;

/**
 * The bounds of all distances of a molecule, not yet smoothed: atoms x atoms, upper bounds above the diagonal, lower ones
 * below, Å. Bonds and angles from the force field and the rings, 1-4 distances from what is known of the torsion, the rest
 * from van der Waals radii.
 */
export function distanceBounds(topology: Topology, sides: DoubleBondSides): Float64Array {
  const { graph } = topology;
  const n = graph.atomCount;
  const bounds = new Float64Array(n * n);
  const lengths = bondLengths(topology, bondOrders(topology, AMIDE_ORDER));
  const apart = separations(topology, 5);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      bounds[i * n + j] = FAR;
      bounds[j * n + i] = contactDistance(topology, i, j, apart[i * n + j]!);
    }
  }
  const between = (i: number, j: number, lower: number, upper: number) => {
    const [a, b] = i < j ? [i, j] : [j, i];
    bounds[a * n + b] = upper;
    bounds[b * n + a] = lower;
  };
  for (let bond = 0; bond < graph.bondCount; bond++) set14(topology, lengths, apart, sides, bond, between);
  for (let atom = 0; atom < n; atom++) set13(topology, lengths, apart, atom, between);
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const length = lengths[bond]!;
    between(graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!, length - BOND_SLACK, length + BOND_SLACK);
  }
  return bounds;
}

function contactDistance(topology: Topology, i: number, j: number, bonds: number): number {
  const { graph } = topology;
  if (bonds !== 0 && bonds < 4) return 0;
  const sum = radiusOf(graph.atomicNumber[i]!) + radiusOf(graph.atomicNumber[j]!);
  const share = bonds === 4 ? keptShare[4] : bonds === 5 ? keptShare[5] : keptShare.far;
  return mayHydrogenBond(topology, i, j) ? Math.min(HYDROGEN_BOND, share * sum) : share * sum;
}

type Between = (i: number, j: number, lower: number, upper: number) => void;

const across = (a: number, b: number, angle: number): number => Math.sqrt(a * a + b * b - 2 * a * b * Math.cos(angle));

function set13(topology: Topology, lengths: Float64Array, apart: Uint8Array, atom: number, between: Between): void {
  const { graph } = topology;
  const n = graph.atomCount;
  for (let m = graph.offsets[atom]!; m < graph.offsets[atom + 1]!; m++) {
    for (let p = m + 1; p < graph.offsets[atom + 1]!; p++) {
      const [i, k] = [graph.neighbours[m]!, graph.neighbours[p]!];
      if (apart[i * n + k] === 1) continue;
      const { angle, slack } = idealAngle(topology, i, atom, k);
      const [a, b] = [lengths[graph.neighbourBonds[m]!]!, lengths[graph.neighbourBonds[p]!]!];
      const lower = across(a, b, Math.max(angle - slack, 0.7));
      const upper = across(a, b, Math.min(angle + slack, Math.PI));
      between(i, k, lower, upper);
    }
  }
}

/** What is known of a torsion before anything is embedded. */
type TorsionKind = "cis" | "trans" | "any";

function set14(
  topology: Topology,
  lengths: Float64Array,
  apart: Uint8Array,
  sides: DoubleBondSides,
  bond: number,
  between: Between,
): void {
  const { graph } = topology;
  const n = graph.atomCount;
  const [j, k] = [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!];
  const middle = lengths[bond]!;
  for (let m = graph.offsets[j]!; m < graph.offsets[j + 1]!; m++) {
    const i = graph.neighbours[m]!;
    if (i === k) continue;
    for (let p = graph.offsets[k]!; p < graph.offsets[k + 1]!; p++) {
      const l = graph.neighbours[p]!;
      if (l === j || l === i || apart[i * n + l] !== 3) continue;
      const [first, last] = [lengths[graph.neighbourBonds[m]!]!, lengths[graph.neighbourBonds[p]!]!];
      const atJ = idealAngle(topology, i, j, k).angle;
      const atK = idealAngle(topology, j, k, l).angle;
      const cis = spanned(first, middle, last, atJ, atK, 1);
      const trans = spanned(first, middle, last, atJ, atK, -1);
      const kind = torsionKind(topology, sides, bond, i, j, k, l);
      if (kind === "cis") between(i, l, cis - TORSION_SLACK, cis + TORSION_SLACK);
      else if (kind === "trans") between(i, l, trans - TORSION_SLACK, trans + TORSION_SLACK);
      else between(i, l, cis - TORSION_SLACK, trans + TORSION_SLACK);
    }
  }
}

/** Distance over three bonds of a torsion whose cosine is given. */
function spanned(a: number, b: number, c: number, atJ: number, atK: number, cosine: number): number {
  const along = b - a * Math.cos(atJ) - c * Math.cos(atK);
  const [p, q] = [a * Math.sin(atJ), c * Math.sin(atK)];
  return Math.sqrt(along * along + p * p + q * q - 2 * p * q * cosine);
}

function torsionKind(
  topology: Topology,
  sides: DoubleBondSides,
  bond: number,
  i: number,
  j: number,
  k: number,
  l: number,
): TorsionKind {
  const { graph, electrons, ringsOfBond, smallestBondRing } = topology;
  const isPlanar = electrons.hybridisation[j] === SP2 && electrons.hybridisation[k] === SP2;
  if (!isPlanar) return "any";
  const side = sides.sideOf(bond, i, l);
  if (side !== null) return side;
  const ringSize = smallestBondRing[bond]!;
  const isDouble = graph.kekuleOrder[bond] === 2 && graph.bondOrder[bond] !== 1;
  if (ringSize > 0 && ringSize < 8) {
    const isFlat = graph.aromatic[j] === 1 && graph.aromatic[k] === 1 && graph.bondOrder[bond] === 4;
    if (!isFlat && !isDouble) return "any";
    const ring = graph.rings[ringsOfBond[bond]![0]!]!;
    return ring.includes(i) === ring.includes(l) ? "cis" : "trans";
  }
  if (ringSize > 0 && ringSize < 10) return "any";
  if (isAmideBond(topology, bond)) return amideKind(topology, i, j, k, l);
  return esterKind(topology, bond, i, j, k, l);
}

/** Secondary amides are trans: the oxygen and the substituent of the nitrogen lie on one side. */
function amideKind(topology: Topology, i: number, j: number, k: number, l: number): TorsionKind {
  const { graph } = topology;
  const [onCarbon, carbon, nitrogen, onNitrogen] = graph.atomicNumber[j] === 7 ? [l, k, j, i] : [i, j, k, l];
  const hydrogens = [...neighboursOf(topology, nitrogen)].filter((atom) => graph.atomicNumber[atom] === 1);
  if (graph.degree[nitrogen] !== 3 || hydrogens.length !== 1) return "any";
  const isOxygen = onCarbon === carbonylOxygen(topology, carbon);
  return isOxygen === (onNitrogen !== hydrogens[0]) ? "cis" : "trans";
}

/** Esters and acids are Z: the carbonyl oxygen and what the other oxygen carries lie on one side. */
function esterKind(topology: Topology, bond: number, i: number, j: number, k: number, l: number): TorsionKind {
  const { graph } = topology;
  if (graph.bondOrder[bond] !== 1) return "any";
  const isOxygen = (atom: number) => graph.atomicNumber[atom] === 8 && graph.degree[atom] === 2;
  const [onCarbon, carbon] = isOxygen(k) ? [i, j] : isOxygen(j) ? [l, k] : [-1, -1];
  if (carbon < 0) return "any";
  const oxygen = carbonylOxygen(topology, carbon);
  if (oxygen < 0) return "any";
  return onCarbon === oxygen ? "cis" : "trans";
}
