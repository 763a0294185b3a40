import type { PairTerm } from "./pair-term.ts";

/** Square of the overlap of two surfaces. Source: Trott & Olson 2010, table 1. */
export const repulsion: PairTerm = {
  id: "repulsion",
  weight: 0.840245,
  energy: (_first, _second, gap) => (gap > 0 ? 0 : gap * gap),
  slope: (_first, _second, gap) => (gap > 0 ? 0 : 2 * gap),
};
