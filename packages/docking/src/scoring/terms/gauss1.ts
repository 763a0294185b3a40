import { gaussian } from "./gaussian.ts";

/** Attraction of surfaces that touch. Source: Trott & Olson 2010, table 1. */
export const gauss1 = gaussian("gauss1", -0.035579, 0, 0.5);
