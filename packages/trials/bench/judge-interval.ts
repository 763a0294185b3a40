import type { Judged } from "./judge-scores.ts";

const draws = 2000;

/**
 * Middle 95 % of the accuracy over patients drawn again with replacement, 2000 times. Pairs of one patient go together,
 * since they share a note. The seed is fixed: the same pairs give the same interval.
 */
export function accuracyInterval(judged: readonly Judged[]): [number, number] {
  const patients = [...Map.groupBy(judged, ({ row }) => row.patient).values()].map((of) => ({
    pairs: of.length,
    right: of.filter(({ row, label }) => row.label === label).length,
  }));
  const random = seeded(20261122);
  const accuracies = Array.from({ length: draws }, () => {
    const drawn = patients.map(() => patients[Math.floor(random() * patients.length)]!);
    return sum(drawn.map(({ right }) => right)) / sum(drawn.map(({ pairs }) => pairs));
  }).toSorted((left, right) => left - right);
  const at = (share: number) => Math.round(accuracies[Math.floor(share * draws)]! * 1e4) / 1e4;
  return [at(0.025), at(0.975)];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Numbers in [0, 1) of a linear congruential generator modulo 2^32 (multiplier and increment of Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
