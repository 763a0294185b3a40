import type { DockingReceptor } from "../model.ts";
import { surroundingKind } from "../poses/residue-names.ts";
import { elementSymbols } from "./elements.ts";

const columns = [
  "group_PDB",
  "id",
  "type_symbol",
  "label_atom_id",
  "label_alt_id",
  "label_comp_id",
  "label_asym_id",
  "label_entity_id",
  "label_seq_id",
  "pdbx_PDB_ins_code",
  "Cartn_x",
  "Cartn_y",
  "Cartn_z",
  "auth_seq_id",
  "auth_comp_id",
  "auth_asym_id",
  "auth_atom_id",
];

/** The atoms of a receptor, hydrogens included, as mmCIF; names of chains and residues are kept whole. Å, 3 decimals. */
export function writeMmcif({ name, atoms, elements, positions, labels }: DockingReceptor): string {
  const lines = [`data_${name.replace(/\W+/g, "_") || "receptor"}`, "loop_", ...columns.map((c) => `_atom_site.${c}`)];
  for (let i = 0; i < atoms; i++) {
    const { chain, residue, number, insertion, name: atom } = labels[i]!;
    const place = [0, 1, 2].map((axis) => positions[3 * i + axis]!.toFixed(3));
    const own = quoted(atom);
    const group = surroundingKind(residue, elements[i]!) === "protein" ? "ATOM" : "HETATM";
    const head = [group, i + 1, elementSymbols[elements[i]!]!, own, ".", quoted(residue), quoted(chain), "1", number];
    lines.push([...head, insertion || "?", ...place, number, quoted(residue), quoted(chain), own].join(" "));
  }
  return `${lines.join("\n")}\n#\n`;
}

/** A value that could be read as something else stands between quotes; an empty one is a dot. */
function quoted(value: string): string {
  if (value === "") return ".";
  const isPlain = /^[^\s'"#_$[\];.?][^\s'"]*$/.test(value);
  return isPlain ? value : value.includes("'") ? `"${value}"` : `'${value}'`;
}
