import { covalentRadii } from "../covalent-radii.ts";
import { AROMATIC, type MoleculeGraph } from "../graph.ts";
import type { AtomGraph } from "./atom-graph.ts";

/** Bond shortening by order code: 0 other, 1 single, 2 double, 3 triple, 4 aromatic. */
const shortening = [0, 0, 0.2, 0.3, 0.1] as const;

/** Approximate van der Waals surface area, square angstrom. Labute 2000 (doi 10.1016/s1093-3263(00)00068-1), as RDKit has it. */
export function labuteArea(graph: MoleculeGraph): number {
  const n = graph.atomCount;
  const overlap = new Float64Array(n);
  for (let b = 0; b < graph.bondCount; b++) {
    const i = graph.bondAtoms[2 * b]!;
    const j = graph.bondAtoms[2 * b + 1]!;
    const ri = covalentRadii[graph.atomicNumber[i]!]!;
    const rj = covalentRadii[graph.atomicNumber[j]!]!;
    const d = Math.min(Math.max(Math.abs(ri - rj), ri + rj - shortening[graph.bondOrder[b]! as 0]), ri + rj);
    overlap[i]! += rj * rj - ((ri - d) * (ri - d)) / d;
    overlap[j]! += ri * ri - ((rj - d) * (rj - d)) / d;
  }
  const rh = covalentRadii[1]!;
  let hydrogenOverlap = 0;
  let area = 0;
  for (let i = 0; i < n; i++) {
    const ri = covalentRadii[graph.atomicNumber[i]!]!;
    const d = ri + rh;
    const whole = overlap[i]! + rh * rh - ((ri - d) * (ri - d)) / d;
    hydrogenOverlap += ri * ri - ((rh - d) * (rh - d)) / d;
    area += Math.PI * ri * (4 * ri - whole);
  }
  return area + Math.PI * rh * (4 * rh - hydrogenOverlap);
}

/** Ertl's fragments: "element neighbours hydrogens charge bonds[r]", bonds as s single, d double, t triple, a aromatic; r in a ring of three. */
const polarFragments: Readonly<Record<string, number>> = {
  N100t: 23.79,
  N110d: 23.85,
  N120s: 26.02,
  N121d: 25.59,
  N131s: 27.64,
  N200sd: 12.36,
  N200dt: 13.6,
  N210ssr: 21.94,
  N210ss: 12.03,
  N201st: 4.36,
  N211sd: 13.97,
  N221ss: 16.61,
  N200aa: 12.89,
  N210aa: 15.79,
  N211aa: 14.14,
  N300sssr: 3.01,
  N300sss: 3.24,
  N300sdd: 11.68,
  N301ssd: 3.01,
  N311sss: 4.44,
  N300aaa: 4.41,
  N300saa: 4.93,
  N300daa: 8.39,
  N301aaa: 4.1,
  N301saa: 3.88,
  N401ssss: 0,
  O100d: 17.07,
  O110s: 20.23,
  "O10-1s": 23.06,
  O200ssr: 12.53,
  O200ss: 9.23,
  O200aa: 13.14,
};

/**
 * Topological polar surface area of each N and O, square angstrom, length atomCount; zero for other elements.
 * Ertl 2000 (doi 10.1021/jm000942e). A hydrogen that stands in the graph counts as one on its neighbour, as in RDKit.
 */
export function polarSurfaceContributions(graph: AtomGraph): Float64Array {
  const inSmallRing = new Uint8Array(graph.atomCount);
  for (const ring of graph.rings) if (ring.length === 3) for (const atom of ring) inSmallRing[atom] = 1;
  const areas = new Float64Array(graph.atomCount);
  for (let i = 0; i < graph.atomCount; i++) {
    const number = graph.atomicNumber[i]!;
    if (number !== 7 && number !== 8) continue;
    const hydrogens = graph.hCount[i]!;
    const neighbours = graph.degree[i]! + graph.implicitH[i]! - hydrogens;
    const key = `${number === 7 ? "N" : "O"}${neighbours}${hydrogens}${graph.charge[i]}${bondLetters(graph, i)}`;
    const known = (inSmallRing[i] ? polarFragments[`${key}r`] : undefined) ?? polarFragments[key];
    const fallback =
      number === 7 ? 30.5 - neighbours * 8.2 + hydrogens * 1.5 : 28.5 - neighbours * 8.6 + hydrogens * 1.5;
    areas[i] = known ?? Math.max(0, fallback);
  }
  return areas;
}

/** Bonds to heavy atoms. */
function bondLetters(graph: AtomGraph, atom: number): string {
  let single = "";
  let double = "";
  let triple = "";
  let aromatic = "";
  for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
    if (graph.atomicNumber[graph.neighbours[k]!] === 1) continue;
    const order = graph.bondOrder[graph.neighbourBonds[k]!]!;
    if (order === 1) single += "s";
    else if (order === 2) double += "d";
    else if (order === 3) triple += "t";
    else if (order === AROMATIC) aromatic += "a";
  }
  return single + double + triple + aromatic;
}
