import type { Features } from "./features.ts";

/** Weights of one question: how likely the note tells enough to pass the criterion. */
export type Weights = Readonly<Record<string, number>>;

/** Logistic function of the weighted sum; names without a weight count nothing. */
export function probabilityOf(weights: Weights, features: Features): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(weights)) sum += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Weights of a logistic regression with a quadratic penalty on every weight but the bias, by Newton's method.
 * `rows` and `answers` run in parallel; `penalty` is the inverse variance of the weights. Deterministic.
 * Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, section 4.4.1.
 */
export function fitWeights(
  rows: readonly Features[],
  answers: readonly boolean[],
  names: readonly string[],
  penalty: number,
): Weights {
  const size = names.length;
  const x = rows.map((row) => names.map((name) => row[name] ?? 0));
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 25; step++) {
    const gradient = names.map((name, at) => (name === "bias" ? 0 : -penalty * weights[at]!));
    const hessian = names.map((name, at) =>
      names.map((_, other) => (at === other ? (name === "bias" ? 1e-6 : penalty) : 0)),
    );
    for (const [index, row] of x.entries()) {
      const sum = row.reduce((total, value, at) => total + value * weights[at]!, 0);
      const p = 1 / (1 + Math.exp(-sum));
      const miss = (answers[index] === true ? 1 : 0) - p;
      for (let a = 0; a < size; a++) {
        if (row[a] === 0) continue;
        gradient[a]! += miss * row[a]!;
        for (let b = 0; b < size; b++) hessian[a]![b]! += p * (1 - p) * row[a]! * row[b]!;
      }
    }
    const move = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight + move[at]!);
    if (Math.max(...move.map(Math.abs)) < 1e-8) break;
  }
  return Object.fromEntries(names.map((name, at) => [name, weights[at]!]));
}

/** Gauss-Jordan with pivots; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let column = 0; column < rows.length; column++) {
    let pivot = column;
    for (let at = column + 1; at < rows.length; at++)
      if (Math.abs(rows[at]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = at;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const lead = rows[column]!;
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const factor = row[column]! / lead[column]!;
      if (factor !== 0) for (let k = column; k <= rows.length; k++) row[k]! -= factor * lead[k]!;
    }
  }
  return rows.map((row, at) => row[rows.length]! / row[at]!);
}
