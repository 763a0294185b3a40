import { AROMATIC, type MoleculeGraph } from "@qinghao/chemistry";
import { AtomReader } from "./atom-reader.ts";

/**
 * Pharmacophore features of Gobbi & Poppinger 1998 (Biotechnol. Bioeng. 61, 47), read as RDKit reads them: each is one atom.
 * Acidic group, aromatic attachment, basic group, acceptor, donor, hydrophobe, aliphatic attachment, unusual atom.
 */
export const gobbiFamilies = ["AG", "AR", "BG", "HA", "HD", "LH", "RR", "X"] as const;
export type GobbiFamily = (typeof gobbiFamilies)[number];

type Test = (atom: AtomReader, at: number) => boolean;

const [C, N, O, F, P, S] = [6, 7, 8, 9, 15, 16];
const usual = new Set([1, C, N, O, F, S, 17, 35, 53]);
const isPlain = (order: number) => order === 1 || order === AROMATIC;

const isAcid: Test = (atom, at) =>
  atom.isAliphatic(at, C, S) &&
  atom.isDoublyBonded(at, O, S, P) &&
  atom.countNeighbours(at, (other, order) => order === 1 && atom.isAliphatic(other, O) && atom.hydrogens(other) === 1) >
    0;

/** Three neighbours, two of them along rings and the third by a plain bond. */
const isAttachment: Test = (atom, at) => {
  if (atom.graph.degree[at] !== 3) return false;
  const inRings = atom.countNeighbours(at, (_, __, isInRing) => isInRing);
  const others = (isInRing: boolean) =>
    atom.countNeighbours(at, (_, order, isOfRing) => isOfRing === isInRing && isPlain(order)) > 0;
  return inRings === 3 ? others(true) : inRings === 2 && others(false);
};

/** A neighbour that leaves a nitrogen basic: carbon or aromatic, without a doubly bonded oxygen. */
const leavesBasic = (atom: AtomReader, at: number) =>
  (atom.graph.aromatic[at] === 1 || atom.isAliphatic(at, C)) && !atom.isDoublyBonded(at, O);

const isBase: Test = (atom, at) => {
  if (atom.graph.atomicNumber[at] !== N || atom.charge(at) !== 0) return false;
  if (atom.graph.degree[at]! + atom.graph.implicitH[at]! === 2) return true;
  if (atom.graph.aromatic[at] === 1) return false;
  const near = atom.countNeighbours(at, (other, order) => isPlain(order) && leavesBasic(atom, other));
  const hydrogens = atom.hydrogens(at);
  if (hydrogens === 2) return near >= 1;
  if (hydrogens === 1) return near >= 2;
  const carbons = (other: number, order: number) =>
    isPlain(order) && atom.isAliphatic(other, C) && !atom.isDoublyBonded(other, O);
  return hydrogens === 0 && atom.countNeighbours(at, carbons) >= 3;
};

/** Whether a single bond leads to an atom that no double bond to a hetero atom draws electrons from. */
const isOnUnconjugated = (atom: AtomReader, at: number) =>
  atom.countNeighbours(at, (other, order) => order === 1 && !atom.isDoublyBonded(other, O, N, P, S)) > 0;

const isAcceptor: Test = (atom, at) => {
  if (atom.isAliphatic(at, F)) return true;
  if (atom.isAromatic(at, N, O, S)) return atom.charge(at) === 0;
  const hydrogens = atom.hydrogens(at);
  if (atom.isAliphatic(at, O, S)) {
    if (atom.charge(at) === -1) return true;
    if (atom.valence(at) !== 2) return false;
    return hydrogens === 0 || (hydrogens === 1 && isOnUnconjugated(atom, at));
  }
  if (!atom.isAliphatic(at, N) || atom.valence(at) !== 3) return false;
  return hydrogens === 0 || (hydrogens <= 2 && isOnUnconjugated(atom, at));
};

const isDonor: Test = (atom, at) => {
  const [hydrogens, charge] = [atom.hydrogens(at), atom.charge(at)];
  if (atom.isAliphatic(at, N)) {
    const valence = atom.valence(at);
    return hydrogens > 0 && (valence === 3 || (valence === 4 && charge === 1));
  }
  return hydrogens === 1 && charge === 0 && (atom.isAliphatic(at, O, S) || atom.isAromatic(at, N));
};

const isChain = (atom: AtomReader, at: number, mostHydrogens: number) =>
  atom.isAliphatic(at, C) && atom.hydrogens(at) >= 1 && atom.hydrogens(at) <= mostHydrogens;

/** The first of four chain carbons that has a neighbour beside them, or a carbon among three CH2 or CH3. */
const isHydrophobe: Test = (atom, at) => {
  if (!atom.isAliphatic(at, C)) return false;
  const branches = (other: number, order: number) =>
    isPlain(order) && atom.isAliphatic(other, C) && (atom.hydrogens(other) === 2 || atom.hydrogens(other) === 3);
  if (atom.countNeighbours(at, branches) >= 3) return true;
  if (!isChain(atom, at, 2)) return false;
  return hasChain(atom, [at]);
};

function hasChain(atom: AtomReader, path: readonly number[]): boolean {
  const [first, last] = [path[0]!, path.at(-1)!];
  if (path.length === 4) {
    return atom.countNeighbours(first, (other, order) => order !== 2 && !path.includes(other)) > 0;
  }
  const isEnd = path.length === 3;
  return (
    atom.countNeighbours(
      last,
      (other, order) =>
        isPlain(order) &&
        !path.includes(other) &&
        isChain(atom, other, isEnd ? 3 : 2) &&
        !(isEnd && atom.isDoublyBonded(other)) &&
        hasChain(atom, [...path, other]),
    ) > 0
  );
}

const tests: Readonly<Record<GobbiFamily, Test>> = {
  AG: isAcid,
  AR: (atom, at) => atom.graph.aromatic[at] === 1 && isAttachment(atom, at),
  BG: isBase,
  HA: isAcceptor,
  HD: isDonor,
  LH: isHydrophobe,
  RR: (atom, at) => atom.graph.aromatic[at] === 0 && isAttachment(atom, at),
  X: (atom, at) => !usual.has(atom.graph.atomicNumber[at]!),
};

/** The atoms of each family, ascending, in the order of `gobbiFamilies`. */
export function gobbiFeatures(graph: MoleculeGraph): number[][] {
  const reader = new AtomReader(graph);
  return gobbiFamilies.map((family) => {
    const atoms: number[] = [];
    for (let at = 0; at < graph.atomCount; at++) if (tests[family](reader, at)) atoms.push(at);
    return atoms;
  });
}
