/**
 * The value that bounds the scores with the wanted probability: the ceil((n + 1) level)-th smallest.
 * Source: Vovk, Gammerman & Shafer 2005; Lei et al. 2018, doi 10.1080/01621459.2017.1307116, algorithm 2.
 * @param scores non-conformity scores of rows that the model did not see
 * @returns Infinity where there are too few scores for the level
 */
export function conformalQuantile(scores: Float64Array, level: number): number {
  const rank = Math.ceil((scores.length + 1) * level);
  if (rank > scores.length) return Number.POSITIVE_INFINITY;
  return scores.slice().sort()[rank - 1]!;
}

/** Share of the rows whose interval holds the measured value. */
export function coverage(lo: ArrayLike<number>, hi: ArrayLike<number>, measured: ArrayLike<number>): number {
  let inside = 0;
  for (let i = 0; i < measured.length; i++) if (measured[i]! >= lo[i]! && measured[i]! <= hi[i]!) inside++;
  return measured.length === 0 ? 0 : inside / measured.length;
}
