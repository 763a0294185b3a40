import { covalentRadiusOf } from "./elements.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";

/**
 * Polar surface contribution of each nitrogen and oxygen, square angstrom.
 * Source: Ertl, Rohde & Selzer 2000, doi 10.1021/jm000942e, table 1 (N and O only, as RDKit's TPSA).
 */
export function tpsaContributions(graph: MolGraph): Float64Array {
  const out = new Float64Array(graph.n);
  for (let a = 0; a < graph.n; a++) {
    const z = graph.z[a];
    if (z !== 7 && z !== 8) continue;
    let single = 0;
    let double = 0;
    let triple = 0;
    let aromatic = 0;
    let h = graph.h[a]!;
    let neighbours = 0;
    for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
      if (graph.z[graph.neighbour[i]!] === 1) {
        h++;
        continue;
      }
      neighbours++;
      const bond = graph.via[i]!;
      if (graph.aromaticBond[bond]) aromatic++;
      else if (graph.order[bond] === 2) double++;
      else if (graph.order[bond] === 3) triple++;
      else single++;
    }
    // One code per bonding pattern: neighbours, hydrogens, charge, then single/double/triple/aromatic bonds.
    const code = `${neighbours}${h}${graph.charge[a]! < 0 ? "-" : graph.charge[a]! > 0 ? "+" : "0"}${single}${double}${triple}${aromatic}`;
    const small = graph.ringSize[a] === 3;
    const known =
      z === 7
        ? ((small ? nitrogenInThreeRing[code] : undefined) ?? nitrogen[code])
        : ((small ? oxygenInThreeRing[code] : undefined) ?? oxygen[code]);
    out[a] = known ?? Math.max(0, z === 7 ? 30.5 - 8.2 * neighbours + 1.5 * h : 28.5 - 8.6 * neighbours + 1.5 * h);
  }
  return out;
}

const nitrogen: Readonly<Record<string, number>> = {
  "1000010": 23.79,
  "1100100": 23.85,
  "1201000": 26.02,
  "12+0100": 25.59,
  "13+1000": 27.64,
  "2001100": 12.36,
  "2000110": 13.6,
  "2102000": 12.03,
  "20+1010": 4.36,
  "21+1100": 13.97,
  "22+2000": 16.61,
  "2000002": 12.89,
  "2100002": 15.79,
  "21+0002": 14.14,
  "3003000": 3.24,
  "3001200": 11.68,
  "30+2100": 3.01,
  "31+3000": 4.44,
  "3000003": 4.41,
  "3001002": 4.93,
  "3000102": 8.39,
  "30+0003": 4.1,
  "30+1002": 3.88,
  "40+4000": 0,
};
const nitrogenInThreeRing: Readonly<Record<string, number>> = { "2102000": 21.94, "3003000": 3.01 };
const oxygen: Readonly<Record<string, number>> = {
  "1000100": 17.07,
  "1101000": 20.23,
  "10-1000": 23.06,
  "2002000": 9.23,
  "2000002": 13.14,
};
const oxygenInThreeRing: Readonly<Record<string, number>> = { "2002000": 12.53 };

/**
 * Approximate accessible surface of each atom with its hydrogens' overlap, square angstrom.
 * Source: Labute 2000, doi 10.1016/S1093-3263(00)00068-1, equations 4 to 7, on covalent radii as RDKit does.
 */
export function labuteSurface(graph: MolGraph): { atoms: Float64Array; hydrogens: number } {
  const overlap = new Float64Array(graph.n);
  const radiusH = covalentRadiusOf(1);
  let hydrogens = 0;
  let overlapOnH = 0;
  for (let b = 0; b < graph.m; b++) {
    const x = graph.begin[b]!;
    const y = graph.end[b]!;
    const rx = covalentRadiusOf(graph.z[x]!);
    const ry = covalentRadiusOf(graph.z[y]!);
    const shortening = graph.aromaticBond[b] ? 0.1 : graph.order[b] === 2 ? 0.2 : graph.order[b] === 3 ? 0.3 : 0;
    const d = Math.min(Math.max(Math.abs(rx - ry), rx + ry - shortening), rx + ry);
    overlap[x]! += ry * ry - ((rx - d) * (rx - d)) / d;
    overlap[y]! += rx * rx - ((ry - d) * (ry - d)) / d;
  }
  const atoms = new Float64Array(graph.n);
  for (let a = 0; a < graph.n; a++) {
    const r = covalentRadiusOf(graph.z[a]!);
    const h = graph.h[a]!;
    if (h > 0) {
      const d = r + radiusH;
      overlap[a]! += h * (radiusH * radiusH - ((r - d) * (r - d)) / d);
      overlapOnH += h * (r * r - ((radiusH - d) * (radiusH - d)) / d);
      hydrogens += h;
    }
    if (degreeOf(graph, a) + h === 0) overlap[a] = 0;
    atoms[a] = 4 * Math.PI * r * r - Math.PI * r * overlap[a]!;
  }
  return { atoms, hydrogens: hydrogens * 4 * Math.PI * radiusH * radiusH - Math.PI * radiusH * overlapOnH };
}
