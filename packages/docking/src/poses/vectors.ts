/** A point or direction, Å. */
export type Vector = readonly [number, number, number];

/** Point `index` of flat coordinates `x0, y0, z0, x1, ...`. */
export const pointAt = (positions: ArrayLike<number>, index: number): Vector => [
  positions[3 * index]!,
  positions[3 * index + 1]!,
  positions[3 * index + 2]!,
];

export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const times = (a: Vector, factor: number): Vector => [a[0] * factor, a[1] * factor, a[2] * factor];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const lengthOf = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);
export const distance = (a: Vector, b: Vector): number => lengthOf(minus(a, b));

/** The direction of a vector; a null vector stays null. */
export const unit = (a: Vector): Vector => {
  const size = lengthOf(a);
  return size === 0 ? a : times(a, 1 / size);
};

const degreesPerRadian = 180 / Math.PI;

/** Angle between two directions, degrees, 0 to 180. */
export const angleBetween = (a: Vector, b: Vector): number => {
  const cosine = dot(unit(a), unit(b));
  return Math.acos(Math.max(-1, Math.min(1, cosine))) * degreesPerRadian;
};

/** Angle a-b-c at b, degrees. */
export const angleAt = (a: Vector, b: Vector, c: Vector): number => angleBetween(minus(a, b), minus(c, b));

/** The mean of points. */
export function centroidOf(points: readonly Vector[]): Vector {
  const sum = points.reduce(plus, [0, 0, 0]);
  return times(sum, 1 / points.length);
}
