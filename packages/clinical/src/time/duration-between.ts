import { type Truth, truthOf } from "@qinghao/kernel";
import type { CalendarUnit } from "./add-duration.ts";
import { completeMoment, localMilliseconds, shareClock, withOffset } from "./instant.ts";
import { DAY_MS, dayNumber, daysInMonth, type Moment } from "./moment.ts";

/** A whole number that is known to lie in a range, both ends included; exact when they are equal. */
export type NumberRange = { readonly low: number; readonly high: number };

/**
 * Whole units that pass from `a` to `b`, negative when `b` is earlier: 31 January to 1 February is no month. What the
 * moments leave open makes a range: 2005 to 2010 is 4 or 5 years; fields of the clock finer than the unit count as
 * zero where they are missing, so that 15 January to 1 February is 17 days and no range. Undefined between a clock time and a date.
 */
export function durationBetween(a: Moment, b: Moment, unit: CalendarUnit): NumberRange | undefined {
  return overRange(a, b, unit, (from, to) => wholeUnits(from, to, unit));
}

/**
 * Boundaries of the unit that lie between `a` and `b`: 31 January to 1 February is one month. Days and longer units go
 * by the dates as written; a week begins on Sunday.
 */
export function differenceBetween(a: Moment, b: Moment, unit: CalendarUnit): NumberRange | undefined {
  return overRange(a, b, unit, (from, to) => boundaries(from, to, unit));
}

function overRange(
  a: Moment,
  b: Moment,
  unit: CalendarUnit,
  measure: (from: Moment, to: Moment) => number | undefined,
): NumberRange | undefined {
  if ((a.kind === "time") !== (b.kind === "time")) return undefined;
  const finest = unit === "week" ? "day" : unit;
  const low = measure(completeMoment(a, "high", finest), completeMoment(b, "low", finest));
  const high = measure(completeMoment(a, "low", finest), completeMoment(b, "high", finest));
  return low === undefined || high === undefined ? undefined : { low, high };
}

const CLOCK_MS: Readonly<Record<string, number>> = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 };

function wholeUnits(from: Moment, to: Moment, unit: CalendarUnit): number | undefined {
  const other = shareClock(from, to) ? withOffset(to, from.offsetMinutes!) : to;
  const elapsed = localMilliseconds(other) - localMilliseconds(from);
  const clock = CLOCK_MS[unit];
  if (clock !== undefined) return whole(elapsed / clock);
  if (from.kind === "time") return undefined;
  if (unit === "day") return whole(elapsed / DAY_MS);
  if (unit === "week") return whole(elapsed / (7 * DAY_MS));
  const months = elapsed < 0 ? -wholeMonths(other, from) : wholeMonths(from, other);
  return whole(unit === "year" ? months / 12 : months);
}

// From the earlier to the later; a day that the last month lacks counts as its last day.
function wholeMonths(from: Moment, to: Moment): number {
  const [year, month, day] = from.fields as [number, number, number];
  const [laterYear, laterMonth, laterDay] = to.fields as [number, number, number];
  const months = (laterYear - year) * 12 + laterMonth - month;
  const dueDay = Math.min(day, daysInMonth(laterYear, laterMonth));
  if (laterDay !== dueDay) return laterDay < dueDay ? months - 1 : months;
  return timeOfDay(to) < timeOfDay(from) ? months - 1 : months;
}

const timeOfDay = (moment: Moment): number => localMilliseconds({ kind: "time", fields: moment.fields.slice(3) });

function boundaries(from: Moment, to: Moment, unit: CalendarUnit): number | undefined {
  const clock = CLOCK_MS[unit];
  if (clock !== undefined) {
    const other = shareClock(from, to) ? withOffset(to, from.offsetMinutes!) : to;
    return Math.floor(localMilliseconds(other) / clock) - Math.floor(localMilliseconds(from) / clock);
  }
  if (from.kind === "time") return undefined;
  const [year, month, day] = from.fields as [number, number, number];
  const [laterYear, laterMonth, laterDay] = to.fields as [number, number, number];
  if (unit === "year") return laterYear - year;
  if (unit === "month") return (laterYear - year) * 12 + laterMonth - month;
  const first = dayNumber(year, month, day);
  const last = dayNumber(laterYear, laterMonth, laterDay);
  return unit === "day" ? last - first : weekOf(last) - weekOf(first);
}

// 1 January 1970 was a Thursday: four days after a Sunday.
const weekOf = (days: number): number => Math.floor((days + 4) / 7);

const whole = (value: number): number => Math.trunc(value) + 0;

/** Compares a range with a number: unknown where only a part of the range satisfies. */
export function compareRange(range: NumberRange, operator: "<" | "<=" | "=" | ">=" | ">", value: number): Truth {
  const holds = (own: number): boolean => {
    if (operator === "<") return own < value;
    if (operator === "<=") return own <= value;
    return operator === ">" ? own > value : own >= value;
  };
  if (operator === "=") {
    if (range.low === range.high) return truthOf(range.low === value);
    return value < range.low || value > range.high ? "false" : "unknown";
  }
  const low = holds(range.low);
  return low === holds(range.high) ? truthOf(low) : "unknown";
}
