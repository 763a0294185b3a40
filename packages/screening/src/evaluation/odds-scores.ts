import { isSetAside, type ListScores, type QueryLists, type TargetRows } from "./evaluate-target.ts";
import type { BitRows } from "./tanimoto-rows.ts";

/** How many molecules the background counts for beside the queries. */
const priorWeight = 5;

/**
 * A naive Bayes score over the bits of all fingerprints: the log odds of a bit among the queries, drawn towards the background by
 * `priorWeight`, against its share in the decoys that the list sets aside; summed over the bits that a molecule has.
 */
export function oddsScores(fingerprints: readonly TargetRows[], lists: QueryLists): ListScores[] {
  return lists.map((queries, list) => {
    const [{ actives, decoys }] = fingerprints as [TargetRows];
    const scores = {
      actives: new Float64Array(actives.counts.length),
      decoys: new Float64Array(decoys.counts.length),
    };
    for (const rows of fingerprints) {
      const weights = bitWeights(rows, queries, list);
      addWeights(rows.actives, weights, scores.actives);
      addWeights(rows.decoys, weights, scores.decoys);
    }
    return scores;
  });
}

function bitWeights({ actives, decoys }: TargetRows, queries: readonly number[], list: number): Float64Array {
  const inBackground = new Float64Array(32 * decoys.wordsPerRow);
  const inQueries = new Float64Array(inBackground.length);
  let background = 0;
  for (let row = 0; row < decoys.counts.length; row++) {
    if (!isSetAside(row, list)) continue;
    eachBit(decoys, row, (bit) => {
      inBackground[bit]!++;
    });
    background++;
  }
  for (const row of queries) {
    eachBit(actives, row, (bit) => {
      inQueries[bit]!++;
    });
  }
  return inQueries.map((found, bit) => {
    const share = (inBackground[bit]! + 1) / (background + 2);
    return Math.log((found + priorWeight * share) / ((queries.length + priorWeight) * share));
  });
}

function addWeights({ words, wordsPerRow }: BitRows, weights: Float64Array, sums: Float64Array): void {
  for (let row = 0, at = 0; row < sums.length; row++) {
    let sum = 0;
    for (let first = 0; first < 32 * wordsPerRow; first += 32) {
      for (let rest = words[at++]!; rest !== 0; rest &= rest - 1)
        sum += weights[first + 31 - Math.clz32(rest & -rest)]!;
    }
    sums[row]! += sum;
  }
}

function eachBit({ words, wordsPerRow }: BitRows, row: number, use: (bit: number) => void): void {
  for (let word = 0; word < wordsPerRow; word++) {
    for (let rest = words[row * wordsPerRow + word]!; rest !== 0; rest &= rest - 1) {
      use(32 * word + 31 - Math.clz32(rest & -rest));
    }
  }
}
