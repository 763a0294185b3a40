import type { ScoringFunction } from "./functions/scoring-function.ts";
import { vina } from "./functions/vina.ts";

/** Centres further apart than this do not see each other, Å. */
export const pairCutoffAngstrom = 8;

/** Ceiling that a repulsive energy of an atom approaches, kcal/mol, when a pose is scored. */
export const energyCeiling = 1000;

/**
 * Where the terms are evaluated: `exact` at the distance itself; `vina` as AutoDock Vina tabulates them, the mean of the
 * two ends of the step of 1/32 Å² that the squared distance falls into. The second is what printed Vina scores hold.
 */
export type DistanceRounding = "exact" | "vina";

/** Steps of the squared distance in Vina's tables, 1/Å². */
const stepsPerSquareAngstrom = 32;

/** Distances at which a pair is evaluated, to be averaged, Å. */
export function evaluatedDistances(distance: number, rounding: DistanceRounding): readonly number[] {
  if (rounding === "exact") return [distance];
  const step = Math.floor(distance * distance * stepsPerSquareAngstrom);
  return [Math.sqrt(step / stepsPerSquareAngstrom), Math.sqrt((step + 1) / stepsPerSquareAngstrom)];
}

/** Weighted sum of the pair terms, kcal/mol, of two atoms of these kinds at this distance (Å); 0 from the cut-off on. */
export function pairEnergy(
  first: number,
  second: number,
  distance: number,
  rounding: DistanceRounding = "exact",
  { radii, terms }: ScoringFunction = vina,
): number {
  if (distance >= pairCutoffAngstrom) return 0;
  const distances = evaluatedDistances(distance, rounding);
  let energy = 0;
  for (const at of distances) {
    if (at >= pairCutoffAngstrom) continue;
    const gap = at - (radii[first]! + radii[second]!);
    for (const term of terms) energy += term.weight * term.energy(first, second, gap);
  }
  return energy / distances.length;
}

/** Derivative of the Vina function's `pairEnergy` by the distance, kcal/mol/Å. */
export function pairSlope(first: number, second: number, distance: number): number {
  if (distance >= pairCutoffAngstrom) return 0;
  const gap = distance - (vina.radii[first]! + vina.radii[second]!);
  let slope = 0;
  for (const term of vina.terms) slope += term.weight * term.slope(first, second, gap);
  return slope;
}

/** Softens a positive energy so that it stays below the ceiling: c e / (c + e). */
export const curl = (energy: number, ceiling: number = energyCeiling): number =>
  energy > 0 ? (ceiling * energy) / (ceiling + energy) : energy;
