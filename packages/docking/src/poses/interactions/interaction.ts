import type { Vector } from "../vectors.ts";

/** Kinds of contact between a ligand and what surrounds it. */
export const interactionKinds = [
  "hydrogen-bond",
  "salt-bridge",
  "pi-stacking",
  "pi-cation",
  "halogen-bond",
  "metal",
  "hydrophobic",
] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** What the ligand does in a contact; `face` and `edge` say how two rings lie. */
export type LigandRole =
  | "donor"
  | "acceptor"
  | "cation"
  | "anion"
  | "ring"
  | "face"
  | "edge"
  | "halogen"
  | "chelator"
  | "carbon";

/** A residue, cofactor, ion or water of the receptor. */
export type ResidueName = {
  readonly chain: string;
  readonly residue: string;
  readonly number: number;
  readonly insertion: string;
};

export type Interaction = {
  readonly kind: InteractionKind;
  readonly role: LigandRole;
  readonly residue: ResidueName;
  /** Atoms of the pose's graph, and of the receptor. */
  readonly ligandAtoms: readonly number[];
  readonly receptorAtoms: readonly number[];
  /** Ends of the line that stands for it: an atom, or the middle of a ring, Å. */
  readonly ligandPoint: Vector;
  readonly receptorPoint: Vector;
  /** Between those two points, Å; of a hydrogen bond between its heavy atoms. */
  readonly distance: number;
  /** The angle that its criterion asks for, degrees; null where it has none. */
  readonly angle: number | null;
};

/** A residue as one word: `A:ASP381`, with its insertion code at the end. */
export const residueKey = ({ chain, residue, number, insertion }: ResidueName): string =>
  `${chain}:${residue}${number}${insertion}`;
