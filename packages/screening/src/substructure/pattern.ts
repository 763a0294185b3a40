import type { AtomType } from "../library/molecule-words.ts";

/** What a SMARTS atom asks. `inside` is a recursive SMARTS whose first atom has to be this one. */
export type AtomQuery =
  | { readonly kind: "type"; readonly test: (type: AtomType) => boolean }
  | { readonly kind: "not"; readonly of: AtomQuery }
  | { readonly kind: "and" | "or"; readonly of: readonly AtomQuery[] }
  | { readonly kind: "inside"; readonly pattern: Pattern };

/** What a SMARTS bond asks of a bond code (order 1, 2, 3, 4 aromatic; 8 in a ring). */
export type BondQuery = (code: number) => boolean;

export type Pattern = {
  readonly atoms: readonly AtomQuery[];
  readonly bonds: readonly { readonly begin: number; readonly end: number; readonly query: BondQuery }[];
};

/** A SMARTS feature that only the toolkit can search for. */
export class UnsupportedSmarts extends Error {}
