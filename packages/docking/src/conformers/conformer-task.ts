/** A structure of a file, to be given conformers. */
export type ConformerRow = {
  readonly row: number;
  /** SMILES or molblock. */
  readonly structure: string;
  readonly name: string | null;
};

export type ConformerTask = { readonly rows: readonly ConformerRow[] };

/** How the threads are set up. */
export type ConformerThreadInit = { readonly count: number; readonly seed: number };

/** The SDF records of a row, or why there are none. */
export type ConformerRowResult =
  | { readonly row: number; readonly ok: true; readonly records: string; readonly conformers: number }
  | { readonly row: number; readonly ok: false; readonly reason: { readonly en: string; readonly zh: string } };
