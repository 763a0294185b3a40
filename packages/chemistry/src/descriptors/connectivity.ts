import { covalentRadii } from "../covalent-radii.ts";
import { outerElectrons } from "../elements.ts";
import type { MoleculeGraph } from "../graph.ts";
import type { AtomEnvironments } from "./environment.ts";

export type Connectivity = {
  /** Chi 0 to 4 from valence deltas of Hall and Kier, length 5. */
  chiV: Float64Array;
  /** Chi 0 to 4 from plain valence electrons, length 5. */
  chiN: Float64Array;
  alpha: number;
  kappa1: number;
  kappa2: number;
  kappa3: number;
};

/**
 * Connectivity and shape indices of Hall & Kier (Reviews in Computational Chemistry 1991, 2, 367), as RDKit computes
 * them: a path of n bonds may close to a ring of n atoms, and one of four bonds may end in a ring of three. Cost: the number of paths of four bonds.
 */
export function connectivity(graph: MoleculeGraph, { orbitals }: AtomEnvironments): Connectivity {
  const n = graph.atomCount;
  const v = new Float64Array(n);
  const plain = new Float64Array(n);
  let alpha = 0;
  for (let i = 0; i < n; i++) {
    const number = graph.atomicNumber[i]!;
    const outer = outerElectrons[number]!;
    const electrons = outer - graph.implicitH[i]!;
    v[i] = inverseRoot(number <= 10 ? electrons : electrons / (number - outer - 1));
    plain[i] = inverseRoot(electrons);
    alpha += alphaOf(number, orbitals[i]!);
  }
  const paths = { chiV: new Float64Array(5), chiN: new Float64Array(5), counts: new Float64Array(5) };
  sumPaths(graph, v, plain, paths);
  const bonds = graph.bondCount;
  const a = n + alpha;
  const share = (top: number, count: number): number => (count + alpha === 0 ? 0 : top / (count + alpha) ** 2);
  return {
    chiV: paths.chiV,
    chiN: paths.chiN,
    alpha,
    kappa1: share(a * (a - 1) ** 2, bonds),
    kappa2: share((a - 1) * (a - 2) ** 2, paths.counts[2]!),
    kappa3: share((n % 2 === 1 ? a - 1 : a - 2) * (a - 3) ** 2, paths.counts[3]!),
  };
}

const inverseRoot = (delta: number): number => (delta === 0 ? 0 : 1 / Math.sqrt(delta));

/** Hall-Kier alpha by element and hybridisation: [sp, sp2, other]. */
const alphas = new Map<number, readonly [sp: number, sp2: number, other: number]>([
  [6, [-0.22, -0.13, 0]],
  [7, [-0.29, -0.2, -0.04]],
  [8, [-0.04, -0.2, -0.04]],
  [9, [-0.07, -0.07, -0.07]],
  [15, [0.43, 0.3, 0.43]],
  [16, [0.35, 0.22, 0.35]],
  [17, [0.29, 0.29, 0.29]],
  [35, [0.48, 0.48, 0.48]],
  [53, [0.73, 0.73, 0.73]],
]);

function alphaOf(number: number, orbitals: number): number {
  const known = alphas.get(number);
  if (known === undefined) return covalentRadii[number]! / covalentRadii[6]! - 1;
  return known[orbitals === 2 ? 0 : orbitals === 3 ? 1 : 2];
}

type PathSums = { chiV: Float64Array; chiN: Float64Array; counts: Float64Array };

/** Sums of products over all paths of 0 to 4 bonds, each taken once, and over rings of 3 and 4 atoms. */
function sumPaths(graph: MoleculeGraph, v: Float64Array, plain: Float64Array, sums: PathSums): void {
  const { atomCount: n, offsets, neighbours } = graph;
  const onPath = new Uint8Array(n);
  const { chiV, chiN, counts } = sums;
  // Every open path is found from both ends, every ring from each of its atoms in both directions.
  const extend = (start: number, second: number, atom: number, bonds: number, productV: number, productN: number) => {
    onPath[atom] = 1;
    for (let k = offsets[atom]!; k < offsets[atom + 1]!; k++) {
      const next = neighbours[k]!;
      const length = bonds + 1;
      if (next === start && length >= 3) {
        const share = 1 / (2 * length);
        chiV[length]! += productV * share;
        chiN[length]! += productN * share;
        counts[length]! += share;
      }
      if (next === second && length === 4) {
        // A ring of three with one bond beside it, found in both directions.
        chiV[4]! += (productV * v[next]!) / 2;
        chiN[4]! += (productN * plain[next]!) / 2;
      }
      if (onPath[next]) continue;
      const nextV = productV * v[next]!;
      const nextN = productN * plain[next]!;
      chiV[length]! += nextV / 2;
      chiN[length]! += nextN / 2;
      counts[length]! += 0.5;
      if (length < 4) extend(start, length === 1 ? next : second, next, length, nextV, nextN);
    }
    onPath[atom] = 0;
  };
  for (let i = 0; i < n; i++) {
    chiV[0]! += v[i]!;
    chiN[0]! += plain[i]!;
    extend(i, -1, i, 0, v[i]!, plain[i]!);
  }
  counts[3] = Math.round(counts[3]!);
}
