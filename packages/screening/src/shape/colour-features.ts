import type { MoleculeGraph } from "@qinghao/chemistry";
import { AtomReader } from "../pharmacophore/atom-reader.ts";

/** Kinds of colour: what a protein would feel at a place, after Mills & Dean 1996 (doi 10.1007/BF00134183). */
export const colourKinds = ["donor", "acceptor", "cation", "anion", "ring", "hydrophobe"] as const;
export type ColourKind = (typeof colourKinds)[number];

/** A colour at the centre of some atoms. */
export type ColourFeature = { readonly kind: ColourKind; readonly atoms: readonly number[] };

const [C, N, O, F, P, S, Cl, Br, I] = [6, 7, 8, 9, 15, 16, 17, 35, 53];
/** Atoms of a chain that share one hydrophobic centre, at most. */
const chainAtoms = 4;
const largestRing = 7;

/** The colours of a molecule, charged as near pH 7: acids are anions, aliphatic amines and amidines are cations. */
export function colourFeatures(graph: MoleculeGraph): ColourFeature[] {
  const atoms = new ColourReader(graph);
  const features: ColourFeature[] = [];
  const add = (kind: ColourKind, of: readonly number[]) => features.push({ kind, atoms: of });
  for (let at = 0; at < graph.atomCount; at++) {
    const amidine = atoms.amidineAt(at);
    if (amidine !== null) add("cation", amidine);
    else if (atoms.isCation(at)) add("cation", [at]);
    const acid = atoms.acidAt(at);
    if (acid !== null) add("anion", acid);
    else if (atoms.isLoneAnion(at)) add("anion", [at]);
    if (atoms.isDonor(at)) add("donor", [at]);
    if (atoms.isAcceptor(at)) add("acceptor", [at]);
  }
  for (const ring of graph.rings) if (ring.length <= largestRing) add("ring", ring);
  for (const ring of graph.rings)
    if (atoms.isTetrazole(ring))
      add(
        "anion",
        ring.filter((at) => graph.atomicNumber[at] === N),
      );
  for (const group of hydrophobicGroups(atoms)) add("hydrophobe", group);
  return features;
}

class ColourReader extends AtomReader {
  neighbours(at: number, test: (other: number, order: number) => boolean): number[] {
    const found: number[] = [];
    this.countNeighbours(at, (other, order) => {
      if (test(other, order)) found.push(other);
      return false;
    });
    return found;
  }

  heavyDegree(at: number): number {
    return this.countNeighbours(at, (other) => this.graph.atomicNumber[other] !== 1);
  }

  /** Whether electrons of the atom are drawn into a neighbour's double bonds or ring. */
  isConjugated(at: number): boolean {
    return (
      this.countNeighbours(
        at,
        (other, order) =>
          order === 1 &&
          (this.graph.aromatic[other] === 1 ||
            this.countNeighbours(other, (next, nextOrder) => next !== at && (nextOrder === 2 || nextOrder === 3)) > 0),
      ) > 0
    );
  }

  isAmine(at: number): boolean {
    if (!this.isAliphatic(at, N) || this.charge(at) !== 0 || this.valence(at) !== 3) return false;
    const isAlkyl = (other: number, order: number) =>
      order === 1 &&
      (this.graph.atomicNumber[other] === 1 || (this.isAliphatic(other, C) && this.valenceIsSingle(other)));
    return this.countNeighbours(at, (other, order) => !isAlkyl(other, order)) === 0;
  }

  valenceIsSingle(at: number): boolean {
    return this.countNeighbours(at, (_, order) => order !== 1) === 0;
  }

  isCation(at: number): boolean {
    if (this.isAmine(at)) return true;
    return this.charge(at) > 0 && this.countNeighbours(at, (other) => this.charge(other) < 0) === 0;
  }

  /** Carbon and nitrogens of an amidine or guanidine that nothing makes less basic. */
  amidineAt(at: number): number[] | null {
    if (!this.isAliphatic(at, C) || this.graph.atomRings[at]! > 1) return null;
    const nitrogens = this.neighbours(at, (other) => this.isAliphatic(other, N) && this.charge(other) >= 0);
    const doubly = this.neighbours(at, (other, order) => order === 2 && this.isAliphatic(other, N));
    if (nitrogens.length < 2 || doubly.length !== 1) return null;
    const isWeak = (nitrogen: number) =>
      this.countNeighbours(
        nitrogen,
        (other) =>
          other !== at &&
          (this.isDoublyBonded(other, O, S) ||
            (this.graph.atomicNumber[other] !== C && this.graph.atomicNumber[other] !== 1)),
      ) > 0;
    return nitrogens.some(isWeak) ? null : [at, ...nitrogens];
  }

  /** The oxygens of a carboxylic, sulfonic, phosphoric or like acid around this atom. */
  acidAt(at: number): number[] | null {
    if (!this.isAliphatic(at, C, S, P) || !this.isDoublyBonded(at, O, S)) return null;
    const isSour = (other: number, order: number) =>
      order === 1 && this.isAliphatic(other, O, S) && (this.charge(other) === -1 || this.hydrogens(other) === 1);
    if (this.countNeighbours(at, isSour) === 0) return null;
    return this.neighbours(
      at,
      (other, order) => isSour(other, order) || (order === 2 && this.isAliphatic(other, O, S)),
    );
  }

  /** A charge that is no acid's and has no opposite beside it. */
  isLoneAnion(at: number): boolean {
    const isOfAcid = () => this.countNeighbours(at, (other) => this.acidAt(other)?.includes(at) ?? false) > 0;
    return this.charge(at) < 0 && this.countNeighbours(at, (other) => this.charge(other) > 0) === 0 && !isOfAcid();
  }

  isTetrazole(ring: readonly number[]): boolean {
    return (
      ring.length === 5 &&
      ring.filter((at) => this.isAromatic(at, N)).length === 4 &&
      ring.some((at) => this.graph.atomicNumber[at] === N && (this.hydrogens(at) > 0 || this.charge(at) < 0))
    );
  }

  isDonor(at: number): boolean {
    if (this.isAmine(at)) return true;
    if (this.hydrogens(at) === 0 || this.charge(at) < 0) return false;
    if (this.graph.atomicNumber[at] === N) return true;
    return this.isAliphatic(at, O) && this.countNeighbours(at, (other) => this.acidAt(other) !== null) === 0;
  }

  isAcceptor(at: number): boolean {
    if (this.isAromatic(at, N)) return this.charge(at) === 0 && this.hydrogens(at) === 0 && this.heavyDegree(at) === 2;
    if (this.charge(at) > 0) return false;
    if (this.isAliphatic(at, O)) {
      // The ester's bridging oxygen gives its electrons to the carbonyl.
      return this.heavyDegree(at) < 2 || this.countNeighbours(at, (other) => this.isDoublyBonded(other, O, S)) === 0;
    }
    if (this.isAliphatic(at, S)) return this.heavyDegree(at) === 1 && this.isDoublyBonded(at);
    if (!this.isAliphatic(at, N) || this.isAmine(at)) return false;
    return !this.valenceIsSingle(at) || !this.isConjugated(at);
  }

  isHydrophobic(at: number): boolean {
    const { graph } = this;
    if (graph.atomRings[at]! > 0 || this.charge(at) !== 0) return false;
    const isOnCarbon = () => this.countNeighbours(at, (other) => graph.atomicNumber[other] === C) > 0;
    if (this.isAliphatic(at, Cl, Br, I)) return isOnCarbon();
    if (this.isAliphatic(at, F)) {
      const isRich = (other: number) => this.countNeighbours(other, (next) => graph.atomicNumber[next] === F) > 1;
      return this.countNeighbours(at, isRich) > 0;
    }
    const plain = new Set(graph.atomicNumber[at] === S ? [C] : [1, C, S, F, Cl, Br, I]);
    const isPolar = (other: number) =>
      !plain.has(graph.atomicNumber[other]!) || (graph.atomicNumber[other] === S && this.isDoublyBonded(other, O));
    const isPlain = this.countNeighbours(at, isPolar) === 0;
    if (this.isAliphatic(at, S)) return isPlain && this.heavyDegree(at) === 2 && this.valenceIsSingle(at);
    return this.isAliphatic(at, C) && isPlain && !this.isDoublyBonded(at, S);
  }
}

/** Bonded hydrophobic atoms outside rings; chains are cut into groups of at most four from one end. */
function hydrophobicGroups(reader: ColourReader): number[][] {
  const { atomCount } = reader.graph;
  const isFree = Array.from({ length: atomCount }, (_, at) => reader.isHydrophobic(at));
  const groups: number[][] = [];
  for (let at = 0; at < atomCount; at++) {
    if (!isFree[at]) continue;
    // The atom reached last lies at an end; from there outwards neighbours stand together.
    const end = reach(reader, at, isFree).at(-1)!;
    const chain = reach(reader, end, isFree);
    for (const member of chain) isFree[member] = false;
    const parts = Math.ceil(chain.length / chainAtoms);
    for (let part = 0; part < parts; part++) {
      const cut = (of: number) => Math.round((of * chain.length) / parts);
      groups.push(chain.slice(cut(part), cut(part + 1)));
    }
  }
  return groups;
}

/** Atoms of `isFree` in the order in which bonds lead to them. */
function reach(reader: ColourReader, from: number, isFree: readonly boolean[]): number[] {
  const reached = [from];
  for (let i = 0; i < reached.length; i++) {
    reached.push(...reader.neighbours(reached[i]!, (other) => isFree[other] === true && !reached.includes(other)));
  }
  return reached;
}
