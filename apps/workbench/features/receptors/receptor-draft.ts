import type { ReceptorInspection, ReceptorPocket, ReceptorView } from "@qinghao/api/schema";

export type SearchBox = ReceptorView["box"];
export type Point = SearchBox["center"];

/** A structure's file, sent to the server or pasted. `key` tells sources apart. */
export type StructureSource = { key: string; fileName: string } & ({ uploadId: string } | { text: string });

/** What the place of docking is taken from. */
export type Site =
  | { kind: "ligand"; residue: string }
  | { kind: "file"; name: string; molblock: string }
  | { kind: "pocket"; index: number }
  | { kind: "hand" };

/** A receptor as it is being set up. */
export type ReceptorDraft = {
  /** Null until it is typed: the file's name is taken. */
  name: string | null;
  /** Kept chains; null: all. */
  chains: readonly string[] | null;
  waters: "drop" | "keep";
  /** Ions and molecules that are left out, besides the known ligand. */
  left: readonly string[];
  pH: number;
  hydrogens: "polar" | "all";
  site: Site;
  /** Set by hand; null: as the site gives it. */
  box: SearchBox | null;
  /** Concept of the knowledge; null: none. */
  target: string | null;
};

/** The draft that a file starts with: docked around its likeliest ligand, otherwise into a pocket yet to be found. */
export function startDraft(
  { ligands: [ligand] }: Pick<ReceptorInspection, "ligands">,
  target: string | null,
): ReceptorDraft {
  return {
    name: null,
    chains: null,
    waters: "drop",
    left: [],
    pH: 7.4,
    hydrogens: "polar",
    site: ligand === undefined ? { kind: "pocket", index: 0 } : { kind: "ligand", residue: ligand.residue },
    box: null,
    target,
  };
}

/** What the server prepares of the file. */
export const selectionOf = ({ chains, waters, left, pH, hydrogens }: ReceptorDraft) => ({
  ...(chains === null ? {} : { chains: [...chains] }),
  waters,
  drop: [...left],
  pH,
  hydrogens,
});

/** The known ligand, where the site is taken from one. */
export function referenceOf({ site }: ReceptorDraft): { residue: string } | { molblock: string } | undefined {
  if (site.kind === "ligand") return { residue: site.residue };
  return site.kind === "file" ? { molblock: site.molblock } : undefined;
}

/** All that decides which atoms become the receptor. */
export const choiceOf = (draft: ReceptorDraft) => ({ selection: selectionOf(draft), reference: referenceOf(draft) });

/** Å */
const usualSide = 22.5;

/** Where poses will be searched; null while the server has not told it. */
export function boxOf(
  { box, site }: ReceptorDraft,
  { ligands, reference, center }: Pick<ReceptorInspection, "ligands" | "reference" | "center">,
  pockets: readonly ReceptorPocket[],
): SearchBox | null {
  if (box !== null) return box;
  if (site.kind === "ligand") return ligands.find(({ residue }) => residue === site.residue)?.box ?? null;
  if (site.kind === "pocket") return pockets[site.index]?.box ?? null;
  return site.kind === "file" ? (reference?.box ?? null) : { center, size: [usualSide, usualSide, usualSide] };
}

export const givenSource = (source: StructureSource) =>
  "uploadId" in source ? { uploadId: source.uploadId } : { text: source.text, fileName: source.fileName };

/** The file's name without its endings. */
export const nameOf = ({ fileName }: Pick<StructureSource, "fileName">): string =>
  fileName.replace(/(\.(pdb|ent|cif|mmcif|pdbqt))?(\.gz)?$/i, "");

/** `A` of `A:STI201`. */
export const chainOf = (residue: string): string => residue.split(":")[0] ?? "";

/** The kind of a pasted structure, which its lines tell. */
export function pastedName(text: string): string {
  if (/^\s*(data_|_atom_site\.|loop_)/m.test(text)) return "pasted.cif";
  // The charge of a PDBQT line and the atom type of AutoDock stand where a PDB file has nothing, and its element.
  return /^(ATOM {2}|HETATM).{64} *[+-]?\d*\.\d+ {1,2}[A-Z][A-Za-z]?\s*$/m.test(text) ? "pasted.pdbqt" : "pasted.pdb";
}

/** The first record of an SDF or the only one of a mol file. */
export const firstRecord = (sdf: string): string => sdf.split(/^\$\$\$\$.*$/m)[0] ?? "";
