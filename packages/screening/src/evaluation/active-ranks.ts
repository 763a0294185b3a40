/**
 * Places of the actives in a ranked list, from 0, ascending. Highest score first; of equal scores the decoy stands before
 * the active, so that a method that cannot tell them apart gains nothing. Sorts `decoyScores` in place.
 */
export function activeRanks(activeScores: Float64Array, decoyScores: Float64Array): Float64Array {
  decoyScores.sort();
  const ordered = activeScores.toSorted().reverse();
  return ordered.map((score, place) => place + decoyScores.length - firstAtLeast(decoyScores, score));
}

/** Index of the first of ascending `values` that is at least `least`. */
function firstAtLeast(values: Float64Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
