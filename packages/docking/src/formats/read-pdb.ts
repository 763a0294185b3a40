import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import { atomicNumberOf } from "./elements.ts";
import { readLabel, readPosition } from "./pdbqt-atom.ts";
import type { Structure, StructureAtom } from "./structure.ts";

/**
 * Reads the atoms of a PDB file, of its first model where there are several.
 * Errors: `structure.coordinates` with the line, `structure.element` with the line, `structure.empty`.
 */
export function readPdb(text: string, name: string): Result<Structure, QinghaoError> {
  const atoms: StructureAtom[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith("ENDMDL") && atoms.length > 0) break;
    const isHetero = line.startsWith("HETATM");
    if (!isHetero && !line.startsWith("ATOM  ")) continue;
    const position = readPosition(line);
    if (position === null) return err(dockingErrors.create("structure.coordinates", { line: index + 1 }));
    const atomicNumber = elementOf(line);
    if (atomicNumber === 0) {
      return err(dockingErrors.create("structure.element", { line: index + 1, name: line.slice(12, 16).trim() }));
    }
    const occupancy = line.slice(54, 60).trim();
    atoms.push({
      ...readLabel(line),
      residue: line.slice(17, 21).trim(),
      atomicNumber,
      alternate: line.slice(16, 17).trim(),
      occupancy: occupancy === "" ? 1 : Number(occupancy) || 0,
      position,
      isHetero,
    });
  }
  return atoms.length === 0 ? err(dockingErrors.create("structure.empty")) : ok({ name, atoms });
}

/** The element by columns 77 and 78, else by the atom name, whose first two columns hold the symbol right-aligned. */
function elementOf(line: string): number {
  const written = atomicNumberOf(line.slice(76, 78));
  if (written !== 0) return written;
  const letters = line.slice(12, 14).replace(/[^A-Za-z]/g, "");
  const startsInFirstColumn = /^[A-Za-z]/.test(line.slice(12, 13));
  // `HE21` and `CA` of an amino acid fill the first column with long names of hydrogens and carbons, not with a symbol.
  const isLongHydrogen = /^H/.test(letters) && line.slice(12, 16).trim().length === 4;
  const mayBeTwo = startsInFirstColumn && !isLongHydrogen && line.startsWith("HETATM");
  const both = mayBeTwo ? atomicNumberOf(letters) : 0;
  return both !== 0 ? both : atomicNumberOf(/[A-Za-z]/.exec(line.slice(12, 16))?.[0] ?? "");
}
