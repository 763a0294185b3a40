import { bondsByDistance } from "../../formats/bonds-by-distance.ts";
import { residueLabel, residuesOf, type Structure } from "../../formats/structure.ts";
import { writeMolblock } from "../../formats/write-molblock.ts";
import type { Box } from "../../model.ts";
import { covalentRadius } from "../../poses/atom-radii.ts";
import type { MoleculeRole } from "../../schema.ts";
import { boxAround } from "../box/box.ts";
import { moleculeRole } from "./molecule-roles.ts";
import { isAminoAcid, isNucleotide, isWater } from "./residue-templates.ts";

/** A molecule that a structure holds beside its polymers. */
export interface BoundLigand {
  /** `A:STI201` */
  readonly residue: string;
  /** What molecules of its name mostly are in structures. */
  readonly role: MoleculeRole;
  readonly heavyAtoms: number;
  /** The box around it. */
  readonly box: Box;
  /** Its atoms with single bonds found by distance: a PDB file tells no bond orders. */
  readonly molblock: string;
}

/** Fewer heavy atoms are a buffer, an ion or a piece of glycerol. */
const leastHeavyAtoms = 7;

/**
 * The molecules of a structure that may be the ligand of its binding site: the largest first, but cofactors, sugars,
 * lipids and what crystals are grown in behind all others, whatever their size.
 */
export function boundLigands(structure: Structure): BoundLigand[] {
  return residuesOf(structure.atoms)
    .filter(({ residue }) => !isWater(residue) && !isAminoAcid(residue) && !isNucleotide(residue))
    .map((group) => {
      const names = new Map(group.atoms.map((atom) => [atom.name, atom]));
      return { ...group, atoms: [...names.values()] };
    })
    .filter(({ atoms }) => heavy(atoms).length >= leastHeavyAtoms && atoms.length < 1000)
    .map((group) => {
      const residue = residueLabel(group);
      const elements = Uint8Array.from(group.atoms, ({ atomicNumber }) => atomicNumber);
      const positions = Float64Array.from(group.atoms.flatMap(({ position }) => position));
      const bonds = bondsByDistance(positions, Float64Array.from(elements, covalentRadius));
      const zeros = new Uint8Array(elements.length);
      const orders: number[] = [];
      for (let b = 0; b < bonds.length; b += 2) orders.push(bonds[b]!, bonds[b + 1]!, 1);
      return {
        residue,
        role: moleculeRole(group.residue),
        heavyAtoms: heavy(group.atoms).length,
        box: boxAround(heavy(group.atoms).flatMap(({ position }) => position)),
        molblock: writeMolblock(
          { name: residue, elements, charges: zeros, isotopes: zeros, radicals: zeros, bonds: orders },
          positions,
        ),
      };
    })
    .sort((a, b) => isOther(a) - isOther(b) || b.heavyAtoms - a.heavyAtoms || (a.residue < b.residue ? -1 : 1));
}

const isOther = ({ role }: BoundLigand): number => (role === "ligand" ? 0 : 1);

const heavy = <Atom extends { readonly atomicNumber: number }>(atoms: readonly Atom[]): Atom[] =>
  atoms.filter(({ atomicNumber }) => atomicNumber > 1);
