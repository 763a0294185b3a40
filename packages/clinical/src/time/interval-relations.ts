import { and, not, or, type Truth, truthOf } from "@qinghao/kernel";
import { compareExtended, type Endpoint, type Interval, type Span, spanOf, stepEndpoint } from "./interval.ts";
import type { Line } from "./line.ts";

/**
 * How two intervals, or a point and an interval, lie to each other. Every answer is three-valued: a bound that is
 * unknown, or known less far than the comparison needs, leaves it unknown unless no value of it could matter.
 */
export type Relations<T, P> = ReturnType<typeof relationsOn<T, P>>;

/** The relations on one line; `precision` narrows the comparison where the line has precisions. */
export function relationsOn<T, P>(line: Line<T, P>) {
  const less = (a: Endpoint<T>, b: Endpoint<T>, precision?: P): Truth => {
    const certain = compareExtended(line, a.max, b.min, precision);
    if (certain !== undefined && certain < 0) return "true";
    const possible = compareExtended(line, a.min, b.max, precision);
    return possible !== undefined && possible >= 0 ? "false" : "unknown";
  };
  const atMost = (a: Endpoint<T>, b: Endpoint<T>, precision?: P): Truth => not(less(b, a, precision));
  const same = (a: Endpoint<T>, b: Endpoint<T>, precision?: P): Truth => {
    const isExact = a.min === a.max && b.min === b.max;
    const order = isExact ? compareExtended(line, a.min, b.min, precision) : undefined;
    if (order !== undefined) return truthOf(order === 0);
    return less(a, b, precision) === "true" || less(b, a, precision) === "true" ? "false" : "unknown";
  };

  const before = (a: Span<T>, b: Span<T>, precision?: P): Truth => less(a.end, b.start, precision);
  const onOrBefore = (a: Span<T>, b: Span<T>, precision?: P): Truth => atMost(a.end, b.start, precision);
  const includes = (a: Span<T>, b: Span<T>, precision?: P): Truth =>
    and(atMost(a.start, b.start, precision), atMost(b.end, a.end, precision));
  const overlaps = (a: Span<T>, b: Span<T>, precision?: P): Truth =>
    and(atMost(a.start, b.end, precision), atMost(b.start, a.end, precision));
  const meetsBefore = (a: Span<T>, b: Span<T>, precision?: P): Truth =>
    same(stepEndpoint(line, a.end, "next"), b.start, precision);

  return {
    before,
    after: (a: Span<T>, b: Span<T>, precision?: P): Truth => before(b, a, precision),
    onOrBefore,
    onOrAfter: (a: Span<T>, b: Span<T>, precision?: P): Truth => onOrBefore(b, a, precision),
    same: (a: Span<T>, b: Span<T>, precision?: P): Truth =>
      and(same(a.start, b.start, precision), same(a.end, b.end, precision)),
    includes,
    /** Includes and reaches beyond on one side at least. */
    properlyIncludes: (a: Span<T>, b: Span<T>, precision?: P): Truth =>
      and(includes(a, b, precision), or(less(a.start, b.start, precision), less(b.end, a.end, precision))),
    /** Holds within, touching neither end: for a point. */
    holdsInside: (a: Span<T>, b: Span<T>, precision?: P): Truth =>
      and(less(a.start, b.start, precision), less(b.end, a.end, precision)),
    overlaps,
    overlapsBefore: (a: Span<T>, b: Span<T>, precision?: P): Truth =>
      and(overlaps(a, b, precision), less(a.start, b.start, precision)),
    overlapsAfter: (a: Span<T>, b: Span<T>, precision?: P): Truth =>
      and(overlaps(a, b, precision), less(b.end, a.end, precision)),
    starts: (a: Span<T>, b: Span<T>, precision?: P): Truth =>
      and(same(a.start, b.start, precision), atMost(a.end, b.end, precision)),
    ends: (a: Span<T>, b: Span<T>, precision?: P): Truth =>
      and(same(a.end, b.end, precision), atMost(b.start, a.start, precision)),
    meetsBefore,
    meetsAfter: (a: Span<T>, b: Span<T>, precision?: P): Truth => meetsBefore(b, a, precision),
    meets: (a: Span<T>, b: Span<T>, precision?: P): Truth =>
      or(meetsBefore(a, b, precision), meetsBefore(b, a, precision)),
    /** What both hold; undefined where they are known not to overlap. A bound that cannot be decided is unknown. */
    intersect: (a: Interval<T>, b: Interval<T>): Interval<T> | undefined => {
      const [first, second] = [spanOf(line, a), spanOf(line, b)];
      if (overlaps(first, second) === "false") return undefined;
      const low = pick(less(first.start, second.start), a, b, "low");
      const high = pick(less(second.end, first.end), a, b, "high");
      return { low: low.value, lowClosed: low.closed, high: high.value, highClosed: high.closed };
    },
  };
}

function pick<T>(
  second: Truth,
  a: Interval<T>,
  b: Interval<T>,
  side: "low" | "high",
): { readonly value: T | null; readonly closed: boolean } {
  if (second === "unknown") return { value: null, closed: false };
  const from = second === "true" ? b : a;
  return side === "low" ? { value: from.low, closed: from.lowClosed } : { value: from.high, closed: from.highClosed };
}
