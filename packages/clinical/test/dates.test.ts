import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf, completedUnits, dayOf, daysInMonth, exactDay, isoOfDay, shiftDay, spanOf } from "../src/index.ts";

describe("spanOf", () => {
  test.each([
    ["1970-01-01", "1970-01-01", "1970-01-01"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
    ["2023", "2023-01-01", "2023-12-31"],
    ["2024-05-20T23:59:00-11:00", "2024-05-20", "2024-05-20"],
    ["2024-05-21T00:00:00+14:00", "2024-05-21", "2024-05-21"],
    ["2023-02-30", "2023-02-01", "2023-02-28"],
    ["0050-06-01", "0050-06-01", "0050-06-01"],
  ])("%s runs from %s to %s", (date, lo, hi) => {
    const span = spanOf(date);
    expect([isoOfDay(span.lo), isoOfDay(span.hi)]).toEqual([lo, hi]);
  });
  test("1970-01-01 is day 0 and 2000-03-01 day 11017", () => {
    expect(spanOf("1970-01-01").lo).toBe(0);
    expect(dayOf(2000, 3, 1)).toBe(11_017);
  });
  test("refuses what is no date", () => {
    expect(() => spanOf("soon")).toThrow(RangeError);
    expect(() => exactDay("2024-05")).toThrow(RangeError);
  });
});

test("day numbers are those of the platform's own calendar", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 9998 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (year, month, day) => {
        expect(dayOf(year, month, day)).toBe(Date.UTC(year, month - 1, day) / 86_400_000);
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      },
    ),
  );
});

test("a day number and its calendar date are each other's inverse", () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (day) => {
      const { year, month, day: ofMonth } = calendarOf(day);
      expect(dayOf(year, month, ofMonth)).toBe(day);
    }),
  );
});

describe("shiftDay", () => {
  test.each([
    ["2024-01-31", 1, "month", "2024-02-29"],
    ["2023-03-31", -1, "month", "2023-02-28"],
    ["2024-02-29", 1, "year", "2025-02-28"],
    ["2024-02-29", -4, "year", "2020-02-29"],
    ["2024-05-20", -2, "week", "2024-05-06"],
    ["2024-05-20", -23, "hour", "2024-05-20"],
    ["2024-05-20", -24, "hour", "2024-05-19"],
    ["2024-05-20", 0.5, "year", "2024-11-20"],
    ["2024-05-20", 1.5, "week", "2024-05-30"],
  ] as const)("%s moved by %s %s is %s", (from, value, unit, to) => {
    expect(isoOfDay(shiftDay(exactDay(from), value, unit))).toBe(to);
  });
});

describe("completedUnits", () => {
  test.each([
    ["1974-05-20", "2024-05-20", "year", 50],
    ["1974-05-21", "2024-05-20", "year", 49],
    ["2000-02-29", "2001-02-27", "year", 0],
    ["2000-02-29", "2001-02-28", "year", 1],
    ["2024-01-31", "2024-02-29", "month", 1],
    ["2024-05-01", "2024-05-14", "week", 1],
    ["2024-05-01", "2024-05-15", "week", 2],
  ] as const)("from %s to %s there are whole %s: %s", (from, to, unit, expected) => {
    expect(completedUnits(exactDay(from), exactDay(to), unit)).toBe(expected);
  });
});
