import type { PlacedShape } from "./placed-shape.ts";

/** Axes whose spreads differ by less than this factor may be taken for each other. */
const alike = 1.25;

type Quaternion = readonly [number, number, number, number];
const half = Math.SQRT1_2;
/** No turn, and half a turn about each axis. */
const halfTurns: readonly Quaternion[] = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
];

/**
 * Quaternions from which one molecule is laid over another, both in the frames of their axes: the four ways in which axes fit,
 * and as many more with two axes exchanged where either molecule spreads alike along both.
 */
export function overlayStarts(query: PlacedShape, molecule: PlacedShape): Quaternion[] {
  const isAlike = (axis: number) => [query, molecule].some(({ spread }) => spread[axis]! < alike * spread[axis + 1]!);
  const exchanges: Quaternion[] = [[1, 0, 0, 0]];
  // A quarter turn about the third axis exchanges the first two, about the first axis the last two.
  if (isAlike(0)) exchanges.push([half, 0, 0, half]);
  if (isAlike(1)) exchanges.push([half, half, 0, 0]);
  if (isAlike(0) && isAlike(1)) exchanges.push([0.5, 0.5, 0.5, 0.5], [0.5, -0.5, -0.5, -0.5], [half, 0, half, 0]);
  return exchanges.flatMap((exchange) => halfTurns.map((turn) => product(turn, exchange)));
}

const product = ([a, b, c, d]: Quaternion, [e, f, g, h]: Quaternion): Quaternion => [
  a * e - b * f - c * g - d * h,
  a * f + b * e + c * h - d * g,
  a * g - b * h + c * e + d * f,
  a * h + b * g - c * f + d * e,
];
