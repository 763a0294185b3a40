import type { SearchBox, StructureFormat } from "@qinghao/db/receptor-schema";
import type { BoundLigand } from "@qinghao/docking/prepare";
import type { ReceptorChoice, ReceptorReport } from "@qinghao/docking/schema";

/** The known ligand: one of the file's own, or a molblock with its places, Å. */
export type KnownLigand = { residue: string } | { molblock: string; positions: Float64Array };

/** How a structure's file becomes a receptor. */
export type Preparation = {
  file: { text: string; fileName: string };
  choice: ReceptorChoice;
  /** A copy of it is left out of the receptor. */
  known: KnownLigand | undefined;
};

/** What threads are asked of a structure: to prepare it and write it down, or to find its pockets. */
export type StructureTask =
  | (Preparation & { kind: "prepare"; write: "mmcif" | "record" })
  | (Preparation & { kind: "pockets" });

/** A prepared receptor, and the ligand that it is known to bind. */
export type PreparedStructure = {
  format: StructureFormat;
  atoms: number;
  /** Mean place of the atoms, Å. */
  center: [number, number, number];
  report: ReceptorReport | null;
  ligands: (Omit<BoundLigand, "box"> & { box: SearchBox })[];
  /** Molblock in the receptor's coordinates, and the box around its heavy atoms. */
  reference: { molblock: string; box: SearchBox } | null;
  /** The receptor's atoms as mmCIF, or as the record that campaigns read. */
  written: string;
};

/** A hollow that a ligand may fit in, the best first. */
export type FoundPocket = { box: SearchBox; center: [number, number, number]; volume: number; burial: number };

export type StructureOutput = PreparedStructure | FoundPocket[];
