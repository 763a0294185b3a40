import { AROMATIC, type MoleculeGraph, outerElectrons } from "@qinghao/chemistry";

export const SP = 1;
export const SP2 = 2;
export const SP3 = 3;
export const SP3D = 4;
export const SP3D2 = 5;

/** The valence electrons of a molecule with all its hydrogens, as far as its shape depends on them. */
export type Electrons = {
  /** 0 for a lone atom or one with a single orbital, else SP to SP3D2. */
  readonly hybridisation: Uint8Array;
  /** 1 for a bond that takes part in conjugation. */
  readonly conjugatedBond: Uint8Array;
  /** 1 for an atom with such a bond. */
  readonly conjugated: Uint8Array;
  /** Sum of the bond orders of one Kekulé form. */
  readonly valence: Uint8Array;
};

/** Usual valence by atomic number, of the elements that may conjugate; -1 for the others. */
function usualValence(z: number): number {
  if (z === 5 || z === 13 || z === 31 || z === 49) return 3;
  if (z === 6 || z === 14 || z === 32 || z === 50) return 4;
  if (z === 7 || z === 15 || z === 33 || z === 51) return 3;
  if (z === 8 || z === 16 || z === 34 || z === 52) return 2;
  return -1;
}

/**
 * Hybridisation and conjugation from the graph. An atom with four electron pairs counts as sp2 where it has at most three
 * neighbours and a conjugated bond (amide nitrogen, ester oxygen, aniline).
 */
export function electronsOf(graph: MoleculeGraph): Electrons {
  const { atomCount, bondCount, degree } = graph;
  const valence = new Uint8Array(atomCount);
  for (let bond = 0; bond < bondCount; bond++) {
    valence[graph.bondAtoms[2 * bond]!]! += graph.kekuleOrder[bond]!;
    valence[graph.bondAtoms[2 * bond + 1]!]! += graph.kekuleOrder[bond]!;
  }
  const conjugatedBond = conjugatedBonds(graph, valence);
  const conjugated = new Uint8Array(atomCount);
  for (let bond = 0; bond < bondCount; bond++) {
    if (conjugatedBond[bond] !== 1) continue;
    conjugated[graph.bondAtoms[2 * bond]!] = 1;
    conjugated[graph.bondAtoms[2 * bond + 1]!] = 1;
  }
  const hybridisation = new Uint8Array(atomCount);
  for (let atom = 0; atom < atomCount; atom++) {
    const orbitals = orbitalsOf(graph, valence, atom);
    if (orbitals <= 1) continue;
    if (orbitals === 4) hybridisation[atom] = degree[atom]! <= 3 && conjugated[atom] === 1 ? SP2 : SP3;
    else hybridisation[atom] = Math.min(orbitals - 1, SP3D2);
  }
  return { hybridisation, conjugatedBond, conjugated, valence };
}

/** Bonds and lone pairs around an atom. */
function orbitalsOf(graph: MoleculeGraph, valence: Uint8Array, atom: number): number {
  const z = graph.atomicNumber[atom]!;
  const degree = graph.degree[atom]!;
  if (z <= 1) return degree;
  const outer = outerElectrons[z] ?? 0;
  const charge = graph.charge[atom]!;
  const free = outer - valence[atom]! - charge;
  const radicals = graph.radicals[atom]!;
  if (valence[atom]! + outer - charge < 8) return degree + Math.max(0, (free - radicals) >> 1) + radicals;
  return degree + Math.max(0, free >> 1);
}

/** Electrons that an atom may give to a conjugated system; negative where it cannot take part. */
function mobileElectrons(graph: MoleculeGraph, valence: Uint8Array, atom: number): number {
  const z = graph.atomicNumber[atom]!;
  const usual = usualValence(z);
  const degree = graph.degree[atom]!;
  if (usual <= 1 || degree > 3) return -1;
  const pairs = Math.max(0, (outerElectrons[z] ?? 0) - usual - graph.charge[atom]!);
  const electrons = usual - degree + pairs - graph.radicals[atom]!;
  return electrons > 1 && valence[atom]! - degree > 1 ? 1 : electrons;
}

function conjugatedBonds(graph: MoleculeGraph, valence: Uint8Array): Uint8Array {
  const { atomCount, bondCount, offsets, neighbours, neighbourBonds, degree } = graph;
  const conjugated = new Uint8Array(bondCount);
  for (let bond = 0; bond < bondCount; bond++) if (graph.bondOrder[bond] === AROMATIC) conjugated[bond] = 1;
  const mayTakePart = new Uint8Array(atomCount);
  for (let atom = 0; atom < atomCount; atom++) {
    const z = graph.atomicNumber[atom]!;
    const outer = outerElectrons[z] ?? 0;
    // Beyond the second period, atoms with lone pairs conjugate only where they end a bond.
    const fits = z <= 10 || (outer !== 5 && outer !== 6) || (outer === 6 && degree[atom]! < 2);
    if (fits && mobileElectrons(graph, valence, atom) > 0) mayTakePart[atom] = 1;
  }
  for (let atom = 0; atom < atomCount; atom++) {
    if (mayTakePart[atom] !== 1 || degree[atom]! < 2 || degree[atom]! > 3) continue;
    for (let k = offsets[atom]!; k < offsets[atom + 1]!; k++) {
      const multiple = neighbourBonds[k]!;
      if (graph.bondOrder[multiple]! < 2 || mayTakePart[neighbours[k]!] !== 1) continue;
      for (let m = offsets[atom]!; m < offsets[atom + 1]!; m++) {
        if (m === k || degree[neighbours[m]!]! > 3 || mayTakePart[neighbours[m]!] !== 1) continue;
        conjugated[multiple] = 1;
        conjugated[neighbourBonds[m]!] = 1;
      }
    }
  }
  return conjugated;
}
