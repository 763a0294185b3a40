/** A made-up strand of residues with ideal bond lengths, for tests of reading and preparing structures. */
export interface Row {
  readonly name: string;
  readonly residue: string;
  readonly number: number;
  readonly place: readonly [number, number, number];
  readonly chain?: string;
  readonly alternate?: string;
  readonly occupancy?: number;
  readonly hetero?: boolean;
  readonly element?: string;
}

const elementOf = ({ element, name }: Row): string => element ?? name.slice(0, 1);

export const toPdb = (rows: readonly Row[]): string =>
  rows
    .map((row, index) => {
      const name = elementOf(row).length === 2 || row.name.length === 4 ? row.name.padEnd(4) : ` ${row.name.padEnd(3)}`;
      const place = row.place.map((value) => value.toFixed(3).padStart(8)).join("");
      const head = `${row.hetero ? "HETATM" : "ATOM  "}${String(index + 1).padStart(5)} ${name}${row.alternate ?? " "}`;
      const residue = `${row.residue.padStart(3)} ${row.chain ?? "A"}${String(row.number).padStart(4)}    `;
      return `${head}${residue}${place}${(row.occupancy ?? 1).toFixed(2).padStart(6)}  0.00          ${elementOf(row).padStart(2)}`;
    })
    .join("\n");

export const toMmcif = (rows: readonly Row[]): string =>
  [
    "data_made_up",
    "loop_",
    ...["group_PDB", "id", "type_symbol", "label_atom_id", "label_alt_id", "label_comp_id", "auth_asym_id"].map(
      (title) => `_atom_site.${title}`,
    ),
    ...["auth_seq_id", "Cartn_x", "Cartn_y", "Cartn_z", "occupancy", "pdbx_PDB_model_num"].map(
      (title) => `_atom_site.${title}`,
    ),
    ...rows.map((row, index) =>
      [
        row.hetero ? "HETATM" : "ATOM",
        index + 1,
        elementOf(row),
        row.name.includes("'") ? `"${row.name}"` : row.name,
        row.alternate ?? ".",
        row.residue,
        row.chain ?? "A",
        row.number,
        ...row.place.map((value) => value.toFixed(3)),
        row.occupancy ?? 1,
        1,
      ].join(" "),
    ),
    "#",
  ].join("\n");

/** Backbone and first side-chain carbon of an extended strand along x; the carbonyl's C bonds to the next residue's N. */
export function backbone(residue: string, number: number, offset = 3.66 * (number - 1)): Row[] {
  const at = (x: number, y: number, z: number): [number, number, number] => [x + offset, y, z];
  return [
    { name: "N", residue, number, place: at(0, 0, 0) },
    { name: "CA", residue, number, place: at(1.2, 0.83, 0) },
    { name: "C", residue, number, place: at(2.45, 0, 0) },
    { name: "O", residue, number, place: at(2.5, -1.23, 0) },
    ...(residue === "GLY" ? [] : [{ name: "CB", residue, number, place: at(1.2, 1.7, 1.27) }]),
  ];
}

/** Ring of a histidine on a given first side-chain carbon, in the plane z = 0 of that carbon's own place. */
export function histidineRing(number: number, [x, y, z]: readonly [number, number, number]): Row[] {
  const at = (dx: number, dy: number): [number, number, number] => [x + dx, y + dy, z];
  const residue = "HIS";
  return [
    { name: "CG", residue, number, place: at(0, 1.5) },
    { name: "ND1", residue, number, place: at(1.13, 2.29) },
    { name: "CD2", residue, number, place: at(-1.12, 2.31) },
    { name: "CE1", residue, number, place: at(0.68, 3.53) },
    { name: "NE2", residue, number, place: at(-0.65, 3.58) },
  ];
}
