/** One atom of a crystal structure or model, as its file has it. */
export interface StructureAtom {
  readonly name: string;
  readonly atomicNumber: number;
  readonly chain: string;
  readonly residue: string;
  readonly number: number;
  readonly insertion: string;
  /** Mark of an alternate location; empty where there is one place only. */
  readonly alternate: string;
  readonly occupancy: number;
  readonly position: readonly [number, number, number];
  /** Whether the file lists the atom as not of a polymer (HETATM). */
  readonly isHetero: boolean;
}

/** Atoms of the first model, in the order of the file. */
export interface Structure {
  readonly name: string;
  readonly atoms: readonly StructureAtom[];
}

/** A residue: its atoms stand together in the file. */
export interface Residue {
  readonly chain: string;
  readonly residue: string;
  readonly number: number;
  readonly insertion: string;
  readonly atoms: readonly StructureAtom[];
}

/** Chain, number and name of a residue as people write it: `A:HIS57`, `B:NAG1401A`. */
export const residueLabel = (residue: Omit<Residue, "atoms">): string =>
  `${residue.chain}:${residue.residue}${residue.number}${residue.insertion}`;

/** Groups atoms by residue, in the order of the file. */
export function residuesOf(atoms: readonly StructureAtom[]): Residue[] {
  const groups = new Map<string, StructureAtom[]>();
  for (const atom of atoms) {
    // Alternate locations may hold different residues at one place, so the name belongs to the key.
    const key = [atom.chain, atom.number, atom.insertion, atom.residue].join("|");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [atom]);
    else group.push(atom);
  }
  return [...groups.values()].map((group) => {
    const { chain, residue, number, insertion } = group[0]!;
    return { chain, residue, number, insertion, atoms: group };
  });
}
