import type { ContactKind } from "./contact-kinds.ts";
import type { ShownDiagram } from "./interaction-diagram.tsx";

/** A contact as it is listed: its ends in the receptor's coordinates, Å. */
export type ListedContact = {
  readonly kind: ContactKind;
  /** `A:ASP381` */
  readonly residue: string;
  readonly chain: string;
  readonly number: number;
  /** What the ligand does in it. */
  readonly role: string;
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
  /** Å */
  readonly distance: number;
  /** Degrees; null where its criterion asks for none. */
  readonly angle: number | null;
};

export type ListedCheck = {
  readonly id: string;
  /** Null where it does not apply. */
  readonly passes: boolean | null;
  readonly value: number | null;
  readonly unit: string;
};

/** What holds a pose, and whether it is possible. */
export type ShownAnalysis = {
  readonly contacts: readonly ListedContact[];
  readonly diagram: ShownDiagram;
  readonly isValid: boolean;
  readonly checks: readonly ListedCheck[];
  /** Share of the ligand's surface that the receptor covers, 0 to 1. */
  readonly buried: number;
  /** Å to the known ligand; null where there is none to compare with. */
  readonly rmsd: number | null;
};
