import { ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { openReceptor } from "../prepare/index.ts";
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
  const opened = openReceptor(text, fileName, options.choice, options.ligand ?? null);
  return opened.ok ? ok(openSurroundings(opened.value.receptor)) : opened;
}
