import type { MoleculeGraph } from "../graph.ts";

/** What the contributions of single atoms are computed from: a molecule, or what is left of one. */
export type AtomGraph = Pick<
  MoleculeGraph,
  | "atomCount"
  | "atomicNumber"
  | "charge"
  | "implicitH"
  | "hCount"
  | "aromatic"
  | "degree"
  | "bondOrder"
  | "offsets"
  | "neighbours"
  | "neighbourBonds"
  | "rings"
>;
