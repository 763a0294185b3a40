/**
 * Enrichment factor: how many times more actives stand in the first `fraction` of a ranked list (its length rounded up)
 * than in the whole. `ranks` are the places of the actives from 0; `total` is the length of the list. NaN without an active.
 */
export function enrichmentFactor(ranks: ArrayLike<number>, total: number, fraction: number): number {
  const first = Math.ceil(total * fraction);
  let found = 0;
  for (let i = 0; i < ranks.length; i++) if (ranks[i]! < first) found++;
  return found / ranks.length / (first / total);
}
