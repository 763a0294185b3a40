import { atomKindCount, hydrophobicPairs } from "../kinds.ts";
import { ramp } from "./ramp.ts";

/** Contact of two hydrophobic atoms. Source: Trott & Olson 2010, table 1. */
export const hydrophobic = ramp("hydrophobic", -0.035069, hydrophobicPairs, atomKindCount, { full: 0.5, none: 1.5 });
