/**
 * Area under the ROC curve of a ranked list: the share of (active, decoy) pairs with the active first. `ranks` are the
 * places of the actives from 0, ascending; `total` is the length of the list. NaN without an active or without a decoy.
 */
export function rocAuc(ranks: ArrayLike<number>, total: number): number {
  const actives = ranks.length;
  const decoys = total - actives;
  let pairs = 0;
  for (let i = 0; i < actives; i++) pairs += decoys - (ranks[i]! - i);
  return pairs / (actives * decoys);
}
