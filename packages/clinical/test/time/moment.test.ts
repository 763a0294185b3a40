import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDuration,
  compareMoments,
  compareRange,
  daysInMonth,
  durationBetween,
  formatMoment,
  isBefore,
  isSame,
  type Moment,
  makeMoment,
  parseMoment,
} from "../../src/time/index.ts";

const moment = (text: string): Moment => {
  const read = parseMoment(text);
  if (read === undefined) throw new Error(text);
  return read;
};
const added = (text: string, amount: number, unit: Parameters<typeof addDuration>[2]): string | undefined => {
  const result = addDuration(moment(text), amount, unit);
  return result === undefined ? undefined : formatMoment(result);
};

const anyDate = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => makeMoment("date", [year, month, Math.min(day, daysInMonth(year, month))])!);

describe("moments", () => {
  test.each([
    "2012",
    "2012-03",
    "2012-03-10",
    "2012-03-10T",
    "2012-03-10T10",
    "2012-03-10T10:20:00.999+07:00",
    "2012-03-10T10:20:00Z",
    "T10:20",
  ])("%s is read and written unchanged", (text) => {
    expect(formatMoment(moment(text))).toBe(text);
  });

  test.each([
    "",
    "2012-13",
    "2012-02-30",
    "2011-02-29",
    "2012-3-1",
    "T24:00",
    "2012-03T10",
    "2012-03-10Z",
    "T10:00Z",
    "x",
  ])("%s is no moment", (text) => expect(parseMoment(text)).toBeUndefined());

  test("a date is a date, and a timestamp without offset is certain only beyond every clock of the world", () => {
    expect(isSame(moment("2024-03-01"), moment("2024-03-01T23:30:00+08:00"), "day")).toBe("true");
    expect(isBefore(moment("2024-03-01T10:00:00"), moment("2024-03-01T12:00:00Z"))).toBe("unknown");
    expect(isBefore(moment("2024-02-28T10:00:00"), moment("2024-03-01T12:00:00Z"))).toBe("true");
    expect(isBefore(moment("2024-03-01T12:00:00Z"), moment("2024-02-28T10:00:00"))).toBe("false");
    expect(isSame(moment("2024-03-01T10:00:00+08:00"), moment("2024-03-01T02:00:00Z"))).toBe("true");
    expect(isBefore(moment("2024-03"), moment("2024-03-15"))).toBe("unknown");
    expect(isBefore(moment("2024-02"), moment("2024-03-15"))).toBe("true");
    expect(isSame(moment("T10:00"), moment("T11:00"), "day")).toBe("unknown");
  });

  test("the order of two moments turns with them", () => {
    const any = fc.oneof(
      anyDate,
      fc
        .constantFrom("2024", "2024-03", "2024-03-01T10:00:00Z", "2024-03-01T10:00:00", "2024-02-29T23:59:59+08:00")
        .map(moment),
    );
    fc.assert(
      fc.property(any, any, fc.constantFrom("year", "month", "day", undefined), (a, b, precision) => {
        const [there, back] = [compareMoments(a, b, precision), compareMoments(b, a, precision)];
        expect(there === undefined ? undefined : there + 0).toBe(back === undefined ? undefined : 0 - back);
      }),
    );
  });

  test("calendar arithmetic keeps to the end of the month and to the calendar", () => {
    expect(added("2024-01-31", 1, "month")).toBe("2024-02-29");
    expect(added("2023-01-31", 1, "month")).toBe("2023-02-28");
    expect(added("2012-02-29", 1, "year")).toBe("2013-02-28");
    expect(added("2024-03-31", -1, "month")).toBe("2024-02-29");
    expect(added("2024-02-28", 2, "week")).toBe("2024-03-13");
    expect(added("2024-12-31", 1.9, "day")).toBe("2025-01-01");
    expect(added("9999-12-31", 1, "day")).toBeUndefined();
    expect(added("0001-01-01", -1, "day")).toBeUndefined();
    expect(added("T23:00", 2, "hour")).toBeUndefined();
    expect(added("2024-03-01T10:00:00+08:00", 24, "hour")).toBe("2024-03-02T10:00:00+08:00");
  });

  test("days added are days between, and the platform's own calendar agrees", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const later = addDuration(date, days, "day");
        if (later === undefined) return;
        expect(durationBetween(date, later, "day")).toEqual({ low: days, high: days });
        const native = new Date(`${formatMoment(date)}T00:00:00Z`);
        native.setUTCDate(native.getUTCDate() + days);
        expect(formatMoment(later)).toBe(native.toISOString().slice(0, 10));
      }),
    );
  });

  test("an age that the birth year leaves open is a range, and a limit inside it stays unknown", () => {
    const age = durationBetween(moment("1970"), moment("2024-06-15"), "year")!;
    expect(age).toEqual({ low: 53, high: 54 });
    expect(compareRange(age, ">=", 18)).toBe("true");
    expect(compareRange(age, ">=", 54)).toBe("unknown");
    expect(compareRange(age, "=", 54)).toBe("unknown");
    expect(compareRange(age, "<", 50)).toBe("false");
  });

  test("a birthday of 29 February is reached on 28 February where the year has no other", () => {
    const years = (on: string) => durationBetween(moment("2004-02-29"), moment(on), "year");
    expect(years("2022-02-27")).toEqual({ low: 17, high: 17 });
    expect(years("2022-02-28")).toEqual({ low: 18, high: 18 });
  });
});
