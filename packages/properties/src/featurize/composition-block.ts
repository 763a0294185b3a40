import { atomicWeights } from "@qinghao/chemistry";
import { hybridisation } from "./atom-fields.ts";
import type { DescriptorBlock } from "./block.ts";
import { electronegativityOf, isHalogen, isMetal } from "./elements.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";

const names = [
  "heavyAtoms",
  "molWeight",
  "hydrogens",
  "carbons",
  "nitrogens",
  "oxygens",
  "fluorines",
  "phosphorus",
  "sulfurs",
  "chlorines",
  "bromines",
  "iodines",
  "borons",
  "silicons",
  "metals",
  "otherElements",
  "heteroAtoms",
  "halogens",
  "heteroFraction",
  "halogenWeightFraction",
  "positive",
  "negative",
  "netCharge",
  "sp3Carbons",
  "sp2Carbons",
  "spCarbons",
  "fractionSp3",
  "aromaticAtoms",
  "aromaticFraction",
  "singleBonds",
  "doubleBonds",
  "tripleBonds",
  "aromaticBonds",
  "rotatable",
  "rotatableFraction",
  "methyls",
  "methylenes",
  "methines",
  "quaternaryCarbons",
  "terminalAtoms",
  "branchAtoms",
  "longestMethyleneChain",
  "unsaturation",
  "meanElectronegativity",
  "electronegativitySpread",
  "fragments",
  "chiMass",
] as const;

/** Element, hybridisation and bond counts. Counts without a unit; molWeight in g/mol. */
export const compositionBlock: DescriptorBlock = {
  names,
  write(graph, _fields, out, at) {
    const { n, m } = graph;
    let weight = 0;
    let hydrogens = 0;
    const elements = new Map<number, number>();
    let metals = 0;
    let halogens = 0;
    let halogenWeight = 0;
    let positive = 0;
    let negative = 0;
    const carbon = [0, 0, 0];
    let aromatic = 0;
    const byHydrogens = [0, 0, 0, 0, 0];
    let terminal = 0;
    let branched = 0;
    let en = 0;
    let enSquared = 0;
    let unsaturation = 0;
    for (let a = 0; a < n; a++) {
      const z = graph.z[a]!;
      const h = graph.h[a]!;
      weight += atomicWeights[z]! + h * atomicWeights[1]!;
      hydrogens += h + (z === 1 ? 1 : 0);
      elements.set(z, (elements.get(z) ?? 0) + 1);
      if (isMetal(z)) metals++;
      if (isHalogen(z)) {
        halogens++;
        halogenWeight += atomicWeights[z]!;
      }
      if (graph.charge[a]! > 0) positive += graph.charge[a]!;
      else negative -= graph.charge[a]!;
      const hybrid = hybridisation(graph, a);
      if (z === 6) {
        carbon[hybrid]!++;
        if (hybrid === 0) byHydrogens[Math.min(4, h)]!++;
      }
      aromatic += graph.aromatic[a]!;
      const degree = degreeOf(graph, a);
      if (degree <= 1) terminal++;
      if (degree >= 3) branched++;
      const e = electronegativityOf(z);
      en += e;
      enSquared += e * e;
    }
    let single = 0;
    let double = 0;
    let triple = 0;
    let aromaticBonds = 0;
    for (let b = 0; b < m; b++) {
      if (graph.aromaticBond[b]) aromaticBonds++;
      else if (graph.order[b] === 2) double++;
      else if (graph.order[b] === 3) triple++;
      else single++;
      unsaturation += Math.max(0, graph.order[b]! - 1);
    }
    const count = (z: number): number => elements.get(z) ?? 0;
    const heavy = n - count(1);
    const hetero = heavy - count(6);
    const known = [6, 7, 8, 9, 15, 16, 17, 35, 53, 5, 14].reduce((sum, z) => sum + count(z), 0);
    const rotors = rotatableBonds(graph);
    const mean = n > 0 ? en / n : 0;
    out.set(
      [
        heavy,
        weight,
        hydrogens,
        count(6),
        count(7),
        count(8),
        count(9),
        count(15),
        count(16),
        count(17),
        count(35),
        count(53),
        count(5),
        count(14),
        metals,
        Math.max(0, heavy - known - metals),
        hetero,
        halogens,
        hetero / Math.max(1, heavy),
        halogenWeight / Math.max(1, weight),
        positive,
        negative,
        positive - negative,
        carbon[0]!,
        carbon[1]!,
        carbon[2]!,
        carbon[0]! / Math.max(1, count(6)),
        aromatic,
        aromatic / Math.max(1, heavy),
        single,
        double,
        triple,
        aromaticBonds,
        rotors,
        rotors / Math.max(1, m),
        byHydrogens[3]!,
        byHydrogens[2]!,
        byHydrogens[1]!,
        byHydrogens[0]!,
        terminal,
        branched,
        longestMethyleneChain(graph),
        unsaturation,
        mean,
        n > 0 ? Math.sqrt(Math.max(0, enSquared / n - mean * mean)) : 0,
        fragmentCount(graph),
        weight / Math.max(1, heavy),
      ],
      at,
    );
  },
};

/** Acyclic single bonds between non-terminal heavy atoms, without amide C-N and bonds beside a triple bond. */
export function rotatableBonds(graph: MolGraph): number {
  let rotors = 0;
  for (let b = 0; b < graph.m; b++) {
    if (graph.order[b] !== 1 || graph.ringBond[b] || graph.aromaticBond[b]) continue;
    const x = graph.begin[b]!;
    const y = graph.end[b]!;
    if (degreeOf(graph, x) < 2 || degreeOf(graph, y) < 2) continue;
    if (hasTriple(graph, x) || hasTriple(graph, y) || isAmideBond(graph, x, y) || isAmideBond(graph, y, x)) continue;
    rotors++;
  }
  return rotors;
}

function hasTriple(graph: MolGraph, a: number): boolean {
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) if (graph.order[graph.via[i]!] === 3) return true;
  return false;
}

function isAmideBond(graph: MolGraph, carbon: number, nitrogen: number): boolean {
  if (graph.z[carbon] !== 6 || graph.z[nitrogen] !== 7 || graph.aromatic[carbon]) return false;
  for (let i = graph.offset[carbon]!; i < graph.offset[carbon + 1]!; i++) {
    if (graph.z[graph.neighbour[i]!] === 8 && graph.order[graph.via[i]!] === 2) return true;
  }
  return false;
}

/** Atoms of the longest unbranched acyclic run of CH2 and CH3. */
function longestMethyleneChain(graph: MolGraph): number {
  const isChain = (a: number): boolean =>
    graph.z[a] === 6 && graph.ringCount[a] === 0 && graph.h[a]! >= 2 && hybridisation(graph, a) === 0;
  const seen = new Uint8Array(graph.n);
  let longest = 0;
  for (let start = 0; start < graph.n; start++) {
    if (seen[start] || !isChain(start)) continue;
    let length = 0;
    const stack = [start];
    seen[start] = 1;
    for (let a = stack.pop(); a !== undefined; a = stack.pop()) {
      length++;
      for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
        const b = graph.neighbour[i]!;
        if (!seen[b] && isChain(b)) {
          seen[b] = 1;
          stack.push(b);
        }
      }
    }
    if (length > longest) longest = length;
  }
  return longest;
}

/** Number of connected parts. */
export function fragmentCount(graph: MolGraph): number {
  const seen = new Uint8Array(graph.n);
  let parts = 0;
  for (let start = 0; start < graph.n; start++) {
    if (seen[start]) continue;
    parts++;
    const stack = [start];
    seen[start] = 1;
    for (let a = stack.pop(); a !== undefined; a = stack.pop()) {
      for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
        const b = graph.neighbour[i]!;
        if (!seen[b]) {
          seen[b] = 1;
          stack.push(b);
        }
      }
    }
  }
  return parts;
}
