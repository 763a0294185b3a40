import type { DescriptorBlock } from "./block.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";

/** Electrotopological atom types, after Hall & Kier 1995, doi 10.1021/ci00028a014: element, bonds (d double, t triple, a aromatic, s single), hydrogens. */
const keys = [
  "CH3",
  "CH2",
  "CH",
  "C",
  "CH2=",
  "CH=",
  "C=",
  "=C=",
  "CH#",
  "C#",
  "cH",
  "c",
  "c:",
  "NH3+",
  "NH2",
  "NH",
  "N",
  "NH=",
  "N=",
  "N#",
  "n",
  "nH",
  "n-",
  "N+",
  "n+",
  "NH+",
  "OH",
  "O",
  "O=",
  "o",
  "O-",
  "F",
  "Cl",
  "Br",
  "I",
  "SH",
  "S",
  "S=",
  "s",
  "SO",
  "SO2",
  "P",
  "B",
  "Si",
  "Se",
  "other",
] as const;
const index = new Map<string, number>(keys.map((key, i) => [key, i]));

/** Sum of the states and number of atoms per type, then the largest and smallest state per element class. */
export const atomTypeBlock: DescriptorBlock = {
  names: [...keys.map((key) => `stateSum:${key}`), ...keys.map((key) => `count:${key}`)],
  write(graph, fields, out, at) {
    out.fill(0, at, at + 2 * keys.length);
    for (let a = 0; a < graph.n; a++) {
      const type = index.get(typeOf(graph, a)) ?? keys.length - 1;
      out[at + type]! += fields.state[a]!;
      out[at + keys.length + type]! += 1;
    }
  },
};

function typeOf(graph: MolGraph, a: number): string {
  const z = graph.z[a]!;
  const h = graph.h[a]!;
  const charge = graph.charge[a]!;
  let double = 0;
  let triple = 0;
  let aromaticBonds = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const bond = graph.via[i]!;
    if (graph.aromaticBond[bond]) aromaticBonds++;
    else if (graph.order[bond] === 2) double++;
    else if (graph.order[bond] === 3) triple++;
  }
  const hydrogens = h === 0 ? "" : h === 1 ? "H" : `H${h}`;
  switch (z) {
    case 6:
      if (graph.aromatic[a]) return h > 0 ? "cH" : aromaticBonds >= 3 ? "c:" : "c";
      if (triple) return `C${hydrogens}#`;
      if (double >= 2) return "=C=";
      return double ? `C${hydrogens}=` : `C${h > 3 ? "H3" : hydrogens}`;
    case 7:
      if (graph.aromatic[a]) return charge > 0 ? "n+" : h > 0 ? "nH" : degreeOf(graph, a) > 2 ? "n-" : "n";
      if (charge > 0) return h >= 3 ? "NH3+" : h > 0 ? "NH+" : "N+";
      return triple ? "N#" : `N${hydrogens}${double ? "=" : ""}`;
    case 8:
      if (graph.aromatic[a]) return "o";
      return charge < 0 ? "O-" : h > 0 ? "OH" : double ? "O=" : "O";
    case 9:
      return "F";
    case 17:
      return "Cl";
    case 35:
      return "Br";
    case 53:
      return "I";
    case 16:
      if (graph.aromatic[a]) return "s";
      if (double >= 2) return "SO2";
      return h > 0 ? "SH" : double ? (degreeOf(graph, a) > 1 ? "SO" : "S=") : "S";
    case 15:
      return "P";
    case 5:
      return "B";
    case 14:
      return "Si";
    case 34:
      return "Se";
    default:
      return "other";
  }
}
