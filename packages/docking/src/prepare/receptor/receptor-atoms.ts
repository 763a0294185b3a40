import { adjacencyOf } from "../../formats/adjacency.ts";
import { bondsByDistance } from "../../formats/bonds-by-distance.ts";
import { isMetal } from "../../formats/elements.ts";
import type { Residue, StructureAtom } from "../../formats/structure.ts";
import { pointGrid } from "../../scoring/point-grid.ts";
import { isWater, residueTemplate } from "./residue-templates.ts";

/** The chosen atoms with their bonds, and a way to look around in them. */
export interface ReceptorAtoms {
  readonly residues: readonly Residue[];
  readonly atoms: readonly StructureAtom[];
  /** Residue of each atom. */
  readonly residueOf: readonly number[];
  readonly positions: Float64Array;
  readonly neighbours: readonly (readonly number[])[];
  /** Atom of a residue by its name; -1 where it is missing. */
  find(residue: number, name: string): number;
  /** Heavy atoms of other residues closer than 4 Å, nearest first. */
  around(atom: number): readonly { readonly atom: number; readonly distance: number }[];
}

/** Covalent radii that bonds are found by, Å; those of PDBQT atom types, so that Vina finds the same. */
const radii = new Map([
  [1, 0.37],
  [5, 0.84],
  [6, 0.77],
  [7, 0.75],
  [8, 0.73],
  [9, 0.71],
  [14, 1.11],
  [15, 1.06],
  [16, 1.02],
  [17, 0.99],
  [34, 1.17],
  [35, 1.14],
  [53, 1.33],
]);
const lookAngstrom = 4;

/** Indexes the atoms and finds their bonds; metals are bonded to nothing. */
export function indexAtoms(residues: readonly Residue[]): ReceptorAtoms {
  const atoms = residues.flatMap((residue) => residue.atoms);
  const residueOf = residues.flatMap((residue, r) => residue.atoms.map(() => r));
  const positions = Float64Array.from(atoms.flatMap(({ position }) => position));
  const isSingle = residues.map(({ residue, atoms: own }) => isWater(residue) || own.length === 1);
  const isKnown = residues.map(({ residue }) => residue === "HIS" || residueTemplate(residue) !== undefined);
  const mayBond = (i: number, j: number): boolean => {
    const first = residueOf[i]!;
    const second = residueOf[j]!;
    if (first === second) return true;
    if (isSingle[first] || isSingle[second]) return false;
    if (!isKnown[first] || !isKnown[second]) return atoms[i]!.atomicNumber > 1 && atoms[j]!.atomicNumber > 1;
    return links.has([atoms[i]!.name, atoms[j]!.name].sort().join());
  };
  const bonds = bondsByDistance(
    positions,
    Float64Array.from(atoms, ({ atomicNumber }) => (isMetal(atomicNumber) ? 0 : (radii.get(atomicNumber) ?? 1))),
    mayBond,
  );
  const heavy = Uint32Array.from([...atoms.keys()].filter((atom) => atoms[atom]!.atomicNumber > 1));
  const grid = pointGrid(positions, heavy, lookAngstrom);
  const byName = new Map(atoms.map(({ name }, atom) => [`${residueOf[atom]}|${name}`, atom]));
  return {
    residues,
    atoms,
    residueOf,
    positions,
    neighbours: adjacencyOf(atoms.length, bonds),
    find: (residue, name) => byName.get(`${residue}|${name}`) ?? -1,
    around: (atom) => {
      const found: { atom: number; distance: number }[] = [];
      const [x, y, z] = atoms[atom]!.position;
      grid.within(x, y, z, (other, distance) => {
        if (residueOf[other] !== residueOf[atom]) found.push({ atom: other, distance });
      });
      return found.sort((a, b) => a.distance - b.distance);
    },
  };
}

/** Bonds between residues with templates: peptide, disulphide and phosphodiester. */
const links = new Set(["C,N", "SG,SG", "O3',P"]);
