import { atomKindCount, hydrogenBondPairs } from "../kinds.ts";
import { ramp } from "./ramp.ts";

/** Donor and acceptor that overlap; no angle is asked for. Source: Trott & Olson 2010, table 1. */
export const hydrogenBond = ramp("hydrogenBond", -0.587439, hydrogenBondPairs, atomKindCount, { full: -0.7, none: 0 });
