import type { PairTerm } from "./pair-term.ts";

/** Attraction exp(-((gap - offset) / width)²), offset and width in Å. */
export function gaussian(id: string, weight: number, offset: number, width: number): PairTerm {
  const energy = (gap: number): number => Math.exp(-(((gap - offset) / width) ** 2));
  return {
    id,
    weight,
    energy: (_first, _second, gap) => energy(gap),
    slope: (_first, _second, gap) => ((-2 * (gap - offset)) / width ** 2) * energy(gap),
  };
}
