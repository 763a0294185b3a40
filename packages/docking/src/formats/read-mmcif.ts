import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import { atomicNumberOf } from "./elements.ts";
import type { Structure, StructureAtom } from "./structure.ts";

const needed = ["type_symbol", "Cartn_x", "Cartn_y", "Cartn_z"];

/**
 * Reads the atoms of an mmCIF file, of its first model where there are several. Chains, residues and numbers are the
 * author's, which is what a PDB file of the same entry shows.
 * Errors: `structure.no_atom_site`, `structure.coordinates` and `structure.element` with the line, `structure.empty`.
 */
export function readMmcif(text: string, name: string): Result<Structure, QinghaoError> {
  const table = readAtomSite(text);
  if (table === null) return err(dockingErrors.create("structure.no_atom_site"));
  const column = new Map(table.columns.map((title, index) => [title, index]));
  const atoms: StructureAtom[] = [];
  let firstModel: string | undefined;
  for (const { line, values } of table.rows) {
    const value = (...titles: string[]): string => {
      for (const title of titles) {
        const found = values[column.get(title) ?? -1];
        if (found !== undefined && found !== "." && found !== "?") return found;
      }
      return "";
    };
    const model = value("pdbx_PDB_model_num");
    firstModel ??= model;
    if (model !== firstModel) break;
    const position = [value("Cartn_x"), value("Cartn_y"), value("Cartn_z")].map((field) =>
      field === "" ? Number.NaN : Number(field),
    );
    if (!position.every(Number.isFinite)) return err(dockingErrors.create("structure.coordinates", { line }));
    const atomName = value("auth_atom_id", "label_atom_id");
    const atomicNumber = atomicNumberOf(value("type_symbol"));
    if (atomicNumber === 0) return err(dockingErrors.create("structure.element", { line, name: atomName }));
    atoms.push({
      name: atomName,
      atomicNumber,
      chain: value("auth_asym_id", "label_asym_id"),
      residue: value("auth_comp_id", "label_comp_id"),
      number: Number.parseInt(value("auth_seq_id", "label_seq_id"), 10) || 0,
      insertion: value("pdbx_PDB_ins_code"),
      alternate: value("label_alt_id"),
      occupancy: Number(value("occupancy") || 1) || 0,
      position: position as [number, number, number],
      isHetero: value("group_PDB") === "HETATM",
    });
  }
  return atoms.length === 0 ? err(dockingErrors.create("structure.empty")) : ok({ name, atoms });
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly values: readonly string[] }[];
}

/** The `_atom_site` loop; null where there is none with coordinates. */
function readAtomSite(text: string): Table | null {
  const lines = text.split(/\r?\n/);
  const columns: string[] = [];
  const rows: { line: number; values: string[] }[] = [];
  let isInside = false;
  let open: { line: number; values: string[] } | null = null;
  for (const [index, line] of lines.entries()) {
    const title = /^_atom_site\.(\S+)/.exec(line)?.[1];
    if (title !== undefined && rows.length === 0) {
      columns.push(title);
      isInside = true;
    } else if (isInside && /^(#|loop_|_|data_)/.test(line)) break;
    else if (isInside && line.trim() !== "") {
      open ??= { line: index + 1, values: [] };
      open.values.push(...cifValues(line));
      if (open.values.length < columns.length) continue;
      rows.push(open);
      open = null;
    }
  }
  return needed.every((title) => columns.includes(title)) ? { columns, rows } : null;
}

/** Values of one line; a value with blanks or quotes stands between quotes. */
const cifValues = (line: string): string[] =>
  Array.from(
    line.matchAll(/'((?:[^']|'(?!\s|$))*)'(?=\s|$)|"((?:[^"]|"(?!\s|$))*)"(?=\s|$)|(\S+)/g),
    (match) => (match[1] ?? match[2] ?? match[3])!,
  );
