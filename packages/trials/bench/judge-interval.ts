import { type Judged, labelScores } from "./judge-scores.ts";

const draws = 2000;

/**
 * Middle 95 % of accuracy and macro-F1 over patients drawn again with replacement, 2000 times. Pairs of one patient go
 * together, since they share a note. The seed is fixed: the same pairs give the same intervals.
 */
export function scoreIntervals(judged: readonly Judged[]): { accuracy: [number, number]; macroF1: [number, number] } {
  const patients = [...Map.groupBy(judged, ({ row }) => row.patient).values()];
  const random = seeded(20261122);
  const scores = Array.from({ length: draws }, () =>
    labelScores(patients.flatMap(() => patients[Math.floor(random() * patients.length)]!)),
  );
  const middle = (values: readonly number[]): [number, number] => {
    const sorted = values.toSorted((left, right) => left - right);
    return [sorted[Math.floor(0.025 * draws)]!, sorted[Math.floor(0.975 * draws)]!];
  };
  return {
    accuracy: middle(scores.map(({ accuracy }) => accuracy ?? 0)),
    macroF1: middle(scores.map(({ macroF1 }) => macroF1)),
  };
}

/** Numbers in [0, 1) of a linear congruential generator modulo 2^32 (multiplier and increment of Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
