import type { Vector } from "../vectors.ts";
import type { Interaction, InteractionKind, LigandRole } from "./interaction.ts";
import type { Site } from "./site.ts";

/** A ligand and the part of a receptor near it. */
export type Pair = { readonly ligand: Site; readonly receptor: Site };

/** A contact before its residue is named. */
export type Contact = Omit<Interaction, "residue">;

/** What every contact is made from. */
export type Ends = {
  readonly ligandAtoms: readonly number[];
  readonly receptorAtoms: readonly number[];
  readonly ligandPoint: Vector;
  readonly receptorPoint: Vector;
};

export const contact = (
  kind: InteractionKind,
  role: LigandRole,
  ends: Ends,
  distance: number,
  angle: number | null = null,
): Contact => ({ kind, role, ...ends, distance, angle });

export const isBetween = (value: number, [least, most]: readonly [number, number]): boolean =>
  value >= least && value <= most;
