/** The molecules of a segment, in memory that the threads share; see the `molecules` section of the format. */
export type SharedMolecules = {
  readonly firstRow: number;
  readonly rows: number;
  readonly buffer: SharedArrayBuffer;
};

export type SubstructureInit = {
  readonly libraryPath: string;
  readonly segments: readonly SharedMolecules[];
};

/** Rows of one segment that passed the screen, to be looked at one by one. */
export type SubstructureTask = {
  readonly smarts: string;
  readonly segment: number;
  /** Rows of the library. */
  readonly rows: Uint32Array;
};

/** The rows that match. */
export type SubstructureOutput = { readonly rows: Uint32Array };
