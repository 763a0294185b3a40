import type { PairTerm } from "./pair-term.ts";

/** 1 for pairs of the table up to a gap of `full`, 0 from `none` on, linear between; both in Å, `full` < `none`. */
export function ramp(
  id: string,
  weight: number,
  pairs: Uint8Array,
  kinds: number,
  range: { full: number; none: number },
): PairTerm {
  const width = range.none - range.full;
  const applies = (first: number, second: number): boolean => pairs[first * kinds + second] === 1;
  return {
    id,
    weight,
    energy: (first, second, gap) => (applies(first, second) ? Math.min(1, Math.max(0, (range.none - gap) / width)) : 0),
    slope: (first, second, gap) => (applies(first, second) && gap > range.full && gap < range.none ? -1 / width : 0),
  };
}
