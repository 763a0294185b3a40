import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import type { DockingReceptor } from "../model.ts";
import { autodockKinds } from "./autodock-kinds.ts";
import { bondsByDistance } from "./bonds-by-distance.ts";
import { type PdbqtAtom, readPdbqtAtom } from "./pdbqt-atom.ts";

const ignored = /^(\s*$|REMARK|TER|WARNING|HEADER|TITLE|AUTHOR|COMPND|CRYST1|CONECT|MASTER|USER|MODEL\s+1\s*$|END)/;

/**
 * A rigid receptor prepared elsewhere: atom types as they are written, nothing added or left out.
 * Errors name the line: `pdbqt.*`; `receptor.empty`.
 */
export function readPdbqtReceptor(text: string, name: string): Result<DockingReceptor, QinghaoError> {
  const atoms: PdbqtAtom[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith("ATOM  ") || line.startsWith("HETATM")) {
      const atom = readPdbqtAtom(line, index + 1);
      if (!atom.ok) return atom;
      atoms.push(atom.value);
    } else if (/^(ROOT|BRANCH|BEGIN_RES)/.test(line)) {
      return err(dockingErrors.create("pdbqt.not_rigid", { line: index + 1 }));
    } else if (!ignored.test(line)) {
      return err(dockingErrors.create("pdbqt.record", { line: index + 1, record: line.slice(0, 6).trim() }));
    }
  }
  if (atoms.length === 0) return err(dockingErrors.create("receptor.empty"));
  const positions = Float64Array.from(atoms.flatMap(({ position }) => position));
  const types = atoms.map(({ type }) => type);
  const bonds = bondsByDistance(
    positions,
    Float64Array.from(types, ({ covalentRadius }) => covalentRadius),
  );
  return ok({
    name,
    atoms: atoms.length,
    elements: Uint8Array.from(types, ({ atomicNumber }) => atomicNumber),
    kinds: autodockKinds(types, bonds),
    positions,
    labels: atoms.map(({ label }) => label),
  });
}
