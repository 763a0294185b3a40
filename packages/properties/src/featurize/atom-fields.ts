import { outerElectrons } from "@qinghao/chemistry";
import { shellOf } from "./elements.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";

type Peoe = readonly [a: number, b: number, c: number];
/** PEOE electronegativity coefficients (eV) by element and hybridisation: [sp3, sp2, sp]. */
const peoe: Readonly<Record<number, readonly [Peoe, Peoe, Peoe]>> = {
  1: [
    [7.17, 6.24, -0.56],
    [7.17, 6.24, -0.56],
    [7.17, 6.24, -0.56],
  ],
  5: [
    [5.98, 6.82, 1.605],
    [6.42, 6.807, 1.322],
    [6.42, 6.807, 1.322],
  ],
  6: [
    [7.98, 9.18, 1.88],
    [8.79, 9.32, 1.51],
    [10.39, 9.45, 0.73],
  ],
  7: [
    [11.54, 10.82, 1.36],
    [12.87, 11.15, 0.85],
    [15.68, 11.7, -0.27],
  ],
  8: [
    [14.18, 12.92, 1.39],
    [17.07, 13.79, 0.47],
    [17.07, 13.79, 0.47],
  ],
  9: [
    [14.66, 13.85, 2.31],
    [14.66, 13.85, 2.31],
    [14.66, 13.85, 2.31],
  ],
  14: [
    [7.3, 6.567, 0.657],
    [7.905, 6.748, 0.443],
    [7.905, 6.748, 0.443],
  ],
  15: [
    [8.9, 8.24, 0.96],
    [9.665, 8.53, 0.735],
    [9.665, 8.53, 0.735],
  ],
  16: [
    [10.14, 9.13, 1.38],
    [10.88, 9.485, 1.325],
    [12, 10.805, 1.195],
  ],
  17: [
    [11, 9.69, 1.35],
    [11, 9.69, 1.35],
    [11, 9.69, 1.35],
  ],
  35: [
    [10.08, 8.47, 1.16],
    [10.08, 8.47, 1.16],
    [10.08, 8.47, 1.16],
  ],
  53: [
    [9.9, 7.96, 0.96],
    [9.9, 7.96, 0.96],
    [9.9, 7.96, 0.96],
  ],
};
const unknown: Peoe = [8, 8, 1];
const iterations = 8;

/** 0 for sp3, 1 for sp2, 2 for sp, from the Kekulé bond orders. */
export function hybridisation(graph: MolGraph, a: number): 0 | 1 | 2 {
  if (graph.aromatic[a]) return 1;
  let double = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const order = graph.order[graph.via[i]!]!;
    if (order === 3) return 2;
    if (order === 2) double++;
  }
  return double >= 2 ? 2 : double === 1 ? 1 : 0;
}

/**
 * Partial charge of each atom and of the hydrogens on it, elementary charges, by iterative equalisation of electronegativity.
 * Source: Gasteiger & Marsili 1980, doi 10.1016/0040-4020(80)80168-2, eight rounds, damping 1/2 a round.
 */
export function gasteigerCharges(graph: MolGraph): { atoms: Float64Array; hydrogens: Float64Array } {
  const { n, m } = graph;
  const coefficient: Peoe[] = new Array(n);
  const atoms = new Float64Array(n);
  const hydrogens = new Float64Array(n);
  const chi = new Float64Array(n);
  const plus = new Float64Array(n);
  for (let a = 0; a < n; a++) {
    const c = peoe[graph.z[a]!]?.[hybridisation(graph, a)] ?? unknown;
    coefficient[a] = c;
    plus[a] = graph.z[a] === 1 ? 20.02 : c[0] + c[1] + c[2];
    atoms[a] = graph.charge[a]!;
  }
  shareOxygenCharges(graph, atoms);
  const [hA, hB, hC] = peoe[1]![0];
  for (let round = 1, damping = 0.5; round <= iterations; round++, damping *= 0.5) {
    for (let a = 0; a < n; a++) {
      const [p, q, r] = coefficient[a]!;
      chi[a] = p + q * atoms[a]! + r * atoms[a]! * atoms[a]!;
    }
    for (let b = 0; b < m; b++) {
      const x = graph.begin[b]!;
      const y = graph.end[b]!;
      const difference = chi[y]! - chi[x]!;
      const moved = (difference / (difference > 0 ? plus[x]! : plus[y]!)) * damping;
      atoms[x]! += moved;
      atoms[y]! -= moved;
    }
    for (let a = 0; a < n; a++) {
      if (graph.h[a] === 0) continue;
      const q = hydrogens[a]!;
      const difference = chi[a]! - (hA + hB * q + hC * q * q);
      const moved = (difference / (difference > 0 ? 20.02 : plus[a]!)) * damping;
      hydrogens[a]! += moved;
      atoms[a]! -= moved * graph.h[a]!;
    }
  }
  return { atoms, hydrogens };
}

/** Spreads the charge of O- over the terminal oxygens of the same centre (carboxylate, nitro, sulfonate). */
function shareOxygenCharges(graph: MolGraph, charge: Float64Array): void {
  for (let a = 0; a < graph.n; a++) {
    let total = 0;
    const terminal: number[] = [];
    for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
      const b = graph.neighbour[i]!;
      if (graph.z[b] === 8 && degreeOf(graph, b) === 1 && graph.h[b] === 0) {
        terminal.push(b);
        total += graph.charge[b]!;
      }
    }
    if (total < 0 && terminal.length > 1) for (const b of terminal) charge[b] = total / terminal.length;
  }
}

/**
 * Electrotopological state of each atom and its intrinsic part.
 * Source: Kier & Hall 1990, doi 10.1023/A:1015952613760; Hall, Mohney & Kier 1991, doi 10.1021/ci00001a012: I = ((2/N)^2 dv + 1)/d, S = I + sum (I - Ij)/r^2.
 * @param distance topological distances from distanceMatrix
 */
export function electrotopologicalState(
  graph: MolGraph,
  distance: Uint8Array,
): { state: Float64Array; intrinsic: Float64Array } {
  const { n } = graph;
  const intrinsic = new Float64Array(n);
  for (let a = 0; a < n; a++) {
    const degree = degreeOf(graph, a);
    if (degree === 0) continue;
    const shell = shellOf(graph.z[a]!);
    intrinsic[a] = ((4 / (shell * shell)) * (outerElectrons[graph.z[a]!]! - graph.h[a]!) + 1) / degree;
  }
  const state = intrinsic.slice();
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < a; b++) {
      const d = distance[a * n + b]!;
      if (d === 255) continue;
      const delta = (intrinsic[a]! - intrinsic[b]!) / ((d + 1) * (d + 1));
      state[a]! += delta;
      state[b]! -= delta;
    }
  }
  return { state, intrinsic };
}
