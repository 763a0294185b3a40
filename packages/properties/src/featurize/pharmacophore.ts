import { hybridisation } from "./atom-fields.ts";
import { isHalogen } from "./elements.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";

/** Bits of the roles that an atom can play. */
export const role = {
  donor: 1,
  acceptor: 2,
  basic: 4,
  acidic: 8,
  hydrophobic: 16,
  aromatic: 32,
  halogen: 64,
  carbonyl: 128,
} as const;

/** Roles of each atom as a bit set, from its neighbourhood in the neutral form. */
export function atomRoles(graph: MolGraph): Uint8Array {
  const roles = new Uint8Array(graph.n);
  for (let a = 0; a < graph.n; a++) {
    const z = graph.z[a]!;
    const h = graph.h[a]!;
    let bits = 0;
    if (graph.aromatic[a]) bits |= role.aromatic;
    if (isHalogen(z)) bits |= role.halogen | role.hydrophobic;
    if (z === 6) {
      if (isCarbonyl(graph, a)) bits |= role.carbonyl;
      else if (heteroNeighbours(graph, a) === 0) bits |= role.hydrophobic;
    } else if (z === 16 && h === 0 && graph.charge[a] === 0 && !isOxidised(graph, a)) bits |= role.hydrophobic;
    if ((z === 7 || z === 8 || z === 16) && h > 0) bits |= role.donor;
    if (z === 8 && graph.charge[a]! <= 0) bits |= role.acceptor;
    if (z === 7 && graph.charge[a]! <= 0 && isNitrogenAcceptor(graph, a)) bits |= role.acceptor;
    if (z === 7 && isBasicNitrogen(graph, a)) bits |= role.basic;
    if (isAcidic(graph, a)) bits |= role.acidic;
    roles[a] = bits;
  }
  return roles;
}

export function isCarbonyl(graph: MolGraph, a: number): boolean {
  if (graph.z[a] !== 6) return false;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const zb = graph.z[graph.neighbour[i]!]!;
    if (graph.order[graph.via[i]!] === 2 && !graph.aromaticBond[graph.via[i]!] && (zb === 8 || zb === 16)) return true;
  }
  return false;
}

function heteroNeighbours(graph: MolGraph, a: number): number {
  let count = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const zb = graph.z[graph.neighbour[i]!]!;
    if (zb === 7 || zb === 8) count++;
  }
  return count;
}

/** A sulfur, phosphorus or nitrogen with a double bond to oxygen, or a nitrogen of a nitro group. */
export function isOxidised(graph: MolGraph, a: number): boolean {
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    if (graph.z[graph.neighbour[i]!] === 8 && graph.order[graph.via[i]!] === 2) return true;
  }
  return false;
}

/** True beside a carbonyl, sulfonyl, phosphoryl or nitrile: the lone pair is withdrawn. */
export function isWithdrawn(graph: MolGraph, a: number): boolean {
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const b = graph.neighbour[i]!;
    const z = graph.z[b]!;
    if (z === 6 && isCarbonyl(graph, b)) return true;
    if ((z === 16 || z === 15 || z === 7) && isOxidised(graph, b)) return true;
    if (z === 6 && hybridisation(graph, b) === 2) return true;
  }
  return false;
}

function isNitrogenAcceptor(graph: MolGraph, a: number): boolean {
  if (graph.aromatic[a]) return graph.h[a] === 0 && degreeOf(graph, a) === 2;
  return !isWithdrawn(graph, a) && !touchesAromatic(graph, a);
}

export function touchesAromatic(graph: MolGraph, a: number): boolean {
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) if (graph.aromatic[graph.neighbour[i]!]) return true;
  return false;
}

/** An aliphatic amine, amidine or guanidine nitrogen that would carry a proton at pH 7.4. */
export function isBasicNitrogen(graph: MolGraph, a: number): boolean {
  if (graph.z[a] !== 7 || graph.aromatic[a] || graph.charge[a] !== 0) return false;
  const hybrid = hybridisation(graph, a);
  if (hybrid === 2 || isWithdrawn(graph, a) || touchesAromatic(graph, a)) return false;
  let amidine = false;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const b = graph.neighbour[i]!;
    const z = graph.z[b]!;
    if (z !== 6 && z !== 1) return false;
    if (z !== 6 || hybridisation(graph, b) !== 1) continue;
    let nitrogens = 0;
    for (let j = graph.offset[b]!; j < graph.offset[b + 1]!; j++) if (graph.z[graph.neighbour[j]!] === 7) nitrogens++;
    if (nitrogens >= 2) amidine = true;
    else return false;
  }
  return hybrid === 0 ? true : amidine;
}

/** The proton-bearing atom of a carboxylic, sulfonic, phosphoric or acyl-sulfonamide acid, or a tetrazole NH. */
export function isAcidic(graph: MolGraph, a: number): boolean {
  const z = graph.z[a]!;
  if (z === 8 && (graph.h[a]! > 0 || graph.charge[a]! < 0)) {
    const b = graph.neighbour[graph.offset[a]!];
    if (b === undefined) return false;
    const zb = graph.z[b]!;
    return (zb === 6 && isCarbonyl(graph, b)) || ((zb === 16 || zb === 15) && isOxidised(graph, b));
  }
  if (z !== 7 || graph.h[a] === 0) return false;
  if (graph.aromatic[a]) {
    let nitrogens = 0;
    for (const ring of graph.rings) {
      if (ring.length === 5 && ring.includes(a)) nitrogens = ring.filter((atom) => graph.z[atom] === 7).length;
    }
    return nitrogens >= 4;
  }
  let withdrawing = 0;
  let sulfonyl = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const b = graph.neighbour[i]!;
    if (isCarbonyl(graph, b)) withdrawing++;
    if (graph.z[b] === 16 && isOxidised(graph, b)) sulfonyl++;
  }
  return sulfonyl > 0 && withdrawing + sulfonyl >= 2;
}
