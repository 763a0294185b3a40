/** A rigid move: a unit quaternion (w, x, y, z), then a translation, angstrom. */
export type RigidPose = Float64Array;

/** The matrix of a unit quaternion, by rows. */
export function rotationMatrix([w, x, y, z]: ArrayLike<number> & Iterable<number>): number[] {
  const [a, b, c, d] = [w!, x!, y!, z!];
  return [
    ...[1 - 2 * (c * c + d * d), 2 * (b * c - a * d), 2 * (b * d + a * c)],
    ...[2 * (b * c + a * d), 1 - 2 * (b * b + d * d), 2 * (c * d - a * b)],
    ...[2 * (b * d - a * c), 2 * (c * d + a * b), 1 - 2 * (b * b + c * c)],
  ];
}

/** Points (3 each) turned by a matrix (by rows), then shifted. */
export function movePoints(
  points: Float64Array,
  matrix: readonly number[],
  shift: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  const moved = new Float64Array(points.length);
  for (let at = 0; at < points.length; at += 3) {
    for (let row = 0; row < 3; row++) {
      moved[at + row] =
        matrix[3 * row]! * points[at]! +
        matrix[3 * row + 1]! * points[at + 1]! +
        matrix[3 * row + 2]! * points[at + 2]! +
        shift[row]!;
    }
  }
  return moved;
}

/** The product of two matrices of 3 x 3, by rows. */
export const multiplyMatrices = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: 9 }, (_, at) => {
    const [row, column] = [at - (at % 3), at % 3];
    return a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!;
  });

export const transpose = (m: readonly number[]): number[] => [0, 3, 6, 1, 4, 7, 2, 5, 8].map((at) => m[at]!);

export const applyMatrix = (m: readonly number[], v: ArrayLike<number>): number[] =>
  [0, 3, 6].map((row) => m[row]! * v[0]! + m[row + 1]! * v[1]! + m[row + 2]! * v[2]!);
