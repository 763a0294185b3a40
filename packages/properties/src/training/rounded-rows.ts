import type { ScoredRows } from "../schema.ts";

type Columns = Readonly<Record<keyof ScoredRows, ArrayLike<number>>>;

/** Rows to 0.001 of their unit: finer than any measurement here, and small in a file. */
export function roundedRows({ row, measured, value, expected, similarity }: Columns): ScoredRows {
  const rounded = (values: ArrayLike<number>) => Array.from(values, (one) => Math.round(one * 1000) / 1000);
  return {
    row: Array.from(row),
    measured: rounded(measured),
    value: rounded(value),
    expected: rounded(expected),
    similarity: rounded(similarity),
  };
}
