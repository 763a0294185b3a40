import { addDuration } from "./add-duration.ts";
import { compareMoments, type Order } from "./compare.ts";
import { type Moment, type Precision, precisionOf } from "./moment.ts";

/** What intervals lie on: an order, unknown where values are, and the neighbours of a point. */
export type Line<T, P = unknown> = {
  readonly compare: (a: T, b: T, precision?: P) => Order;
  readonly next: (point: T) => T | undefined;
  readonly previous: (point: T) => T | undefined;
};

/** Dates, timestamps and clock times; a step is one unit of the point's own precision. */
export const momentLine: Line<Moment, Precision> = {
  compare: compareMoments,
  next: (point) => addDuration(point, 1, precisionOf(point)),
  previous: (point) => addDuration(point, -1, precisionOf(point)),
};

/** Numbers with a smallest step: 1 for counts, 1e-8 for decimals as CQL keeps them. */
export function numberLine(step: number): Line<number> {
  const perUnit = Math.round(1 / step);
  const settle = (value: number): number => Math.round(value * perUnit) / perUnit;
  return {
    compare: (a, b) => (a === b ? 0 : a < b ? -1 : 1),
    next: (point) => settle(point + step),
    previous: (point) => settle(point - step),
  };
}
