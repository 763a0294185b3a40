/** Kinds of files that a receptor is read from. */
export type StructureFormat = "pdb" | "mmcif" | "pdbqt";

const endings: Readonly<Record<string, StructureFormat>> = {
  pdb: "pdb",
  ent: "pdb",
  cif: "mmcif",
  mmcif: "mmcif",
  pdbqt: "pdbqt",
};

/** What a file is by the ending of its name (a further `.gz` does not matter); null for any other ending. */
export const structureFormat = (fileName: string): StructureFormat | null =>
  endings[/\.([a-z]+)(\.gz)?$/i.exec(fileName)?.[1]?.toLowerCase() ?? ""] ?? null;
