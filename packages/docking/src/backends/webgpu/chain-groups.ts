import type { SearchSettings } from "../../model.ts";
import { poseAtoms } from "../../search/pose-atoms.ts";
import type { Candidate } from "../../search/search-ligand.ts";

/** So many chains race each other. */
const groupSize = 16;

/**
 * Which chain each chain goes on from: within each group the worse half takes the places of the better one.
 * @param best poses, their energies first
 */
export function dropWorseHalves(best: readonly ArrayLike<number>[]): number[] {
  const order = best.map((_, chain) => chain);
  for (let from = 0; from < best.length; from += groupSize) {
    const group = order.slice(from, from + groupSize).sort((a, b) => best[a]![0]! - best[b]![0]! || a - b);
    const half = group.length >> 1;
    for (let rank = 0; rank < half; rank++) order[group[group.length - 1 - rank]!] = group[rank]!;
  }
  return order;
}

/** The first candidates that are no nearer to each other than poses may be, a few for each pose asked for. */
export function apartCandidates(candidates: readonly Candidate[], { poses, minimumRmsd }: SearchSettings): Candidate[] {
  const kept: { readonly candidate: Candidate; readonly positions: Float64Array }[] = [];
  for (const candidate of candidates) {
    if (kept.length === 3 * poses) break;
    const { search, freedom } = candidate;
    const positions = poseAtoms(search, freedom, [0, 0, 0]);
    const isNear = kept.some((other) => {
      let sum = 0;
      for (const atom of search.scored)
        for (let at = 3 * atom; at < 3 * atom + 3; at++) sum += (other.positions[at]! - positions[at]!) ** 2;
      return Math.sqrt(sum / search.scored.length) < minimumRmsd;
    });
    if (!isNear) kept.push({ candidate, positions });
  }
  return kept.map(({ candidate }) => candidate);
}
