import type { Evaluation, ScoredRows } from "./schema.ts";
import { mean } from "./training/metrics.ts";

/** Width of the 95 % normal interval, standard deviations to either side. */
const z95 = 1.959964;

/** A share of n rows with its 95 % interval. */
export type CoveragePoint = {
  /** Share that the interval is to hold. */
  readonly level: number;
  readonly observed: number;
  readonly lo: number;
  readonly hi: number;
};

/**
 * Share of measured values inside the interval of each level, with the interval of Wilson 1927 (doi 10.1080/01621459.1927.10502953).
 * @param isWanted which rows count, by position; default all
 */
export function calibrationCurve(
  rows: ScoredRows,
  quantiles: Evaluation["quantiles"],
  isWanted: (position: number) => boolean = () => true,
): { n: number; points: CoveragePoint[] } {
  const wanted = rows.measured.map((_, i) => i).filter(isWanted);
  const n = wanted.length;
  const points = quantiles.map(({ level, quantile }) => {
    const inside = wanted.filter((i) => errorAt(rows, i) <= quantile * rows.expected[i]!).length;
    return { level, observed: n === 0 ? 0 : inside / n, ...wilson(inside, n) };
  });
  return { n, points };
}

function wilson(inside: number, n: number): { lo: number; hi: number } {
  if (n === 0) return { lo: 0, hi: 1 };
  const share = inside / n;
  const square = z95 * z95;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const half = (z95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))) / (1 + square / n);
  return { lo: Math.max(0, middle - half), hi: Math.min(1, middle + half) };
}

/** Mean absolute error of the rows whose similarity is at least `from` and below `to` (the last bin includes 1). */
export type ErrorBin = {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** With its 95 % normal interval, in the endpoint's unit. */
  readonly mae: number;
  readonly lo: number;
  readonly hi: number;
};

/** Fewer rows than this tell nothing about an error. */
const minBinRows = 10;

/** Errors in ten equal steps of the similarity to the nearest training molecule; steps with fewer than ten rows are left out. */
export function errorBySimilarity(rows: ScoredRows): ErrorBin[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const inBin = (similarity: number) => Math.min(9, Math.floor(similarity * 10 + 1e-9)) === bin;
    const errors = rows.similarity.flatMap((similarity, i) => (inBin(similarity) ? [errorAt(rows, i)] : []));
    const mae = mean(errors);
    const spread = Math.sqrt(errors.reduce((sum, one) => sum + (one - mae) ** 2, 0) / Math.max(1, errors.length - 1));
    const half = (z95 * spread) / Math.sqrt(Math.max(1, errors.length));
    return { from: bin / 10, to: (bin + 1) / 10, n: errors.length, mae, lo: Math.max(0, mae - half), hi: mae + half };
  }).filter(({ n }) => n >= minBinRows);
}

const errorAt = (rows: ScoredRows, i: number): number => Math.abs(rows.measured[i]! - rows.value[i]!);
