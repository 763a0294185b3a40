import type { Order } from "./compare.ts";
import type { Line } from "./line.ts";

/**
 * Everything from `low` to `high`. A bound without a value is unbounded when closed and unknown when open: `[5, ]` runs
 * for ever, `[5, )` ends at a moment that nobody wrote down.
 */
export type Interval<T> = {
  readonly low: T | null;
  readonly high: T | null;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
};

/** A point of a line, or beyond every one. */
type Extended<T> = { readonly at: T } | "least" | "greatest";

/** A bound that is known to lie from `min` to `max`; exact when both are the same. */
export type Endpoint<T> = { readonly min: Extended<T>; readonly max: Extended<T> };

/** Start and end of an interval, or a point twice. */
export type Span<T> = { readonly start: Endpoint<T>; readonly end: Endpoint<T> };

const exactly = <T>(point: Extended<T>): Endpoint<T> => ({ min: point, max: point });

export const spanOfPoint = <T>(point: T): Span<T> => ({ start: exactly({ at: point }), end: exactly({ at: point }) });

/** The first and the last point that an interval holds: an open bound moves inwards by one step of its line. */
export function spanOf<T, P>(line: Line<T, P>, interval: Interval<T>): Span<T> {
  const low = ownBound(line, interval.low, interval.lowClosed, "low");
  const high = ownBound(line, interval.high, interval.highClosed, "high");
  return {
    start: low ?? { min: "least", max: high?.max ?? "greatest" },
    end: high ?? { min: low?.min ?? "least", max: "greatest" },
  };
}

function ownBound<T, P>(
  line: Line<T, P>,
  value: T | null,
  closed: boolean,
  side: "low" | "high",
): Endpoint<T> | undefined {
  if (value === null) return closed ? exactly<T>(side === "low" ? "least" : "greatest") : undefined;
  if (closed) return exactly({ at: value });
  const inner = side === "low" ? line.next(value) : line.previous(value);
  return exactly<T>(inner === undefined ? (side === "low" ? "greatest" : "least") : { at: inner });
}

/** An interval, or undefined where its end is known to lie before its start. */
export function makeInterval<T, P>(line: Line<T, P>, interval: Interval<T>): Interval<T> | undefined {
  const { start, end } = spanOf(line, interval);
  const order = compareExtended(line, start.min, end.max, undefined);
  return order !== undefined && order > 0 ? undefined : interval;
}

/** Orders two extended points; `precision` is handed to the line. */
export function compareExtended<T, P>(
  line: Line<T, P>,
  a: Extended<T>,
  b: Extended<T>,
  precision: P | undefined,
): Order {
  if (typeof a === "object" && typeof b === "object") return line.compare(a.at, b.at, precision);
  if (a === b) return 0;
  return a === "least" || b === "greatest" ? -1 : 1;
}

/** The endpoint one step later, or earlier. */
export function stepEndpoint<T, P>(line: Line<T, P>, endpoint: Endpoint<T>, towards: "next" | "previous"): Endpoint<T> {
  const step = (point: Extended<T>): Extended<T> => {
    if (typeof point === "string") return point;
    const moved = line[towards](point.at);
    return moved === undefined ? (towards === "next" ? "greatest" : "least") : { at: moved };
  };
  const min = step(endpoint.min);
  return { min, max: endpoint.max === endpoint.min ? min : step(endpoint.max) };
}
