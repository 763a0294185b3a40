/**
 * Lower triangle L of a symmetric positive definite matrix A = L L^T. Cost n^3 / 3.
 * @param matrix n x n, row-major; only the lower triangle is read
 * @returns n x n, row-major, zero above the diagonal; a pivot that rounding has made too small is raised to `least`
 */
export function cholesky(matrix: Float64Array, n: number, least = 1e-10): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const other = j * n;
      let sum = matrix[row + j]!;
      for (let k = 0; k < j; k++) sum -= lower[row + k]! * lower[other + k]!;
      if (i === j) lower[row + j] = Math.sqrt(Math.max(sum, least));
      else lower[row + j] = sum / lower[other + j]!;
    }
  }
  return lower;
}

/** Solves L x = b, in place. `lower`: n x n, row-major; `vector`: length n. Cost n^2 / 2. */
export function solveLower(lower: Float64Array, n: number, vector: Float64Array): Float64Array {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let sum = vector[i]!;
    for (let k = 0; k < i; k++) sum -= lower[row + k]! * vector[k]!;
    vector[i] = sum / lower[row + i]!;
  }
  return vector;
}

/** Solves L^T x = b, in place. */
export function solveUpper(lower: Float64Array, n: number, vector: Float64Array): Float64Array {
  for (let i = n - 1; i >= 0; i--) {
    const row = i * n;
    const value = vector[i]! / lower[row + i]!;
    vector[i] = value;
    for (let k = 0; k < i; k++) vector[k]! -= lower[row + k]! * value;
  }
  return vector;
}
