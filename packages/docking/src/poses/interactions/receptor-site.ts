import { bestPlane } from "../best-plane.ts";
import type { Surroundings } from "../surroundings.ts";
import { pointAt } from "../vectors.ts";
import { residueKey } from "./interaction.ts";
import { residueRings } from "./residue-rings.ts";
import { type AromaticRing, coordinatingMetals, type Site } from "./site.ts";

/** Side-chain nitrogens and oxygens that give a hydrogen, for receptors without any. Backbone N does unless in proline. */
const namedDonors = new Set(
  (
    "ARG:NE ARG:NH1 ARG:NH2 LYS:NZ HIS:ND1 HIS:NE2 HID:ND1 HIE:NE2 HIP:ND1 HIP:NE2 ASN:ND2 GLN:NE2 SER:OG THR:OG1 TYR:OH " +
    "TRP:NE1 CYS:SG"
  ).split(" "),
);
const flatDonors = new Set(["N", "NE", "NH1", "NH2", "ND1", "NE2", "ND2", "NE1", "OH"]);

/**
 * What the atoms of a receptor can do, once for many poses: by the names of amino acids and nucleotides, and by element
 * and connections in cofactors. Hydrogens tell protonation where the receptor has them; where not, lysine, arginine,
 * aspartate and glutamate are charged and histidine is not.
 */
export function receptorSite(surroundings: Surroundings): Site {
  const rules = new ReceptorRules(surroundings);
  const { positions, heavyNeighbours, elements } = surroundings;
  const atoms = [...surroundings.labels.keys()].filter((atom) => elements[atom] !== 1);
  const rings = [...polymerRings(surroundings), ...cofactorRings(surroundings)];
  const inRings = new Set(rings.flatMap((ring) => ring.atoms));
  const drawsHalogens = (atom: number) => [7, 8, 16].includes(elements[atom]!) || inRings.has(atom);
  return {
    positions,
    donors: atoms
      .filter((atom) => rules.gives(atom))
      .map((atom) => ({
        atom,
        hydrogens: surroundings.hydrogens[atom]!.map((hydrogen) => pointAt(positions, hydrogen)),
        neighbours: heavyNeighbours[atom]!.map((other) => pointAt(positions, other)),
        isFlat: flatDonors.has(surroundings.labels[atom]!.name),
      })),
    acceptors: atoms.filter((atom) => rules.accepts(atom)),
    cations: atoms.filter((atom) => rules.isCation(atom)),
    anions: atoms.filter((atom) => rules.isAnion(atom)),
    rings,
    hydrophobic: atoms.filter((atom) => rules.isHydrophobic(atom)),
    halogens: atoms
      .filter((atom) => [17, 35, 53].includes(elements[atom]!) && heavyNeighbours[atom]!.length === 1)
      .map((atom) => ({ atom, bearer: heavyNeighbours[atom]![0]! })),
    halogenAcceptors: atoms.filter(
      (atom) => drawsHalogens(atom) && heavyNeighbours[atom]!.length > 0 && !rules.isCation(atom),
    ),
    metals: atoms.filter((atom) => coordinatingMetals.has(elements[atom]!)),
    chelators: atoms.filter((atom) => rules.accepts(atom) || (elements[atom] === 16 && !rules.gives(atom))),
    heavyNeighbours: (atom) => heavyNeighbours[atom]!,
  };
}

class ReceptorRules {
  readonly #all: Surroundings;
  constructor(all: Surroundings) {
    this.#all = all;
  }

  gives(atom: number): boolean {
    const { elements, hydrogens, hasHydrogens, labels, kinds } = this.#all;
    if (![7, 8, 16].includes(elements[atom]!)) return false;
    if (hasHydrogens) return hydrogens[atom]!.length > 0;
    const { residue, name } = labels[atom]!;
    if (kinds[atom] === "water") return true;
    return namedDonors.has(`${residue}:${name}`) || (kinds[atom] === "protein" && name === "N" && residue !== "PRO");
  }

  accepts(atom: number): boolean {
    const { elements, labels, kinds, hydrogens, heavyNeighbours, hasHydrogens } = this.#all;
    if (elements[atom] === 8) return true;
    if (elements[atom] !== 7) return false;
    const { residue, name } = labels[atom]!;
    if (/^(HI[SDEP]|HS[DEP])$/.test(residue) && (name === "ND1" || name === "NE2")) {
      const bare = hasHydrogens
        ? hydrogens[atom]!.length === 0
        : !namedDonors.has(`${residue}:${name}`) || residue === "HIS";
      return bare;
    }
    if (residue === "LYS" && name === "NZ") return hasHydrogens && hydrogens[atom]!.length < 3;
    const isBase = kinds[atom] === "organic_cofactor" || /^(D?[ACGTUI])$/.test(residue);
    return isBase && heavyNeighbours[atom]!.length <= 2 && hydrogens[atom]!.length === 0;
  }

  isCation(atom: number): boolean {
    const { elements, labels, hydrogens, hasHydrogens } = this.#all;
    if (elements[atom] !== 7) return false;
    const { residue, name } = labels[atom]!;
    if (residue === "ARG") return name === "NE" || name === "NH1" || name === "NH2";
    const count = hydrogens[atom]!.length;
    if (residue === "LYS" && name === "NZ") return !hasHydrogens || count === 3;
    if (name === "ND1" || name === "NE2")
      return residue === "HIP" || residue === "HSP" || this.#isDoublyProtonated(atom);
    return count === 3;
  }

  isAnion(atom: number): boolean {
    const { elements, heavyNeighbours, labels } = this.#all;
    if (elements[atom] !== 8 || !this.#isBareEnd(atom)) return false;
    const centre = heavyNeighbours[atom]![0];
    if (centre === undefined || /^(ASH|GLH)$/.test(labels[atom]!.residue)) return false;
    const oxygens = heavyNeighbours[centre]!.filter((other) => elements[other] === 8);
    const ends = oxygens.filter((other) => heavyNeighbours[other]!.length === 1);
    if (elements[centre] === 6) return ends.length === 2 && ends.every((end) => this.#isBareEnd(end));
    return elements[centre] === 15 || (elements[centre] === 16 && oxygens.length >= 3);
  }

  isHydrophobic(atom: number): boolean {
    const { elements, heavyNeighbours, hydrogens, labels, kinds } = this.#all;
    const around = heavyNeighbours[atom]!;
    if (elements[atom] === 16) return around.length === 2 && hydrogens[atom]!.length === 0;
    if (elements[atom] === 35 || elements[atom] === 53) return kinds[atom] === "organic_cofactor";
    if (elements[atom] !== 6 || around.some((other) => [7, 8, 9].includes(elements[other]!))) return false;
    return around.length >= 2 && !(labels[atom]!.residue === "PRO" && around.length === 2);
  }

  /** An oxygen with one heavy neighbour and no hydrogen. */
  #isBareEnd(atom: number): boolean {
    return this.#all.heavyNeighbours[atom]!.length === 1 && this.#all.hydrogens[atom]!.length === 0;
  }

  #isDoublyProtonated(atom: number): boolean {
    const { labels, hydrogens, heavyNeighbours, elements } = this.#all;
    if (hydrogens[atom]!.length === 0) return false;
    return heavyNeighbours[atom]!.some((carbon) =>
      heavyNeighbours[carbon]!.some(
        (other) =>
          other !== atom && elements[other] === 7 && labels[other]!.name !== "N" && hydrogens[other]!.length > 0,
      ),
    );
  }
}

function polymerRings({ labels, elements }: Surroundings): AromaticRing[] {
  const residues = Map.groupBy(
    [...labels.keys()].filter((atom) => elements[atom] !== 1 && residueRings.has(labels[atom]!.residue)),
    (atom) => residueKey(labels[atom]!),
  );
  return [...residues.values()].flatMap((atoms) => {
    const byName = new Map(atoms.map((atom) => [labels[atom]!.name, atom]));
    const rings = residueRings.get(labels[atoms[0]!]!.residue)!;
    return rings
      .map((names) => names.flatMap((name) => byName.get(name) ?? []))
      .filter((ring, i) => ring.length === rings[i]!.length)
      .map((ring) => ({ atoms: ring }));
  });
}

/** Flat rings of five and six carbons and nitrogens are taken for aromatic, Å from their plane. */
const COFACTOR_FLATNESS = 0.1;

function cofactorRings({ kinds, elements, heavyNeighbours, positions }: Surroundings): AromaticRing[] {
  const atoms = [...kinds.keys()].filter(
    (atom) => kinds[atom] === "organic_cofactor" && (elements[atom] === 6 || elements[atom] === 7),
  );
  const known = new Set<string>();
  const rings: AromaticRing[] = [];
  const grow = (path: number[]): void => {
    const last = path.at(-1)!;
    for (const next of heavyNeighbours[last]!) {
      if (next === path[0] && path.length >= 5) keep(path);
      else if (next > path[0]! && path.length < 6 && !path.includes(next) && elements[next]! <= 7)
        grow([...path, next]);
    }
  };
  const keep = (path: readonly number[]): void => {
    const key = [...path].sort((a, b) => a - b).join();
    if (known.has(key)) return;
    known.add(key);
    if (bestPlane(path.map((atom) => pointAt(positions, atom))).deviation < COFACTOR_FLATNESS)
      rings.push({ atoms: path });
  };
  for (const atom of atoms) grow([atom]);
  return rings;
}
