/** A polynomial in the cosine of an angle: its coefficients from degree 0. */
export type Polynomial = readonly number[];

/** Coefficients of cos(n x) as a polynomial in cos x, n from 0 to 6 (Chebyshev). */
const multiples: readonly Polynomial[] = [
  [1, 0, 0, 0, 0, 0, 0],
  [0, 1, 0, 0, 0, 0, 0],
  [-1, 0, 2, 0, 0, 0, 0],
  [0, -3, 0, 4, 0, 0, 0],
  [1, 0, -8, 0, 8, 0, 0],
  [0, 5, 0, -20, 0, 16, 0],
  [-1, 0, 18, 0, -48, 0, 32],
];

/** a0 + a1 cos x + a2 cos 2x + ... as a polynomial of degree 6 in cos x. */
export function cosineSeries(amplitudes: readonly number[]): number[] {
  const polynomial = new Array<number>(7).fill(0);
  amplitudes.forEach((amplitude, n) => {
    for (let power = 0; power <= n; power++) polynomial[power]! += amplitude * multiples[n]![power]!;
  });
  return polynomial;
}

/** The series with its constant chosen so that its lowest value is zero. */
export function fromLowest(amplitudes: readonly number[]): number[] {
  const polynomial = cosineSeries([0, ...amplitudes]);
  let lowest = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 180; step++) {
    const cosine = Math.cos((step * Math.PI) / 180);
    let value = 0;
    for (let power = 6; power >= 0; power--) value = value * cosine + polynomial[power]!;
    lowest = Math.min(lowest, value);
  }
  polynomial[0]! -= lowest;
  return polynomial;
}
