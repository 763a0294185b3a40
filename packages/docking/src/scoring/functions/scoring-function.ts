import type { PairTerm } from "../terms/pair-term.ts";

/** A sum of pair terms with its own radii, of the form that AutoDock Vina introduced. */
export interface ScoringFunction {
  readonly id: string;
  /** Radius of each kind of atom, Å. */
  readonly radii: Float64Array;
  readonly terms: readonly PairTerm[];
  /** What one rotatable bond takes off: E / (1 + weight x bonds). */
  readonly torsionWeight: number;
}
