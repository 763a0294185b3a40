import { atomKindCount, atomKinds, hydrogenBondPairs, hydrophobicPairs } from "../kinds.ts";
import { gaussian } from "../terms/gaussian.ts";
import { ramp } from "../terms/ramp.ts";
import { repulsion } from "../terms/repulsion.ts";
import { torsionWeight } from "../terms/torsional-entropy.ts";
import type { ScoringFunction } from "./scoring-function.ts";

/** Radii that differ from those of the Vina function, Å. */
const radii: Readonly<Record<number, number>> = { 6: 2, 7: 1.7, 8: 1.6 };

/**
 * Vinardo, which ranks better than the Vina function on several sets. Radii and the weight of a rotatable bond are those
 * of AutoDock Vina 1.2, whose kinds of atoms tell no aromatic carbon apart.
 * Source: Quiroga & Villarreal 2016, doi 10.1371/journal.pone.0155183; Eberhardt et al. 2021.
 */
export const vinardo: ScoringFunction = {
  id: "vinardo",
  radii: Float64Array.from(atomKinds, ({ atomicNumber, radius }) => radii[atomicNumber] ?? radius),
  terms: [
    gaussian("gauss", -0.045, 0, 0.8),
    { ...repulsion, weight: 0.8 },
    ramp("hydrophobic", -0.035, hydrophobicPairs, atomKindCount, { full: 0, none: 2.5 }),
    ramp("hydrogenBond", -0.6, hydrogenBondPairs, atomKindCount, { full: -0.6, none: 0 }),
  ],
  torsionWeight,
};
