import type { MoleculeGraph } from "../graph.ts";
import type { AtomEnvironments } from "./environment.ts";

const CARBON = 6;
const NITROGEN = 7;
const OXYGEN = 8;
const PHOSPHORUS = 15;
const SULFUR = 16;

const isAliphatic = (graph: MoleculeGraph, atom: number, number: number): boolean =>
  graph.atomicNumber[atom] === number && !graph.aromatic[atom];

/** Some neighbour by a bond of this order passes the test. */
function someNeighbour(
  graph: MoleculeGraph,
  atom: number,
  order: number,
  test: (neighbour: number, bond: number) => boolean,
): boolean {
  for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
    const bond = graph.neighbourBonds[k]!;
    if (graph.bondOrder[bond] === order && test(graph.neighbours[k]!, bond)) return true;
  }
  return false;
}

/** [O,N,P,S] */
const isPolar = (graph: MoleculeGraph, atom: number): boolean =>
  !graph.aromatic[atom] && [NITROGEN, OXYGEN, PHOSPHORUS, SULFUR].includes(graph.atomicNumber[atom]!);

/** Hydrogen-bond donors: N with H, and O, S and aromatic N with one. */
export function countDonors(graph: MoleculeGraph, { valence }: AtomEnvironments): number {
  let donors = 0;
  for (let i = 0; i < graph.atomCount; i++) {
    const h = graph.hCount[i]!;
    if (h === 0) continue;
    const number = graph.atomicNumber[i]!;
    const charge = graph.charge[i]!;
    if (isAliphatic(graph, i, NITROGEN)) donors += Number(valence[i] === 3 || (charge === 1 && valence[i] === 4));
    else if (h === 1 && charge === 0) {
      donors += Number(number === NITROGEN || (!graph.aromatic[i] && (number === OXYGEN || number === SULFUR)));
    }
  }
  return donors;
}

/** Hydrogen-bond acceptors after Gobbi & Poppinger, as RDKit has them. */
export function countAcceptors(graph: MoleculeGraph, { valence }: AtomEnvironments): number {
  let acceptors = 0;
  for (let i = 0; i < graph.atomCount; i++) if (isAcceptor(graph, i, valence[i]!)) acceptors++;
  return acceptors;
}

function isAcceptor(graph: MoleculeGraph, i: number, valence: number): boolean {
  const number = graph.atomicNumber[i]!;
  const h = graph.hCount[i]!;
  const charge = graph.charge[i]!;
  if (graph.aromatic[i]) {
    return (
      charge === 0 &&
      ((number === NITROGEN && h === 0 && graph.degree[i] === 2) || number === OXYGEN || number === SULFUR)
    );
  }
  if (number === OXYGEN || number === SULFUR) {
    if (charge === -1 || (h === 0 && valence === 2)) return true;
    const isFree = (j: number) => !someNeighbour(graph, j, 2, (k) => isPolar(graph, k));
    return h === 1 && valence === 2 && someNeighbour(graph, i, 1, isFree);
  }
  if (number !== NITROGEN || valence !== 3) return false;
  const hasOpenDouble = (j: number) =>
    someNeighbour(graph, j, 2, (k, bond) => isPolar(graph, k) && !graph.bondRings[bond]);
  return !someNeighbour(graph, i, 1, hasOpenDouble);
}

export function countAmideBonds(graph: MoleculeGraph): number {
  let amides = 0;
  for (let c = 0; c < graph.atomCount; c++) {
    if (!isAliphatic(graph, c, CARBON)) continue;
    let oxygens = 0;
    let nitrogens = 0;
    for (let k = graph.offsets[c]!; k < graph.offsets[c + 1]!; k++) {
      const order = graph.bondOrder[graph.neighbourBonds[k]!]!;
      const other = graph.neighbours[k]!;
      if (order === 2 && isAliphatic(graph, other, OXYGEN) && graph.atomRings[other] === 0) oxygens++;
      else if (order === 1 && isAliphatic(graph, other, NITROGEN)) nitrogens++;
    }
    amides += oxygens * nitrogens;
  }
  return amides;
}

/** Rotatable bonds in RDKit's strict definition: no amides, esters, tert-butyl or trihalomethyl, no bonds beside a triple bond. */
export function countRotatableBonds(graph: MoleculeGraph): number {
  let rotatable = 0;
  for (let b = 0; b < graph.bondCount; b++) {
    if (graph.bondOrder[b] !== 1 || graph.bondRings[b]! > 0) continue;
    const i = graph.bondAtoms[2 * b]!;
    const j = graph.bondAtoms[2 * b + 1]!;
    if (!isHinge(graph, i) || !isHinge(graph, j)) continue;
    if (!isAcyl(graph, i) || !isAcyl(graph, j)) rotatable++;
  }
  return rotatable;
}

function isHinge(graph: MoleculeGraph, atom: number): boolean {
  if (graph.degree[atom] === 1 || someNeighbour(graph, atom, 3, () => true)) return false;
  if (!isAliphatic(graph, atom, CARBON)) return true;
  const counts = { methyl: 0, 9: 0, 17: 0, 35: 0 };
  for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
    if (graph.bondOrder[graph.neighbourBonds[k]!] !== 1) continue;
    const other = graph.neighbours[k]!;
    const number = graph.atomicNumber[other]!;
    if (number === 9 || number === 17 || number === 35) counts[number]++;
    else if (number === CARBON && graph.hCount[other] === 3) counts.methyl++;
  }
  return counts.methyl < 3 && counts[9] < 3 && counts[17] < 3 && counts[35] < 3;
}

/** Either end of an open-chain bond between a carbonyl-like carbon and a heteroatom. */
function isAcyl(graph: MoleculeGraph, atom: number): boolean {
  const ends = (c: number, x: number, bond: number) =>
    graph.bondRings[bond] === 0 && isCarbonylCarbon(graph, c) && isLinker(graph, x);
  return someNeighbour(graph, atom, 1, (other, bond) => ends(atom, other, bond) || ends(other, atom, bond));
}

const isCarbonylCarbon = (graph: MoleculeGraph, c: number): boolean =>
  isAliphatic(graph, c, CARBON) &&
  graph.degree[c] === 3 &&
  someNeighbour(graph, c, 2, (x) => [NITROGEN, OXYGEN, SULFUR].some((number) => isAliphatic(graph, x, number)));

/** [#7,O,S!D1] */
const isLinker = (graph: MoleculeGraph, x: number): boolean =>
  graph.atomicNumber[x] === NITROGEN ||
  isAliphatic(graph, x, OXYGEN) ||
  (isAliphatic(graph, x, SULFUR) && graph.degree[x] !== 1);
