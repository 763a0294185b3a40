import type { Truth } from "@qinghao/kernel";
import type { Range } from "../criteria/ranges.schema.ts";

/** An interval of numbers that a value may lie in: `< 5` is `(-inf, 5)`. */
export type ValueSpan = {
  readonly lo: number;
  readonly hi: number;
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
};

export const exactly = (value: number): ValueSpan => ({ lo: value, hi: value, loOpen: false, hiOpen: false });

/** The interval of a value with a comparator. */
export function spanOfValue(value: number, comparator: "<" | "<=" | ">" | ">=" | undefined): ValueSpan {
  if (comparator === undefined) return exactly(value);
  return comparator === "<" || comparator === "<="
    ? { lo: Number.NEGATIVE_INFINITY, hi: value, loOpen: true, hiOpen: comparator === "<" }
    : { lo: value, hi: Number.POSITIVE_INFINITY, loOpen: comparator === ">", hiOpen: true };
}

export const isExact = (span: ValueSpan): boolean => span.lo === span.hi;

/**
 * A criterion's range as plain limits. Inclusive limits are a billionth wider and exclusive ones a billionth narrower than
 * written, so that a converted unit or a quotient that equals the limit but for its last digits counts as the limit.
 */
export type Bounds = { readonly min: number; readonly max: number };

const slack = 1e-9;

export function boundsOf(range: Range, convert: (value: number) => number = (value) => value): Bounds {
  return {
    min: range.min === undefined ? Number.NEGATIVE_INFINITY : moved(convert(range.min), range.minExclusive ? 1 : -1),
    max: range.max === undefined ? Number.POSITIVE_INFINITY : moved(convert(range.max), range.maxExclusive ? -1 : 1),
  };
}

const moved = (limit: number, direction: 1 | -1): number => limit + direction * Math.abs(limit || 1) * slack;

export const isWithin = (value: number, bounds: Bounds): boolean => value >= bounds.min && value <= bounds.max;

/**
 * Whether every, no, or only some number of the interval lies within the bounds. An open end may touch a limit: all of
 * `(-inf, 5)` lies below 5, none of it reaches 5.
 */
export function compareSpan(span: ValueSpan, bounds: Bounds): Truth {
  if (span.lo === span.hi) return isWithin(span.lo, bounds) ? "true" : "false";
  const lowTouch = span.loOpen ? touch(bounds.min) : 0;
  const highTouch = span.hiOpen ? touch(bounds.max) : 0;
  if (span.lo >= bounds.min - lowTouch && span.hi <= bounds.max + highTouch) return "true";
  const isBelow = span.hiOpen ? span.hi <= bounds.min + touch(bounds.min) : span.hi < bounds.min;
  const isAbove = span.loOpen ? span.lo >= bounds.max - touch(bounds.max) : span.lo > bounds.max;
  return isBelow || isAbove ? "false" : "unknown";
}

const touch = (limit: number): number =>
  Number.isFinite(limit) ? 2 * slack * (Math.abs(limit) < 1e-8 ? 1 : Math.abs(limit)) : 0;
