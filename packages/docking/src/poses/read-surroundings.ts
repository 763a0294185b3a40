import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import { readMmcif, readPdb, readPdbqtReceptor } from "../formats/index.ts";
import type { DockingReceptor } from "../model.ts";
import { prepareReceptor } from "../prepare/index.ts";
import type { ReceptorChoice } from "../schema.ts";
import { openSurroundings, type Surroundings } from "./surroundings.ts";

export type SurroundingsOptions = {
  /** How the receptor is prepared; as for docking when absent. */
  readonly choice?: ReceptorChoice;
  /** 3 x atoms, Å, of a known ligand: a copy of it in the file is left out. */
  readonly ligand?: Float64Array;
};

/**
 * Reads what poses are checked against from a PDB, mmCIF or PDBQT file, prepared as for docking; a PDBQT file is prepared
 * already and taken as it is.
 * Errors: those of reading and preparing a receptor, `receptor.format` for another kind of file
 */
export function readSurroundings(
  text: string,
  fileName: string,
  options: SurroundingsOptions = {},
): Result<Surroundings, QinghaoError> {
  const receptor = readReceptor(text, fileName, options);
  return receptor.ok ? ok(openSurroundings(receptor.value)) : receptor;
}

function readReceptor(
  text: string,
  fileName: string,
  { choice, ligand }: SurroundingsOptions,
): Result<DockingReceptor, QinghaoError> {
  const ending = /\.([a-z]+)(\.gz)?$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (ending === "pdbqt") return readPdbqtReceptor(text, fileName);
  const read = ["pdb", "ent"].includes(ending) ? readPdb : ["cif", "mmcif"].includes(ending) ? readMmcif : null;
  if (read === null) return err(dockingErrors.create("receptor.format", { file: fileName }));
  const structure = read(text, fileName);
  if (!structure.ok) return structure;
  const prepared = prepareReceptor(structure.value, choice, ligand ?? null);
  return prepared.ok ? ok(prepared.value.receptor) : prepared;
}
