import { AROMATIC } from "../graph.ts";
import type { AtomGraph } from "./atom-graph.ts";

const SINGLE = 1;
const DOUBLE = 2;
const TRIPLE = 3;
/** A SMARTS bond without a symbol: single or aromatic. */
const PLAIN = 5;

type Test = (graph: AtomGraph, atom: number) => boolean;

const element =
  (...numbers: number[]): Test =>
  (graph, i) =>
    numbers.includes(graph.atomicNumber[i]!);
const aliphatic =
  (...numbers: number[]): Test =>
  (graph, i) =>
    !graph.aromatic[i] && numbers.includes(graph.atomicNumber[i]!);
/** Of the heavy atoms: a hydrogen that stands in the graph counts as one on its neighbour. */
const anyAliphatic: Test = (graph, i) => !graph.aromatic[i] && graph.atomicNumber[i] !== 1;
const anyAromatic: Test = (graph, i) => graph.aromatic[i] === 1;
const any: Test = () => true;
const carbon = aliphatic(6);
const aromaticCarbon: Test = (graph, i) => graph.aromatic[i] === 1 && graph.atomicNumber[i] === 6;
const oxygen = aliphatic(8);
const nonCarbon: Test = (graph, i) => !graph.aromatic[i] && graph.atomicNumber[i] !== 6;
const notCarbon: Test = (graph, i) => graph.atomicNumber[i] !== 6 && graph.atomicNumber[i] !== 1;
/** [N,O,P,S,F,Cl,Br,I] */
const hetero = aliphatic(7, 8, 15, 16, 9, 17, 35, 53);
/** [A;!C;!N;!O;!P;!S;!F;!Cl;!Br;!I] */
const metalLike: Test = (graph, i) => anyAliphatic(graph, i) && !carbon(graph, i) && !hetero(graph, i);
const metalOrPhosphorus: Test = (graph, i) => metalLike(graph, i) || aliphatic(15)(graph, i);

/** Neighbours of an atom by a bond of a kind that pass a test. */
function count(graph: AtomGraph, atom: number, bond: number, test: Test): number {
  let found = 0;
  for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
    const order = graph.bondOrder[graph.neighbourBonds[k]!]!;
    const fits = bond === PLAIN ? order === SINGLE || order === AROMATIC : order === bond;
    if (fits && test(graph, graph.neighbours[k]!)) found++;
  }
  return found;
}

const has = (graph: AtomGraph, atom: number, bond: number, test: Test): boolean => count(graph, atom, bond, test) > 0;

function partner(graph: AtomGraph, atom: number, bond: number, test: Test): number {
  for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
    if (graph.bondOrder[graph.neighbourBonds[k]!]! === bond && test(graph, graph.neighbours[k]!))
      return graph.neighbours[k]!;
  }
  return -1;
}

/** [log P, molar refractivity] by atom type. */
type Contribution = readonly [logP: number, refractivity: number];
const contribution = (logP: number, refractivity: number): Contribution => [logP, refractivity];

const C = {
  c1: contribution(0.1441, 2.503),
  c2: contribution(0, 2.433),
  c3: contribution(-0.2035, 2.753),
  c4: contribution(-0.2051, 2.731),
  c5: contribution(-0.2783, 5.007),
  c6: contribution(0.1551, 3.513),
  c7: contribution(0.0017, 3.888),
  c8: contribution(0.08452, 2.464),
  c9: contribution(-0.1444, 2.412),
  c10: contribution(-0.0516, 2.488),
  c11: contribution(0.1193, 2.582),
  c12: contribution(-0.0967, 2.576),
  c13: contribution(-0.5443, 4.041),
  c14: contribution(0, 3.257),
  c15: contribution(0.245, 3.564),
  c16: contribution(0.198, 3.18),
  c17: contribution(0, 3.104),
  c18: contribution(0.1581, 3.35),
  c19: contribution(0.2955, 4.346),
  c20: contribution(0.2713, 3.904),
  c21: contribution(0.136, 3.509),
  c22: contribution(0.4619, 4.067),
  c23: contribution(0.5437, 3.853),
  c24: contribution(0.1893, 2.673),
  c25: contribution(-0.8186, 3.135),
  c26: contribution(0.264, 4.305),
  c27: contribution(0.2148, 2.693),
  other: contribution(0.08129, 3.243),
} as const;

function aliphaticCarbon(graph: AtomGraph, i: number, h: number, x: number): Contribution {
  if (h === 4) return C.c1;
  const carbons = count(graph, i, PLAIN, carbon);
  if ((h === 3 && carbons >= 1) || (h === 2 && carbons >= 2)) return C.c1;
  if ((h === 1 && carbons >= 3) || carbons >= 4) return C.c2;
  const aliphatics = count(graph, i, PLAIN, anyAliphatic);
  if (has(graph, i, PLAIN, hetero)) {
    if (h === 3 || (h === 2 && x === 4 && aliphatics >= 2)) return C.c3;
    if (x === 4 && ((h === 1 && aliphatics >= 3) || (h === 0 && aliphatics >= 4))) return C.c4;
  }
  if (has(graph, i, DOUBLE, nonCarbon)) return C.c5;
  const doubles = count(graph, i, DOUBLE, carbon);
  if (doubles >= 2 || (doubles === 1 && h <= 2 && aliphatics >= 2 - h)) return C.c6;
  if (x === 2 && has(graph, i, TRIPLE, anyAliphatic)) return C.c7;
  const aromatics = count(graph, i, PLAIN, anyAromatic);
  const ringCarbons = count(graph, i, PLAIN, aromaticCarbon);
  if (aromatics >= 1) {
    if (h === 3) return ringCarbons >= 1 ? C.c8 : C.c9;
    if (x === 4) return h === 2 ? C.c10 : h === 1 ? C.c11 : C.c12;
    if (doubles === 1 && (aliphatics >= 1 || h === 1 || (ringCarbons >= 1 && aromatics >= 2))) return C.c26;
  }
  if (has(graph, i, DOUBLE, aromaticCarbon)) return C.c26;
  if (x === 4 && has(graph, i, PLAIN, metalLike)) return C.c27;
  return C.other;
}

const halogens = [
  [9, C.c14],
  [17, C.c15],
  [35, C.c16],
  [53, C.c17],
] as const;
const ringSubstituents = [
  [anyAromatic, C.c20],
  [carbon, C.c21],
  [aliphatic(7), C.c22],
  [oxygen, C.c23],
  [aliphatic(16), C.c24],
] as const;

function aromaticRingCarbon(graph: AtomGraph, i: number, h: number): Contribution {
  if (h === 0 && has(graph, i, SINGLE, metalOrPhosphorus)) return C.c13;
  for (const [number, type] of halogens) if (has(graph, i, PLAIN, element(number))) return type;
  if (h === 1) return C.c18;
  const ring = count(graph, i, AROMATIC, anyAromatic);
  if (ring >= 3) return C.c19;
  if (ring < 2) return C.other;
  for (const [test, type] of ringSubstituents) if (has(graph, i, SINGLE, test)) return type;
  return has(graph, i, DOUBLE, aliphatic(6, 7, 8)) ? C.c25 : C.other;
}

function nitrogen(graph: AtomGraph, i: number, h: number): Contribution {
  const charge = graph.charge[i]!;
  const other = contribution(-0.4806, 2.134);
  if (graph.aromatic[i]) return charge === 0 ? [-0.3239, 2.202] : charge > 0 && charge <= 3 ? [-1.119, 0] : other;
  const aromatics = count(graph, i, PLAIN, anyAromatic);
  const aliphatics = count(graph, i, PLAIN, anyAliphatic);
  if (charge === 0) {
    if (h === 2 && aliphatics >= 1) return [-1.019, 2.262];
    if (h === 1 && aliphatics >= 2) return [-0.7096, 2.173];
    if (h === 2 && aromatics >= 1) return [-1.027, 2.827];
    if (h === 1 && aromatics >= 1 && aromatics + aliphatics >= 2) return [-0.5188, 3];
    const double = has(graph, i, DOUBLE, any);
    if (h === 1 && double) return [0.08387, 1.757];
    if (double && aromatics + aliphatics >= 1) return [0.1836, 2.428];
    if (aliphatics >= 3) return [-0.3187, 1.839];
    if (aromatics >= 3 || (aromatics >= 1 && aliphatics >= 1 && aromatics + aliphatics >= 3)) return [-0.4458, 2.819];
    return has(graph, i, TRIPLE, anyAliphatic) ? [0.01508, 1.725] : other;
  }
  if (charge < 0) return charge >= -3 ? [0.2887, 3.359] : other;
  if (charge > 3) return other;
  if (h >= 1 && h <= 3) return [-1.95, 0];
  if (h === 0 && aliphatics >= 4) return [-0.3396, 0.2604];
  const isImine = has(graph, i, DOUBLE, anyAliphatic) && aliphatics >= 1 && aliphatics + aromatics >= 2;
  if (h === 0 && isImine) return [-0.3396, 0.2604];
  if (h === 0 && has(graph, i, DOUBLE, element(6)) && has(graph, i, DOUBLE, element(7))) return [-0.3396, 0.2604];
  if (has(graph, i, TRIPLE, anyAliphatic)) return [0.2887, 3.359];
  const anion = has(graph, i, DOUBLE, (g, j) => aliphatic(7)(g, j) && g.charge[j]! < 0);
  return anion && count(graph, i, DOUBLE, aliphatic(7)) >= 2 ? [0.2887, 3.359] : other;
}

const nonNitrogenNonSulfur: Test = (graph, i) => !aliphatic(7, 16)(graph, i);
const neutralSulfur: Test = (graph, i) => graph.atomicNumber[i] === 16 && graph.charge[i] === 0;
const carboxyl: Test = (graph, i) => carbon(graph, i) && has(graph, i, DOUBLE, oxygen);

function oxygenAtom(graph: AtomGraph, i: number, h: number, x: number): Contribution {
  if (graph.aromatic[i]) return [0.1552, 1.08];
  if (h === 1 || h === 2) return [-0.2893, 0.8238];
  const aliphatics = count(graph, i, PLAIN, anyAliphatic);
  const aromatics = count(graph, i, PLAIN, anyAromatic);
  if (aliphatics >= 2) return [-0.0684, 1.085];
  if (aromatics >= 1 && aromatics + aliphatics >= 2) return [-0.4195, 1.182];
  if (has(graph, i, DOUBLE, element(7, 8))) return [0.0335, 3.367];
  const charge = graph.charge[i]!;
  if (x === 1 && charge < 0 && charge >= -3) {
    if (has(graph, i, PLAIN, element(7))) return [0.0335, 3.367];
    if (charge >= -2 && has(graph, i, PLAIN, element(16))) return [-0.3339, 0.7774];
    if (charge === -1 && has(graph, i, PLAIN, carboxyl)) return [-1.326, 0];
    if (has(graph, i, PLAIN, nonNitrogenNonSulfur)) return [-1.189, 0];
  }
  if (charge === 0 && has(graph, i, DOUBLE, neutralSulfur)) return [-0.3339, 0.7774];
  if (has(graph, i, DOUBLE, aromaticCarbon)) return [0.1788, 3.135];
  const carbonyl = partner(graph, i, DOUBLE, carbon);
  return carbonyl < 0 ? [-0.1188, 0.6865] : carbonylOxygen(graph, carbonyl);
}

function carbonylOxygen(graph: AtomGraph, c: number): Contribution {
  const h = graph.hCount[c]!;
  const x = graph.degree[c]! + graph.implicitH[c]!;
  const carbons = count(graph, c, PLAIN, carbon);
  const ringCarbons = count(graph, c, PLAIN, aromaticCarbon);
  const aromatics = count(graph, c, PLAIN, anyAromatic);
  const aliphatics = count(graph, c, PLAIN, anyAliphatic);
  if (h === 1 && carbons >= 1) return [-0.1526, 0];
  if (carbons >= 1 && aliphatics >= 2) return [-0.1526, 0];
  if (h === 1 && has(graph, c, PLAIN, aliphatic(7, 8))) return [-0.1526, 0];
  if (h === 2 || (x === 2 && count(graph, c, DOUBLE, oxygen) >= 2)) return [-0.1526, 0];
  if (h === 1 && ringCarbons >= 1) return [0.1129, 0.2215];
  if (aromatics >= 1 && carbons + ringCarbons >= 1 && aromatics + carbons >= 2) return [0.1129, 0.2215];
  if (ringCarbons >= 1 && aliphatics >= 1) return [0.1129, 0.2215];
  return count(graph, c, PLAIN, notCarbon) >= 2 ? [0.4833, 0.389] : [-0.1188, 0.6865];
}

const alkali = new Set([3, 11, 19, 37, 55]);
const mainGroupMetals = new Set([
  3, 11, 19, 37, 55, 4, 12, 20, 38, 56, 5, 13, 31, 49, 81, 14, 32, 50, 82, 33, 51, 83, 34, 52, 84,
]);
const neutralHalogens = new Map([
  [9, [0.4202, 1.108]],
  [17, [0.6895, 5.853]],
  [35, [0.8456, 8.927]],
  [53, [0.8857, 14.02]],
] as const);

function otherElement(graph: AtomGraph, i: number): Contribution {
  const number = graph.atomicNumber[i]!;
  const charge = graph.charge[i]!;
  const halogen = neutralHalogens.get(number as 9);
  if (halogen !== undefined) {
    if (charge === 0) return halogen;
    return charge === -1 || (number === 53 && charge > 0 && charge <= 3) ? [-2.996, 0] : [0, 0];
  }
  if (charge === 1 && alkali.has(number)) return [-2.996, 0];
  if (number === 15) return [0.8612, 6.92];
  if (number === 16) {
    if (graph.aromatic[i]) return [0.6237, 6.691];
    const isIonic = charge === 0 ? has(graph, i, DOUBLE, aliphatic(7, 8, 15, 16)) : charge !== 4;
    return isIonic ? [-0.0024, 7.365] : [0.6482, 7.591];
  }
  if (mainGroupMetals.has(number)) return [-0.3808, 5.754];
  const isTransition =
    (number >= 21 && number <= 30) || (number >= 39 && number <= 48) || (number >= 72 && number <= 80);
  return isTransition ? [-0.0025, 0] : [0, 0];
}

/** What one hydrogen on atom i adds. */
function hydrogen(graph: AtomGraph, i: number): Contribution {
  const number = graph.atomicNumber[i]!;
  if (number === 6 || number === 1) return [0.123, 1.057];
  const alcohol = contribution(-0.2677, 1.395);
  const amine = contribution(0.2142, 0.9627);
  const acid = contribution(0.298, 1.805);
  if (number === 7) return amine;
  if (number !== 8) return alcohol;
  const saturated: Test = (g, j) => carbon(g, j) && g.degree[j]! + g.implicitH[j]! === 4;
  if (has(graph, i, PLAIN, saturated) || has(graph, i, PLAIN, aromaticCarbon)) return alcohol;
  const isOrdinary = element(1, 6, 7, 8, 16);
  // In water and its ions the other hydrogens count as neighbours.
  if (graph.hCount[i]! >= 2 || has(graph, i, PLAIN, (g, j) => !isOrdinary(g, j))) return alcohol;
  if (has(graph, i, PLAIN, element(7))) return amine;
  const unsaturated: Test = (g, j) =>
    carbon(g, j) && has(g, j, DOUBLE, (h, k) => element(6, 7)(h, k) || aliphatic(8, 16)(h, k));
  if (has(graph, i, PLAIN, unsaturated) || has(graph, i, PLAIN, aliphatic(8, 16))) return acid;
  return contribution(0.1125, 1.112);
}

/**
 * log P (octanol/water, log units) and molar refractivity (cm3/mol) of each atom with its hydrogens, length atomCount, after
 * Wildman & Crippen 1999 (doi 10.1021/ci990307l), with the atom types and their order as in RDKit.
 */
export function crippenContributions(graph: AtomGraph): { logP: Float64Array; refractivity: Float64Array } {
  const logP = new Float64Array(graph.atomCount);
  const refractivity = new Float64Array(graph.atomCount);
  for (let i = 0; i < graph.atomCount; i++) {
    const type = atomType(graph, i);
    logP[i] = type[0];
    refractivity[i] = type[1];
    const h = graph.implicitH[i]!;
    if (h === 0) continue;
    const onAtom = hydrogen(graph, i);
    logP[i]! += h * onAtom[0];
    refractivity[i]! += h * onAtom[1];
  }
  return { logP, refractivity };
}

function atomType(graph: AtomGraph, i: number): Contribution {
  const h = graph.hCount[i]!;
  const x = graph.degree[i]! + graph.implicitH[i]!;
  switch (graph.atomicNumber[i]) {
    case 1:
      return hydrogen(graph, graph.neighbours[graph.offsets[i]!] ?? i);
    case 6:
      return graph.aromatic[i] ? aromaticRingCarbon(graph, i, h) : aliphaticCarbon(graph, i, h, x);
    case 7:
      return nitrogen(graph, i, h);
    case 8:
      return oxygenAtom(graph, i, h, x);
    default:
      return otherElement(graph, i);
  }
}
