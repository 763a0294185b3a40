import { gauss1 } from "./gauss1.ts";
import { gauss2 } from "./gauss2.ts";
import { hydrogenBond } from "./hydrogen-bond.ts";
import { hydrophobic } from "./hydrophobic.ts";
import type { PairTerm } from "./pair-term.ts";
import { repulsion } from "./repulsion.ts";

/** The pair terms of the Vina function; a further term is one more file and one more line. */
export const pairTerms: readonly PairTerm[] = [gauss1, gauss2, repulsion, hydrophobic, hydrogenBond];
