import { kindRadii } from "../kinds.ts";
import { gauss1 } from "../terms/gauss1.ts";
import { gauss2 } from "../terms/gauss2.ts";
import { hydrogenBond } from "../terms/hydrogen-bond.ts";
import { hydrophobic } from "../terms/hydrophobic.ts";
import { repulsion } from "../terms/repulsion.ts";
import { torsionWeight } from "../terms/torsional-entropy.ts";
import type { ScoringFunction } from "./scoring-function.ts";

/** Source: Trott & Olson 2010, doi 10.1002/jcc.21334. A further term is one more file and one more line. */
export const vina: ScoringFunction = {
  id: "vina",
  radii: kindRadii,
  terms: [gauss1, gauss2, repulsion, hydrophobic, hydrogenBond],
  torsionWeight,
};
