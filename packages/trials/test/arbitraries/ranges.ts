import fc from "fast-check";
import type { Count, Offset, Range, Window } from "../../src/criteria/ranges.schema.ts";
import { defined, maybe, pick } from "./vocabulary.ts";

/** A calendar distance. */
export const offset = (min: number, max: number): fc.Arbitrary<Offset> =>
  fc.record({ value: fc.integer({ min, max }), unit: pick(["day", "week", "month", "year"] as const) });

export const randomWindow: fc.Arbitrary<Window> = fc
  .record({
    from: maybe(offset(-24, -1)),
    to: maybe(offset(-3, 0)),
    part: maybe(pick(["start", "end", "overlap"] as const)),
  })
  .map(defined);

/** A time from the index date on, and sometimes before it, in which something may be planned. */
export const plannedWindow: fc.Arbitrary<Window> = fc
  .record({ from: maybe(offset(-2, 3)), to: maybe(offset(-1, 24)) })
  .map(defined);

export const randomRange = (low: number, high: number): fc.Arbitrary<Range> =>
  fc
    .record({
      a: fc.integer({ min: 0, max: 10 }),
      size: fc.integer({ min: 0, max: 5 }),
      bound: pick(["min", "max", "both"] as const),
      minExclusive: maybe(fc.constant(true)),
      maxExclusive: maybe(fc.constant(true)),
    })
    .map(({ a, size, bound, minExclusive, maxExclusive }) => {
      const at = (step: number) => Number((low + ((high - low) * step) / 10).toPrecision(6));
      return defined({
        min: bound === "max" ? undefined : at(a),
        max: bound === "min" ? undefined : at(a + size),
        minExclusive: bound === "max" ? undefined : minExclusive,
        maxExclusive: bound === "min" ? undefined : maxExclusive,
      });
    });

export const randomCount: fc.Arbitrary<Count> = fc
  .record({
    min: maybe(fc.integer({ min: 0, max: 3 })),
    max: maybe(fc.integer({ min: 0, max: 3 })),
    distinct: maybe(pick(["event", "day"] as const)),
  })
  .map(defined);
