import { type CrippenType, crippenTypes } from "./crippen-types.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";

const polarHetero = new Set([7, 8, 15, 16, 9, 17, 35, 53]);
const mainGroupMetals = new Set([
  3, 11, 19, 37, 55, 4, 12, 20, 38, 56, 5, 13, 31, 49, 81, 14, 32, 50, 82, 33, 51, 83, 34, 52, 84,
]);
const isTransition = (z: number): boolean => (z >= 21 && z <= 30) || (z >= 39 && z <= 48) || (z >= 72 && z <= 80);

/**
 * logP and molar-refractivity contribution of each atom with its hydrogens.
 * Source: Wildman & Crippen 1999, doi 10.1021/ci990307l; first matching type wins, in the order of the RDKit table.
 * @returns arrays of length n: `logP` (log units), `mr` (cm3/mol), both with the hydrogens' share; `heavyLogP` and `heavyMr` without it
 */
export function crippenContributions(graph: MolGraph): {
  logP: Float64Array;
  mr: Float64Array;
  heavyLogP: Float64Array;
  heavyMr: Float64Array;
} {
  const out = {
    logP: new Float64Array(graph.n),
    mr: new Float64Array(graph.n),
    heavyLogP: new Float64Array(graph.n),
    heavyMr: new Float64Array(graph.n),
  };
  for (let a = 0; a < graph.n; a++) {
    const [logP, mr] = crippenTypes[typeOf(graph, a)];
    const [hLogP, hMr] = crippenTypes[hydrogenType(graph, a)];
    const h = graph.h[a]!;
    out.heavyLogP[a] = logP;
    out.heavyMr[a] = mr;
    out.logP[a] = logP + h * hLogP;
    out.mr[a] = mr + h * hMr;
  }
  return out;
}

function typeOf(graph: MolGraph, a: number): CrippenType {
  const z = graph.z[a]!;
  const charge = graph.charge[a]!;
  if (z === 6) return graph.aromatic[a] ? aromaticCarbon(graph, a) : aliphaticCarbon(graph, a);
  if (z === 7) return nitrogen(graph, a);
  if (z === 8) return oxygen(graph, a);
  if (z === 1) return hydrogenType(graph, graph.neighbour[graph.offset[a]!] ?? a);
  if (z === 9 || z === 17 || z === 35 || z === 53) {
    if (charge !== 0) return "Hal";
    return z === 9 ? "F" : z === 17 ? "Cl" : z === 35 ? "Br" : "I";
  }
  if (charge === 1 && (z === 3 || z === 11 || z === 19 || z === 37 || z === 55)) return "Hal";
  if (z === 15) return "P";
  if (z === 16) {
    if (graph.aromatic[a]) return "S3";
    if (charge !== 0) return "S2";
    for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
      const zb = graph.z[graph.neighbour[i]!]!;
      if (graph.order[graph.via[i]!] === 2 && (zb === 7 || zb === 8 || zb === 15 || zb === 16)) return "S2";
    }
    return "S1";
  }
  if (mainGroupMetals.has(z)) return "Me1";
  return isTransition(z) ? "Me2" : "none";
}

function aliphaticCarbon(graph: MolGraph, a: number): CrippenType {
  const h = graph.h[a]!;
  let carbons = 0;
  let hetero = 0;
  let aromaticC = 0;
  let aromaticOther = 0;
  let other = 0;
  let doubleC = 0;
  let doubleAromatic = 0;
  let doubleOther = 0;
  let triple = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const b = graph.neighbour[i]!;
    const zb = graph.z[b]!;
    const order = graph.order[graph.via[i]!]!;
    const isAromatic = graph.aromatic[b] === 1;
    if (order === 3) triple++;
    else if (order === 2) {
      if (isAromatic) doubleAromatic++;
      else if (zb === 6) doubleC++;
      else doubleOther++;
    }
    if (isAromatic) zb === 6 ? aromaticC++ : aromaticOther++;
    else if (zb === 6) carbons++;
    else if (polarHetero.has(zb)) hetero++;
    else if (zb !== 1) other++;
  }
  const aromatic = aromaticC + aromaticOther;
  const connections = h + degreeOf(graph, a);
  if (triple > 0) return connections === 2 ? "C7" : "CS";
  if (doubleOther > 0) return "C5";
  if (doubleAromatic > 0) return "C26";
  if (doubleC > 0) return doubleC > 1 || aromatic === 0 ? "C6" : "C26";
  if (connections === 4) {
    if (aromatic === 0 && hetero === 0 && other === 0) return carbons + h < 4 ? "CS" : carbons <= 2 ? "C1" : "C2";
    if (hetero > 0 && (h >= 2 ? carbons + hetero + other === 4 - h : aromatic === 0)) return h >= 2 ? "C3" : "C4";
    if (aromatic > 0) return h === 3 ? (aromaticC > 0 ? "C8" : "C9") : h === 2 ? "C10" : h === 1 ? "C11" : "C12";
    if (other > 0) return "C27";
  }
  return "CS";
}

function aromaticCarbon(graph: MolGraph, a: number): CrippenType {
  if (graph.h[a]! > 0) return "C18";
  let aromaticBonds = 0;
  let substituent = -1;
  let doubleTo = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const bond = graph.via[i]!;
    if (graph.aromaticBond[bond]) aromaticBonds++;
    else {
      substituent = graph.neighbour[i]!;
      if (graph.order[bond] === 2) doubleTo = graph.z[substituent]!;
    }
  }
  if (substituent < 0) return aromaticBonds >= 3 ? "C19" : "CS";
  const zb = graph.z[substituent]!;
  const isAromatic = graph.aromatic[substituent] === 1;
  if (doubleTo === 0 && !isAromatic && zb !== 6 && (zb === 15 || !polarHetero.has(zb)) && zb !== 1) return "C13";
  if (zb === 9) return "C14";
  if (zb === 17) return "C15";
  if (zb === 35) return "C16";
  if (zb === 53) return "C17";
  if (doubleTo > 0) return doubleTo === 6 || doubleTo === 7 || doubleTo === 8 ? "C25" : "CS";
  if (isAromatic) return "C20";
  return zb === 6 ? "C21" : zb === 7 ? "C22" : zb === 8 ? "C23" : zb === 16 ? "C24" : "CS";
}

function nitrogen(graph: MolGraph, a: number): CrippenType {
  const charge = graph.charge[a]!;
  const h = graph.h[a]!;
  if (graph.aromatic[a]) return charge > 0 ? "N12" : charge === 0 ? "N11" : "NS";
  let aliphatic = 0;
  let aromatic = 0;
  let single = 0;
  let double = 0;
  let doubleNitrogen = 0;
  let triple = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const b = graph.neighbour[i]!;
    const order = graph.order[graph.via[i]!]!;
    if (graph.z[b] === 1) continue;
    if (order === 3) triple++;
    else if (order === 2) {
      double++;
      if (graph.z[b] === 7) doubleNitrogen++;
    } else single++;
    graph.aromatic[b] ? aromatic++ : aliphatic++;
  }
  const heavy = aliphatic + aromatic;
  if (charge < 0) return "N14";
  if (charge > 0) {
    if (triple > 0) return "N14";
    if (h >= 1 && h <= 3) return "N10";
    if (double >= 2) return doubleNitrogen >= 2 ? "N14" : doubleNitrogen === 1 ? "N13" : "NS";
    return (double === 0 && aliphatic >= 4) || (double === 1 && single >= 2) ? "N13" : "NS";
  }
  if (triple > 0) return "N9";
  if (h === 2) return aliphatic > 0 ? "N1" : aromatic > 0 ? "N3" : "NS";
  if (h === 1) return double > 0 ? "N5" : aliphatic >= 2 ? "N2" : aromatic >= 1 && heavy >= 2 ? "N4" : "NS";
  if (h !== 0) return "NS";
  if (double > 0) return heavy >= 2 ? "N6" : "NS";
  if (aromatic === 0) return aliphatic >= 3 ? "N7" : "NS";
  return heavy >= 3 ? "N8" : "NS";
}

function oxygen(graph: MolGraph, a: number): CrippenType {
  if (graph.aromatic[a]) return "O1";
  const h = graph.h[a]!;
  if (h === 1 || h === 2) return "O2";
  const charge = graph.charge[a]!;
  const first = graph.offset[a]!;
  const degree = degreeOf(graph, a);
  if (degree === 0) return "OS";
  const b = graph.neighbour[first]!;
  const zb = graph.z[b]!;
  const isDouble = graph.order[graph.via[first]!] === 2;
  if (degree >= 2) {
    let aromatic = 0;
    for (let i = first; i < first + degree; i++) aromatic += graph.aromatic[graph.neighbour[i]!]!;
    return aromatic > 0 ? "O4" : "O3";
  }
  if (charge < 0) {
    if (zb === 7) return "O5";
    if (zb === 16) return "O6";
    if (charge === -1 && zb === 6 && !graph.aromatic[b] && hasOxo(graph, b)) return "O12";
    return zb === 1 ? "OS" : "O7";
  }
  if (!isDouble) return "OS";
  if (zb === 7 || zb === 8) return "O5";
  if (zb === 16) return "O6";
  if (zb !== 6) return "OS";
  return graph.aromatic[b] ? "O8" : carbonylOxygen(graph, a, b);
}

function carbonylOxygen(graph: MolGraph, oxygenAtom: number, b: number): CrippenType {
  let aliphaticC = 0;
  let aromaticC = 0;
  let hetero = 0;
  let aliphaticAny = 0;
  let aromaticAny = 0;
  let isDioxide = false;
  for (let i = graph.offset[b]!; i < graph.offset[b + 1]!; i++) {
    const c = graph.neighbour[i]!;
    if (c === oxygenAtom || graph.z[c] === 1) continue;
    if (graph.order[graph.via[i]!] !== 1) {
      isDioxide = graph.z[c] === 8;
      continue;
    }
    graph.aromatic[c] ? aromaticAny++ : aliphaticAny++;
    if (graph.z[c] === 6) graph.aromatic[c] ? aromaticC++ : aliphaticC++;
    else hetero++;
  }
  const h = graph.h[b]!;
  if (h === 2) return "O9";
  if (h === 1) return aromaticC > 0 ? "O10" : "O9";
  if (isDioxide) return "O9";
  if (aliphaticC > 0 && (aliphaticC > 1 || aliphaticAny > 1)) return "O9";
  if (aromaticC > 0 || (aliphaticC > 0 && aromaticAny > 0)) return "O10";
  return hetero >= 2 ? "O11" : "OS";
}

function hasOxo(graph: MolGraph, a: number): boolean {
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    if (graph.z[graph.neighbour[i]!] === 8 && graph.order[graph.via[i]!] === 2) return true;
  }
  return false;
}

/** Type of the hydrogens on an atom. */
function hydrogenType(graph: MolGraph, a: number): CrippenType {
  const z = graph.z[a]!;
  if (z === 6 || z === 1) return "H1";
  if (z === 7) return "H3";
  if (z !== 8 || graph.aromatic[a]) return "H2";
  if (graph.h[a] === 2) return "H2";
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const b = graph.neighbour[i]!;
    const zb = graph.z[b]!;
    if (zb === 7) return "H3";
    if (graph.aromatic[b] || (zb !== 6 && zb !== 8 && zb !== 16)) return "H2";
    if (zb === 8 || zb === 16) return "H4";
    if (graph.h[b]! + degreeOf(graph, b) === 4) return "H2";
    for (let j = graph.offset[b]!; j < graph.offset[b + 1]!; j++) {
      const zc = graph.z[graph.neighbour[j]!]!;
      if (graph.order[graph.via[j]!] === 2 && (zc === 6 || zc === 7 || zc === 8 || zc === 16)) return "H4";
    }
  }
  return "HS";
}
