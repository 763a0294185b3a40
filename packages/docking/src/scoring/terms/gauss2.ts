import { gaussian } from "./gaussian.ts";

/** Wide attraction around 3 Å between surfaces. Source: Trott & Olson 2010, table 1. */
export const gauss2 = gaussian("gauss2", -0.005156, 3, 2);
