import { describe, expect, test } from "vitest";
import {
  type Interval,
  type Moment,
  makeInterval,
  momentLine,
  numberLine,
  parseMoment,
  relationsOn,
  spanOf,
  spanOfPoint,
} from "../../src/time/index.ts";

const date = (text: string): Moment => parseMoment(text)!;
const during = (low: string | null, high: string | null, closed = true): Interval<Moment> => ({
  low: low === null ? null : date(low),
  high: high === null ? null : date(high),
  lowClosed: true,
  highClosed: closed,
});
const on = relationsOn(momentLine);
const span = (interval: Interval<Moment>) => spanOf(momentLine, interval);

describe("intervals of time", () => {
  const course = during("2024-01-10", "2024-03-20");

  test("a course without an end is unbounded when it goes on, and unknown when nobody wrote it down", () => {
    const later = spanOfPoint(date("2024-06-01"));
    expect(on.includes(span(during("2024-01-10", null)), later)).toBe("true");
    expect(on.includes(span(during("2024-01-10", null, false)), later)).toBe("unknown");
    expect(on.includes(span(during("2024-01-10", null, false)), spanOfPoint(date("2024-01-09")))).toBe("false");
  });

  test("an end known to the month leaves open only what lies in the month", () => {
    const vague = span(during("2024-01-10", "2024-03"));
    expect(on.includes(vague, spanOfPoint(date("2024-02-28")))).toBe("true");
    expect(on.includes(vague, spanOfPoint(date("2024-03-15")))).toBe("unknown");
    expect(on.includes(vague, spanOfPoint(date("2024-04-01")))).toBe("false");
    expect(on.overlaps(vague, span(during("2024-03-25", "2024-04-10")))).toBe("unknown");
  });

  test("relations of two courses", () => {
    expect(on.before(span(course), span(during("2024-03-21", "2024-04-01")))).toBe("true");
    expect(on.meets(span(course), span(during("2024-03-21", "2024-04-01")))).toBe("true");
    expect(on.overlaps(span(course), span(during("2024-03-20", "2024-04-01")))).toBe("true");
    expect(on.properlyIncludes(span(course), span(course))).toBe("false");
    expect(on.intersect(course, during("2024-03-01", null))).toEqual(during("2024-03-01", "2024-03-20"));
    expect(on.intersect(course, during("2024-04-01", null))).toBeUndefined();
  });

  test("what ends before it starts is no interval", () => {
    expect(makeInterval(momentLine, during("2024-03-20", "2024-01-10"))).toBeUndefined();
    expect(makeInterval(numberLine(1), { low: 5, high: 5, lowClosed: true, highClosed: false })).toBeUndefined();
    expect(makeInterval(momentLine, during("2024-03", "2024-03-01"))).toBeDefined();
  });
});
