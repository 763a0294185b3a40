import type { PoseMolecule } from "../pose-molecule.ts";
import type { StrainGauge } from "../strain.ts";
import type { Surroundings } from "../surroundings.ts";

/** What a check is given. A check that needs what is absent is not run. */
export type CheckInput = {
  readonly pose: PoseMolecule;
  readonly surroundings: Surroundings | null;
  /** Known placements of the same ligand, for example from the crystal; several where it is bound more than once. */
  readonly references: readonly PoseMolecule[];
  /** Measures strain; null or absent where no kernel for conformers is at hand. */
  readonly strain?: StrainGauge | null;
};

export type CheckOutcome = {
  /** Null where the check does not apply to this pose, or what it needs was not given. */
  readonly passes: boolean | null;
  /** What was compared with the limit, in the check's unit; null where there is no number. */
  readonly value: number | null;
};

/** One question about a pose. */
export type PoseCheck = {
  /** Also the column's name in a table: lower case, words joined by underscores. */
  readonly id: string;
  readonly needs: "pose" | "surroundings" | "reference" | "strain";
  readonly unit: string;
  readonly run: (input: Required<CheckInput>) => CheckOutcome;
};

export const notApplicable: CheckOutcome = { passes: null, value: null };

/** Passes when the value is not above the limit. */
export const atMost = (limit: number, value: number): CheckOutcome => ({ passes: value <= limit, value });

/** Passes when the value is not below the limit. */
export const atLeast = (limit: number, value: number): CheckOutcome => ({ passes: value >= limit, value });
