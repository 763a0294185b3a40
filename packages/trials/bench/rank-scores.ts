import type { Grade } from "./rank-data.ts";

const gain: Readonly<Record<Grade, number>> = { "not relevant": 0, excluded: 1, eligible: 2 };
const depth = 10;

/** Normalised discounted cumulative gain of the first ten: gains 2 eligible, 1 excluded, 0; null where all are 0. */
export function ndcg(grades: readonly Grade[]): number | null {
  const total = (of: readonly Grade[]) =>
    of.slice(0, depth).reduce((sum, grade, at) => sum + gain[grade] / Math.log2(at + 2), 0);
  const best = total([...grades].sort((a, b) => gain[b] - gain[a]));
  return best === 0 ? null : total(grades) / best;
}

/** Eligible among the first ten, over ten, as TREC counts it. */
export const precisionAtTen = (grades: readonly Grade[]): number =>
  grades.slice(0, depth).filter((grade) => grade === "eligible").length / depth;

/** The same over what could be shown: the first ten, or as many as are judged. */
export const precisionOfShown = (grades: readonly Grade[]): number =>
  grades.slice(0, depth).filter((grade) => grade === "eligible").length / Math.max(1, Math.min(depth, grades.length));

/** How often an eligible trial stands before one of the others, over all pairs of one query. */
export function pairsInOrder(grades: readonly Grade[], others: readonly Grade[]): { right: number; pairs: number } {
  let [right, pairs, behind] = [0, 0, grades.filter((grade) => others.includes(grade)).length];
  const all = behind;
  for (const grade of grades) {
    if (others.includes(grade)) behind--;
    else if (grade === "eligible") {
      right += behind;
      pairs += all;
    }
  }
  return { right, pairs };
}
