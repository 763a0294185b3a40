import { outerElectrons } from "../elements.ts";
import { AROMATIC, type MoleculeGraph } from "../graph.ts";

/** Per-atom values that several descriptors need. */
export type AtomEnvironments = {
  /** All neighbours, hydrogens included. */
  totalDegree: Uint8Array;
  /** Sum of bond orders, hydrogens included. */
  valence: Uint8Array;
  /** 2 = sp, 3 = sp2, 4 = sp3, others as orbitals are counted. */
  orbitals: Uint8Array;
};

export function environmentsOf(graph: MoleculeGraph): AtomEnvironments {
  const n = graph.atomCount;
  const totalDegree = new Uint8Array(n);
  const valence = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    totalDegree[i] = graph.degree[i]! + graph.implicitH[i]!;
    let sum = graph.implicitH[i]!;
    for (let k = graph.offsets[i]!; k < graph.offsets[i + 1]!; k++) sum += graph.kekuleOrder[graph.neighbourBonds[k]!]!;
    valence[i] = sum;
  }
  const conjugated = conjugatedAtoms(graph, totalDegree);
  const orbitals = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const count = orbitalsOf(graph, i, totalDegree[i]!, valence[i]!);
    orbitals[i] = count === 4 && totalDegree[i]! <= 3 && conjugated[i] ? 3 : count;
  }
  return { totalDegree, valence, orbitals };
}

/** Bonds plus lone pairs, as RDKit counts them for hybridisation. */
function orbitalsOf(graph: MoleculeGraph, atom: number, totalDegree: number, valence: number): number {
  const number = graph.atomicNumber[atom]!;
  if (number <= 1) return totalDegree;
  const outer = outerElectrons[number]!;
  const free = outer - valence - graph.charge[atom]!;
  if (valence + outer - graph.charge[atom]! >= 8) return totalDegree + Math.trunc(free / 2);
  const radicals = graph.radicals[atom]!;
  return totalDegree + Math.trunc((free - radicals) / 2) + radicals;
}

/** Atoms with a conjugated bond: RDKit's rule, with d-elements and chalcogens such as P and S(IV) left out. */
function conjugatedAtoms(graph: MoleculeGraph, totalDegree: Uint8Array): Uint8Array {
  const { atomCount: n, offsets, neighbours, neighbourBonds, bondOrder } = graph;
  const candidate = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const number = graph.atomicNumber[i]!;
    const outer = outerElectrons[number]!;
    candidate[i] = Number(number <= 10 || (outer !== 5 && outer !== 6) || (outer === 6 && totalDegree[i]! < 2));
  }
  const conjugated = graph.aromatic.slice();
  for (let i = 0; i < n; i++) {
    if (!candidate[i] || totalDegree[i]! < 2 || totalDegree[i]! > 3) continue;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const order = bondOrder[neighbourBonds[k]!]!;
      if (order < 2 || (order === AROMATIC && !graph.aromatic[i]) || !candidate[neighbours[k]!]) continue;
      for (let l = offsets[i]!; l < offsets[i + 1]!; l++) {
        const other = neighbours[l]!;
        if (l === k || totalDegree[other]! > 3 || !candidate[other]) continue;
        conjugated[i] = conjugated[neighbours[k]!] = conjugated[other] = 1;
      }
    }
  }
  return conjugated;
}
