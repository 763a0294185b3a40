import type { MoleculeGraph } from "@qinghao/chemistry";
import { idealGeometry, neighboursOf } from "../ideal-geometry.ts";
import { heavyAtoms, type PoseMolecule } from "../pose-molecule.ts";
import { pointAt } from "../vectors.ts";
import { coordinatingMetals, type Site } from "./site.ts";

/**
 * What the atoms of a ligand can do. The rules say in graph terms what ProLIF 2.2 says in SMARTS (Bouysset & Fiorucci 2021,
 * doi 10.1186/s13321-021-00548-6); charges are the formal ones of the structure as it was given.
 */
export function ligandSite(pose: PoseMolecule): Site {
  const { graph, positions, hydrogenParents, hydrogenPositions } = pose;
  const atoms = heavyAtoms(graph);
  const around = (atom: number) => neighboursOf(graph, atom).filter((other) => graph.atomicNumber[other] !== 1);
  const shapes = idealGeometry(graph).shapes;
  const hydrogensOf = (atom: number) => [
    ...hydrogenParents.flatMap((parent, i) => (parent === atom ? [pointAt(hydrogenPositions, i)] : [])),
    ...neighboursOf(graph, atom).flatMap((other) =>
      graph.atomicNumber[other] === 1 ? [pointAt(positions, other)] : [],
    ),
  ];
  const rules = new LigandRules(graph);
  return {
    positions,
    donors: atoms
      .filter((atom) => rules.gives(atom))
      .map((atom) => ({
        atom,
        hydrogens: hydrogensOf(atom),
        neighbours: around(atom).map((other) => pointAt(positions, other)),
        isFlat: shapes[atom] === 2,
      })),
    acceptors: atoms.filter((atom) => rules.accepts(atom)),
    cations: atoms.filter((atom) => rules.isCation(atom)),
    anions: atoms.filter((atom) => rules.isAnion(atom)),
    rings: graph.rings
      .filter((ring) => (ring.length === 5 || ring.length === 6) && ring.every((atom) => graph.aromatic[atom] === 1))
      .map((ring) => ({ atoms: ring })),
    hydrophobic: atoms.filter((atom) => rules.isHydrophobic(atom)),
    halogens: atoms
      .filter((atom) => [17, 35, 53].includes(graph.atomicNumber[atom]!) && graph.degree[atom] === 1)
      .map((atom) => ({ atom, bearer: around(atom)[0]! })),
    halogenAcceptors: atoms.filter((atom) => rules.acceptsHalogen(atom)),
    metals: atoms.filter((atom) => coordinatingMetals.has(graph.atomicNumber[atom]!)),
    chelators: atoms.filter((atom) => rules.chelates(atom)),
    heavyNeighbours: around,
  };
}

class LigandRules {
  readonly #graph: MoleculeGraph;
  constructor(graph: MoleculeGraph) {
    this.#graph = graph;
  }

  gives(atom: number): boolean {
    return [7, 8, 16].includes(this.#z(atom)) && this.#graph.hCount[atom]! > 0;
  }

  accepts(atom: number): boolean {
    const { aromatic, charge } = this.#graph;
    switch (this.#z(atom)) {
      case 7:
        if (charge[atom]! > 0) return false;
        if (aromatic[atom] === 1) return this.#connections(atom) < 3;
        return !this.#lendsElectrons(atom) && !this.#isAmidineNitrogen(atom);
      case 8:
        return !this.#isEsterOxygen(atom) && !this.#isNitroOxygen(atom);
      case 9:
        return this.#around(atom).every(
          (bearer) =>
            this.#z(bearer) === 6 &&
            this.#around(bearer).every((other) => other === atom || ![9, 17, 35, 53].includes(this.#z(other))),
        );
      default:
        return false;
    }
  }

  isCation(atom: number): boolean {
    if (this.#graph.charge[atom]! > 0) return this.#around(atom).every((other) => this.#graph.charge[other]! >= 0);
    // The other nitrogens of an amidinium or guanidinium.
    return (
      this.#isNitrogenWithoutOxygen(atom) &&
      this.#around(atom).some((carbon) => {
        if (this.#z(carbon) !== 6 || this.#graph.aromatic[carbon] === 1) return false;
        return this.#around(carbon).some(
          (other) => this.#z(other) === 7 && this.#graph.charge[other]! > 0 && this.#order(carbon, other) === 2,
        );
      })
    );
  }

  isAnion(atom: number): boolean {
    if (this.#graph.charge[atom]! < 0) return this.#around(atom).every((other) => this.#graph.charge[other]! <= 0);
    // The other oxygens of a carboxylate, phosphate or sulfonate.
    return (
      this.#z(atom) === 8 &&
      this.#around(atom).some(
        (centre) =>
          [6, 15, 16].includes(this.#z(centre)) &&
          this.#order(atom, centre) === 2 &&
          this.#around(centre).some((other) => this.#z(other) === 8 && this.#graph.charge[other]! < 0),
      )
    );
  }

  isHydrophobic(atom: number): boolean {
    const { charge, aromatic, hCount, atomRings } = this.#graph;
    const z = this.#z(atom);
    if (charge[atom] !== 0) return false;
    if (z === 35 || z === 53) return true;
    if (z === 16) return aromatic[atom] === 1 || (hCount[atom] === 0 && this.#connections(atom) === 2);
    if (z !== 6 || this.#around(atom).some((other) => [7, 8, 9].includes(this.#z(other)))) return false;
    if (aromatic[atom] === 1) return true;
    const [connections, hydrogens] = [this.#connections(atom), hCount[atom]!];
    if (connections - hydrogens >= 3) return true;
    return connections - hydrogens === 2 && atomRings[atom] === 0;
  }

  acceptsHalogen(atom: number): boolean {
    const { aromatic, charge } = this.#graph;
    const isSuited = aromatic[atom] === 1 || [7, 8, 15, 16, 34].includes(this.#z(atom));
    return isSuited && charge[atom]! <= 0 && this.#around(atom).some((other) => this.#order(atom, other) !== 3);
  }

  chelates(atom: number): boolean {
    const { charge, aromatic } = this.#graph;
    if (charge[atom]! > 0) return false;
    if (charge[atom]! < 0 || this.#z(atom) === 8) return true;
    if (this.#z(atom) !== 7 || this.#connections(atom) > 3) return false;
    return aromatic[atom] === 1 ? this.#connections(atom) < 3 : !this.#lendsElectrons(atom);
  }

  /** A nitrogen whose lone pair is in a bond beside it: amide, sulfonamide, amidine, aniline. */
  #lendsElectrons(atom: number): boolean {
    if (this.#connections(atom) !== 3) return false;
    return this.#around(atom).some(
      (other) =>
        this.#graph.aromatic[other] === 1 ||
        this.#around(other).some(
          (third) => third !== atom && [7, 8, 15, 16].includes(this.#z(third)) && this.#order(other, third) === 2,
        ),
    );
  }

  /** The double-bonded nitrogen of an amidine or guanidine, which is a base: protonated where it matters. */
  #isAmidineNitrogen(atom: number): boolean {
    return this.#around(atom).some((carbon) => {
      if (this.#order(atom, carbon) !== 2 || this.#z(carbon) !== 6 || this.#graph.aromatic[carbon] === 1) return false;
      const others = this.#around(carbon).filter((other) => other !== atom);
      return others.length === 2 && others.some((other) => this.#z(other) === 7 && this.#order(carbon, other) === 1);
    });
  }

  #isEsterOxygen(atom: number): boolean {
    const around = this.#around(atom);
    if (this.#graph.aromatic[atom] === 1 || around.length !== 2) return false;
    if (around.every((other) => this.#graph.aromatic[other] === 1)) return true;
    return around.some((carbon) =>
      this.#around(carbon).some(
        (other) => other !== atom && this.#z(other) === 8 && this.#order(carbon, other) === 2 && this.#z(carbon) === 6,
      ),
    );
  }

  #isNitroOxygen(atom: number): boolean {
    return this.#around(atom).some(
      (other) =>
        this.#z(other) === 7 &&
        this.#around(other).length > 1 &&
        (this.#order(atom, other) === 2 || (this.#graph.charge[atom]! < 0 && this.#graph.charge[other]! > 0)),
    );
  }

  #isNitrogenWithoutOxygen(atom: number): boolean {
    return (
      this.#z(atom) === 7 && this.#connections(atom) === 3 && this.#around(atom).every((other) => this.#z(other) !== 8)
    );
  }

  #z(atom: number): number {
    return this.#graph.atomicNumber[atom]!;
  }
  #around(atom: number): readonly number[] {
    return neighboursOf(this.#graph, atom);
  }
  #connections(atom: number): number {
    return this.#graph.degree[atom]! + this.#graph.implicitH[atom]!;
  }
  /** Order in the Kekulé form, 0 where there is no bond. */
  #order(a: number, b: number): number {
    const k = neighboursOf(this.#graph, a).indexOf(b);
    return k < 0 ? 0 : this.#graph.kekuleOrder[this.#graph.neighbourBonds[this.#graph.offsets[a]! + k]!]!;
  }
}
