import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../../errors.ts";
import { readMmcif } from "../../formats/read-mmcif.ts";
import { readPdb } from "../../formats/read-pdb.ts";
import { readPdbqtReceptor } from "../../formats/read-pdbqt-receptor.ts";
import type { Structure } from "../../formats/structure.ts";
import { type StructureFormat, structureFormat } from "../../formats/structure-format.ts";
import type { DockingReceptor } from "../../model.ts";
import type { ReceptorChoice, ReceptorReport } from "../../schema.ts";
import { prepareReceptor } from "./prepare-receptor.ts";

/** A receptor out of a file, and what was found on the way. */
export interface OpenedReceptor {
  readonly format: StructureFormat;
  readonly receptor: DockingReceptor;
  /** What preparing it found and decided; null for PDBQT, which comes prepared and is taken as it is. */
  readonly report: ReceptorReport | null;
  /** Every atom of the file; null for PDBQT. */
  readonly structure: Structure | null;
}

/**
 * Reads a PDB, mmCIF or PDBQT file and prepares it for docking.
 * @param ligand 3 x atoms, Å, of the ligand whose place is docked to: a copy of it in the file is left out
 * Errors: those of reading and preparing a receptor, `receptor.format` for another kind of file.
 */
export function openReceptor(
  text: string,
  fileName: string,
  choice: ReceptorChoice = {},
  ligand: Float64Array | null = null,
): Result<OpenedReceptor, QinghaoError> {
  const format = structureFormat(fileName);
  if (format === null) return err(dockingErrors.create("receptor.format", { file: fileName }));
  if (format === "pdbqt") {
    const read = readPdbqtReceptor(text, fileName);
    return read.ok ? ok({ format, receptor: read.value, report: null, structure: null }) : read;
  }
  const structure = (format === "pdb" ? readPdb : readMmcif)(text, fileName);
  if (!structure.ok) return structure;
  const prepared = prepareReceptor(structure.value, choice, ligand);
  return prepared.ok ? ok({ format, ...prepared.value, structure: structure.value }) : prepared;
}
