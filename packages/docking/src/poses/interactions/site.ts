import type { Vector } from "../vectors.ts";

/** A group that gives a hydrogen: where its hydrogens are, or what is known of where they may be. */
export type Donor = {
  readonly atom: number;
  /** Places of explicit hydrogens; empty where the structure has none. */
  readonly hydrogens: readonly Vector[];
  /** Places of heavy neighbours, from which hydrogens that are not there are placed. */
  readonly neighbours: readonly Vector[];
  readonly isFlat: boolean;
};

export type Halogen = { readonly atom: number; readonly bearer: number };
export type AromaticRing = { readonly atoms: readonly number[] };

/** What the atoms of one partner can do. Atom indices are the partner's own. */
export type Site = {
  readonly positions: ArrayLike<number>;
  readonly donors: readonly Donor[];
  readonly acceptors: readonly number[];
  readonly cations: readonly number[];
  readonly anions: readonly number[];
  readonly rings: readonly AromaticRing[];
  readonly hydrophobic: readonly number[];
  readonly halogens: readonly Halogen[];
  /** Atoms that a halogen may point at. */
  readonly halogenAcceptors: readonly number[];
  readonly metals: readonly number[];
  readonly chelators: readonly number[];
  readonly heavyNeighbours: (atom: number) => readonly number[];
};

/** Metals whose contacts count as coordination: Mg, Ca, Mn, Fe, Co, Ni, Cu, Zn, Cd. */
export const coordinatingMetals: ReadonlySet<number> = new Set([12, 20, 25, 26, 27, 28, 29, 30, 48]);
