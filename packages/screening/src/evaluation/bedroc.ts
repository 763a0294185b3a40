/**
 * BEDROC (Truchon & Bayly 2007, doi 10.1021/ci600426e): the robust initial enhancement, scaled from 0 (all actives last) to
 * 1 (all first). With `alpha` 20 the first 8 % of the list make 80 % of it. `ranks` are the places of the actives from 0;
 * `total` is the length of the list. NaN without an active or without a decoy.
 */
export function bedroc(ranks: ArrayLike<number>, total: number, alpha: number): number {
  const actives = ranks.length;
  const share = actives / total;
  if (actives === 0 || share === 1) return Number.NaN;
  let weight = 0;
  for (let i = 0; i < actives; i++) weight += Math.exp((-alpha * (ranks[i]! + 1)) / total);
  const expected = (share * (1 - Math.exp(-alpha))) / (Math.exp(alpha / total) - 1);
  const enhancement = weight / expected;
  const best = (1 - Math.exp(-alpha * share)) / (share * (1 - Math.exp(-alpha)));
  const worst = (1 - Math.exp(alpha * share)) / (share * (1 - Math.exp(alpha)));
  return (enhancement - worst) / (best - worst);
}
