import type { QinghaoError } from "@qinghao/kernel";

/**
 * What every docking backend is given and gives back. Lengths in Ångström, energies in kcal/mol. Coordinates are flat
 * arrays `x0, y0, z0, x1, ...`.
 */

/** Kind of an atom whose hydrogens and bonds the scoring function sees only through its neighbour: a hydrogen. */
export const notScored = 255;

/** A part of a ligand that moves as one body. The first branch is the root; a parent stands before its children. */
export interface Branch {
  /** Index of the parent branch; -1 for the root. */
  readonly parent: number;
  /** The rotatable bond: an atom of the parent, and an atom of this branch. Both -1 for the root. */
  readonly from: number;
  readonly to: number;
}

/** A ligand ready for docking: atoms in the order of the input, hydrogens included. */
export interface DockingLigand {
  readonly name: string;
  readonly atoms: number;
  readonly elements: Uint8Array;
  /** Atom kinds of the scoring function (`scoring/kinds.ts`), or `notScored`. */
  readonly kinds: Uint8Array;
  /** 3 x atoms, Å: the input pose. */
  readonly positions: Float64Array;
  readonly branches: readonly Branch[];
  /** Branch of each atom. */
  readonly branchOf: Uint16Array;
  /**
   * Pairs i < j, flat, of scored atoms whose energy changes by turning: in different branches, more than three bonds
   * apart.
   */
  readonly pairs: Uint32Array;
  /** Bonds, flat: begin, end, order (1, 2, 3; 4 = aromatic). */
  readonly bonds: Uint16Array;
  /** Other shapes of its rings to dock it in too: each 3 x atoms, Å (`ringConformers` of `prepare`). */
  readonly ringConformers?: readonly Float64Array[];
  /** Rotatable bonds as the scoring function counts them for its entropy term. */
  readonly torsions: number;
}

/** Where an atom of the receptor comes from. */
export interface ReceptorAtom {
  readonly chain: string;
  readonly residue: string;
  readonly number: number;
  readonly insertion: string;
  readonly name: string;
}

/** A rigid receptor ready for docking. */
export interface DockingReceptor {
  readonly name: string;
  readonly atoms: number;
  readonly elements: Uint8Array;
  readonly kinds: Uint8Array;
  readonly positions: Float64Array;
  readonly labels: readonly ReceptorAtom[];
}

/** The searched part of space. */
export interface Box {
  readonly center: readonly [number, number, number];
  readonly size: readonly [number, number, number];
}

/** One placed ligand. */
export interface Pose {
  /** 3 x atoms of the ligand, Å. */
  readonly positions: Float64Array;
  /** As AutoDock Vina prints it, kcal/mol. */
  readonly score: number;
  readonly intermolecular: number;
  readonly intramolecular: number;
  /** What poses are ranked by: the mean of two functions' energies, kcal/mol (`rankByConsensus`). */
  readonly consensus: number;
}

/** How hard to search. */
export interface SearchSettings {
  /** Independent runs, as AutoDock Vina counts them. */
  readonly exhaustiveness: number;
  readonly poses: number;
  readonly seed: number;
  /** Poses closer than this to a better one are dropped, Å. */
  readonly minimumRmsd: number;
  /** Poses worse than the best by more are dropped, kcal/mol. */
  readonly energyRange: number;
}

/** What a backend (WASM, WebGPU) does. Same seed and backend give the same poses, bit for bit, in every batch order. */
export interface DockingBackend {
  readonly name: "wasm" | "webgpu";
  /** Prepares the grid maps of a receptor once for many ligands. */
  open(receptor: DockingReceptor, box: Box): Promise<OpenDocking>;
}

/** What became of one ligand. */
export interface DockedLigand {
  /** Its place among the ligands given. */
  readonly ligand: number;
  /** Best first, which need not be the one with the best score; none where it failed. */
  readonly poses: readonly Pose[];
  /** Why it failed; others go on. */
  readonly error?: QinghaoError;
}

export interface OpenDocking {
  /** Results in the order of the ligands, which are read no faster than results are taken. */
  dock(
    ligands: Iterable<DockingLigand> | AsyncIterable<DockingLigand>,
    settings: SearchSettings,
    signal?: AbortSignal,
  ): AsyncIterable<DockedLigand>;
  close(): Promise<void>;
}
