import { graphFromJson, type MoleculeGraph } from "./graph.ts";
import type { MolView } from "./molecule.ts";

/** The specified geometry of a double bond. */
export type DoubleBondGeometry = {
  readonly bond: number;
  /** A neighbour of the bond's begin atom and one of its end atom, which lie on the same side or on opposite sides. */
  readonly begin: number;
  readonly end: number;
  readonly isCis: boolean;
};

/** What a molecule in space needs: every hydrogen is an atom of the graph, and each specified double bond has its geometry. */
export type SpatialGraph = MoleculeGraph & { readonly doubleBonds: readonly DoubleBondGeometry[] };

type JsonBond = { atoms: [number, number]; stereo?: string; stereoAtoms?: [number, number] };

/**
 * The graph of a molecule with all hydrogens as atoms: those of the input keep their numbers, added ones follow. Null where
 * the toolkit cannot add them.
 */
export function spatialGraph(mol: MolView): SpatialGraph | null {
  const { kit } = mol;
  const copy = kit.attempt((rdkit) => rdkit.get_mol_copy(mol.handle));
  if (copy === null) return null;
  kit.acquired(copy);
  try {
    const text = kit.attempt(() => (copy.add_hs_in_place() ? copy.get_json() : null));
    return text === null ? null : { ...graphFromJson(text), doubleBonds: doubleBondsOf(text) };
  } finally {
    kit.release(copy);
  }
}

function doubleBondsOf(text: string): DoubleBondGeometry[] {
  const { bonds = [] } = (JSON.parse(text) as { molecules: [{ bonds?: JsonBond[] }] }).molecules[0];
  return bonds.flatMap(({ stereo, stereoAtoms }, bond) =>
    stereoAtoms !== undefined && (stereo === "cis" || stereo === "trans")
      ? [{ bond, begin: stereoAtoms[0], end: stereoAtoms[1], isCis: stereo === "cis" }]
      : [],
  );
}
