import { clockFields, localMilliseconds } from "./instant.ts";
import {
  DAY_MS,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  type Moment,
  makeMoment,
  PRECISIONS,
  type Precision,
  precisionOf,
} from "./moment.ts";

/** A unit of the calendar or the clock. */
export type CalendarUnit = Precision | "week";

const MS: Readonly<Record<"week" | "day" | "hour" | "minute" | "second" | "millisecond", number>> = {
  week: 7 * DAY_MS,
  day: DAY_MS,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

/**
 * The moment `amount` calendar units later, earlier when negative; fractions of a unit are dropped. A day that the
 * month lacks becomes its last: 29 February 2012 and one year is 28 February 2013. A unit finer than the moment is
 * known is first turned into whole units of its precision (a year of 12 months or 365 days, a month of 30 days), so
 * that 2014 and 25 months is 2016. Undefined outside the years 1 to 9999, and past midnight for a clock time.
 */
export function addDuration(moment: Moment, amount: number, unit: CalendarUnit): Moment | undefined {
  const whole = Math.trunc(amount);
  if (!Number.isSafeInteger(whole)) return undefined;
  if (moment.kind === "time") return addToClock(moment, whole, unit);
  const precision = precisionOf(moment);
  if (precision === "year") return addMonths(moment, inMonths(whole, unit, 365) * 12);
  if (precision === "month") return addMonths(moment, inMonths(whole, unit, 30));
  if (unit === "year" || unit === "month") return addMonths(moment, unit === "year" ? whole * 12 : whole);
  return addMilliseconds(moment, whole * MS[unit], precision);
}

// For a moment known to the year (365) the result counts years, to the month (30) it counts months.
function inMonths(amount: number, unit: CalendarUnit, daysEach: 365 | 30): number {
  if (unit === "year") return daysEach === 365 ? amount : amount * 12;
  if (unit === "month") return daysEach === 365 ? Math.trunc(amount / 12) : amount;
  return Math.trunc((amount * MS[unit]) / DAY_MS / daysEach);
}

function addMonths(moment: Moment, months: number): Moment | undefined {
  const [year = 1, month = 1, day] = moment.fields;
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  if (newYear < 1 || newYear > 9999) return undefined;
  const calendar = [newYear, newMonth, ...(day === undefined ? [] : [Math.min(day, daysInMonth(newYear, newMonth))])];
  const fields = [...calendar, ...moment.fields.slice(3)].slice(0, moment.fields.length);
  return makeMoment(moment.kind, fields, moment.offsetMinutes);
}

function addMilliseconds(moment: Moment, milliseconds: number, precision: Precision): Moment | undefined {
  const step = MS[precision as keyof typeof MS];
  const local = localMilliseconds(moment) + Math.trunc(milliseconds / step) * step;
  const days = Math.floor(local / DAY_MS);
  if (days < dayNumber(1, 1, 1) || days > dayNumber(9999, 12, 31)) return undefined;
  const fields = [...dateOfDayNumber(days), ...clockFields(local - days * DAY_MS)].slice(0, moment.fields.length);
  return makeMoment(moment.kind, fields, moment.offsetMinutes);
}

function addToClock(moment: Moment, amount: number, unit: CalendarUnit): Moment | undefined {
  if (PRECISIONS.indexOf(unit as Precision) < PRECISIONS.indexOf("hour")) return undefined;
  const step = MS[precisionOf(moment) as keyof typeof MS];
  const moved = localMilliseconds(moment) + Math.trunc((amount * MS[unit as keyof typeof MS]) / step) * step;
  if (moved < 0 || moved >= DAY_MS) return undefined;
  return makeMoment("time", clockFields(moved).slice(0, moment.fields.length));
}
