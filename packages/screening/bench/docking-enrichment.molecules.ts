import { type ChemKit, type MolView, withStandardMolecule } from "@qinghao/chemistry";
import { readPdbqtLigands } from "@qinghao/docking/formats";
import { unwrap } from "@qinghao/kernel";
import { molblockOf } from "./docking-enrichment.bond-orders.ts";
import type { ScreenLigand } from "./docking-enrichment.screens.ts";

/**
 * What `use` makes of the standardised neutral parent of each ligand, so that charges, which actives and decoys were given by
 * different hands, tell nothing.
 */
export const ofParents = <T>(kit: ChemKit, ligands: readonly ScreenLigand[], use: (mol: MolView) => T): T[] =>
  ligands.map((ligand) => unwrap(withStandardMolecule(kit, structureOf(ligand), use)));

function structureOf({ id, format, text }: ScreenLigand): string {
  if (format === "smiles") return text;
  const types = text
    .split(/\r?\n/)
    .filter((line) => /^(ATOM {2}|HETATM)/.test(line))
    .map((line) => line.slice(77).trim());
  const isAromatic = types.map((type) => type === "A");
  return molblockOf(unwrap(readPdbqtLigands(text, id))[0]!, isAromatic);
}
