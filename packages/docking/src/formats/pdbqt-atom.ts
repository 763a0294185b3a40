import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import type { ReceptorAtom } from "../model.ts";
import { type AutodockType, autodockType } from "./autodock-types.ts";

/** One ATOM or HETATM line of a PDBQT file. */
export interface PdbqtAtom {
  readonly serial: number;
  readonly label: ReceptorAtom;
  readonly position: readonly [number, number, number];
  readonly type: AutodockType;
}

/** Reads an atom line by its columns. Errors: `pdbqt.serial`, `pdbqt.coordinates`, `pdbqt.atom_type`. */
export function readPdbqtAtom(text: string, line: number): Result<PdbqtAtom, QinghaoError> {
  const serial = Number.parseInt(text.slice(6, 11), 10);
  if (!Number.isInteger(serial)) return err(dockingErrors.create("pdbqt.serial", { line }));
  const position = readPosition(text);
  if (position === null) return err(dockingErrors.create("pdbqt.coordinates", { line }));
  const name = text.slice(77).trim();
  const type = autodockType(name);
  if (type === undefined) return err(dockingErrors.create("pdbqt.atom_type", { line, type: name }));
  return ok({ serial, label: readLabel(text), position, type });
}

/** x, y, z of columns 31 to 54 of a PDB or PDBQT atom line, Å; null where one of them is no number. */
export function readPosition(text: string): [number, number, number] | null {
  const fields = [text.slice(30, 38), text.slice(38, 46), text.slice(46, 54)].map((field) => field.trim());
  const position = fields.map(Number);
  if (fields.includes("") || !position.every(Number.isFinite)) return null;
  return position as [number, number, number];
}

/** Chain, residue and name of a PDB or PDBQT atom line. */
export const readLabel = (text: string): ReceptorAtom => ({
  chain: text.slice(21, 22).trim(),
  residue: text.slice(17, 20).trim(),
  number: Number.parseInt(text.slice(22, 26), 10) || 0,
  insertion: text.slice(26, 27).trim(),
  name: text.slice(12, 16).trim(),
});
