import { covalentRadii, outerElectrons } from "@qinghao/chemistry";
import { hybridisation } from "./atom-fields.ts";
import type { DescriptorBlock } from "./block.ts";
import { shellOf } from "./elements.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";

const names = [
  "chi0",
  "chi1",
  "chi0n",
  "chi1n",
  "chi2n",
  "chi3n",
  "chi0v",
  "chi1v",
  "chi2v",
  "chi3v",
  "kappa1",
  "kappa2",
  "kappa3",
  "kierAlpha",
  "flexibility",
  "balabanJ",
  "logWiener",
  "meanDistance",
  "diameter",
  "radius",
  "petitjean",
  "information0",
  "information1",
  "information2",
  "complexity",
  "paths2",
  "paths3",
  "symmetry",
] as const;

/**
 * Connectivity, shape and information indices.
 * Sources: Hall & Kier 1991 (chi, kappa with alpha), doi 10.1002/9780470125793.ch9; Balaban 1982 (J), doi 10.1016/0009-2614(82)80009-2;
 * Petitjean 1992, doi 10.1021/ci00008a012; Basak 1987 (information content of neighbourhood classes of order 0 to 2, bits).
 */
export const topologyBlock: DescriptorBlock = {
  names,
  write(graph, fields, out, at) {
    const { n, m } = graph;
    const plain = new Float64Array(n);
    const simple = new Float64Array(n);
    const valence = new Float64Array(n);
    let alpha = 0;
    for (let a = 0; a < n; a++) {
      const degree = degreeOf(graph, a);
      plain[a] = degree > 0 ? 1 / Math.sqrt(degree) : 0;
      const outer = outerElectrons[graph.z[a]!]! - graph.h[a]!;
      simple[a] = outer > 0 ? 1 / Math.sqrt(outer) : 0;
      const shell = shellOf(graph.z[a]!);
      const dv = shell <= 2 ? outer : outer / Math.max(1, graph.z[a]! - outerElectrons[graph.z[a]!]! - 1);
      valence[a] = dv > 0 ? 1 / Math.sqrt(dv) : 0;
      const hybrid = hybridisation(graph, a);
      const shrink = hybrid === 0 ? 0 : hybrid === 1 ? 0.1 : 0.17;
      alpha += (covalentRadii[graph.z[a]!]! - shrink) / 0.77 - 1;
    }
    const chiSimple = pathProducts(graph, simple);
    const chiValence = pathProducts(graph, valence);
    let chi0 = 0;
    let chi1 = 0;
    for (let a = 0; a < n; a++) chi0 += plain[a]!;
    for (let b = 0; b < m; b++) chi1 += plain[graph.begin[b]!]! * plain[graph.end[b]!]!;
    const [kappa1, kappa2, kappa3] = kappas(n, m, chiSimple.paths2, chiSimple.paths3, alpha);
    const distances = distanceStatistics(graph, fields.distance);
    const information = informationContent(graph);
    out.set(
      [
        chi0,
        chi1,
        ...chiSimple.chi,
        ...chiValence.chi,
        kappa1,
        kappa2,
        kappa3,
        alpha,
        (kappa1 * kappa2) / Math.max(1, n),
        ...distances,
        ...information.orders,
        information.orders[2]! * Math.log2(n + 1) * Math.sqrt(m + 1),
        chiSimple.paths2,
        chiSimple.paths3,
        information.classes / Math.max(1, n),
      ],
      at,
    );
  },
};

/** Sums of products over paths of 0 to 3 bonds, and the numbers of paths of 2 and 3 bonds. */
function pathProducts(graph: MolGraph, weight: Float64Array): { chi: number[]; paths2: number; paths3: number } {
  const chi = [0, 0, 0, 0];
  let paths2 = 0;
  let paths3 = 0;
  for (let a = 0; a < graph.n; a++) {
    chi[0]! += weight[a]!;
    for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
      for (let j = i + 1; j < graph.offset[a + 1]!; j++) {
        paths2++;
        chi[2]! += weight[graph.neighbour[i]!]! * weight[a]! * weight[graph.neighbour[j]!]!;
      }
    }
  }
  for (let b = 0; b < graph.m; b++) {
    const x = graph.begin[b]!;
    const y = graph.end[b]!;
    const middle = weight[x]! * weight[y]!;
    chi[1]! += middle;
    for (let i = graph.offset[x]!; i < graph.offset[x + 1]!; i++) {
      const p = graph.neighbour[i]!;
      if (p === y) continue;
      for (let j = graph.offset[y]!; j < graph.offset[y + 1]!; j++) {
        const q = graph.neighbour[j]!;
        if (q === x || q === p) continue;
        paths3++;
        chi[3]! += weight[p]! * middle * weight[q]!;
      }
    }
  }
  return { chi, paths2, paths3 };
}

function kappas(n: number, paths1: number, paths2: number, paths3: number, alpha: number): [number, number, number] {
  const a = n + alpha;
  const square = (x: number): number => x * x;
  const ratio = (top: number, paths: number): number => (paths + alpha > 0 ? top / square(paths + alpha) : 0);
  const third = n % 2 === 1 ? (a - 1) * square(a - 3) : (a - 3) * square(a - 2);
  return [ratio(a * square(a - 1), paths1), ratio((a - 1) * square(a - 2), paths2), ratio(third, paths3)];
}

/** Balaban J, log of Wiener index, mean distance, diameter, radius, Petitjean shape. */
function distanceStatistics(graph: MolGraph, distance: Uint8Array): number[] {
  const { n, m } = graph;
  const sums = new Float64Array(n);
  let diameter = 0;
  let radius = 255;
  let pairs = 0;
  let total = 0;
  for (let a = 0; a < n; a++) {
    let farthest = 0;
    for (let b = 0; b < n; b++) {
      const d = distance[a * n + b]!;
      if (d === 255) continue;
      sums[a]! += d;
      if (d > farthest) farthest = d;
      if (b < a) pairs++;
    }
    total += sums[a]!;
    if (farthest > diameter) diameter = farthest;
    if (farthest < radius) radius = farthest;
  }
  if (radius === 255) radius = 0;
  let j = 0;
  for (let b = 0; b < m; b++) j += 1 / Math.sqrt(sums[graph.begin[b]!]! * sums[graph.end[b]!]!);
  const cycles = Math.max(0, m - n + 1);
  const wiener = total / 2;
  return [
    n > 1 ? (m / (cycles + 1)) * j : 0,
    Math.log1p(wiener),
    pairs > 0 ? wiener / pairs : 0,
    diameter,
    radius,
    radius > 0 ? (diameter - radius) / radius : 0,
  ];
}

function informationContent(graph: MolGraph): { orders: number[]; classes: number } {
  const { n } = graph;
  let labels = new Int32Array(n);
  for (let a = 0; a < n; a++) labels[a] = graph.z[a]! * 64 + graph.h[a]! * 8 + degreeOf(graph, a);
  const orders: number[] = [];
  let classes = 0;
  for (let order = 0; order <= 2; order++) {
    const counts = new Map<number, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    let bits = 0;
    for (const count of counts.values()) bits -= (count / n) * Math.log2(count / n);
    orders.push(bits);
    classes = counts.size;
    const next = new Int32Array(n);
    for (let a = 0; a < n; a++) {
      let mixed = 0;
      for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
        const bond = graph.via[i]!;
        const kind = graph.aromaticBond[bond] ? 4 : graph.order[bond]!;
        mixed = (mixed + Math.imul(labels[graph.neighbour[i]!]! * 5 + kind, 0x9e3779b1)) | 0;
      }
      next[a] = Math.imul(labels[a]! ^ (mixed >>> 3), 0x85ebca6b) ^ mixed;
    }
    labels = next;
  }
  return { orders, classes };
}
