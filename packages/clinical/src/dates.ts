import type { PartialDate } from "./schema.ts";

/**
 * Calendar days as whole numbers: days since 1970-01-01, no time zone and no clock. An imprecise date is the interval
 * of the days it may mean; an instant counts on the date written in it.
 */
export type DaySpan = { readonly lo: number; readonly hi: number };

/** Units of a calendar distance. */
export type CalendarUnit = "hour" | "day" | "week" | "month" | "year";

const MS_PER_DAY = 86_400_000;

/**
 * Days since 1970-01-01 of a proleptic Gregorian date; `month` counts from 1. Years run from March to February here, so that
 * the leap day is the last one: of every 400 years 146 097 days, of every month the days before it by one line.
 */
export function dayOf(year: number, month: number, day: number): number {
  const isEarly = month < 3;
  const fromMarch = isEarly ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const ofEra = fromMarch - era * 400;
  const ofYear = Math.floor((153 * (isEarly ? month + 9 : month - 3) + 2) / 5) + day - 1;
  const leapDays = Math.floor(ofEra / 4) - Math.floor(ofEra / 100);
  return era * 146_097 + ofEra * 365 + leapDays + ofYear - DAYS_TO_1970;
}

/** Days from 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;

export const daysInMonth = (year: number, month: number): number =>
  (month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)) - dayOf(year, month, 1);

/** Year, month (from 1) and day of a day number. */
export function calendarOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2024-05-03` of a day number. */
export function isoOfDay(day: number): string {
  const at = calendarOf(day);
  const year = String(at.year).padStart(4, "0");
  return `${year}-${String(at.month).padStart(2, "0")}-${String(at.day).padStart(2, "0")}`;
}

/**
 * The days a date may mean. A day that its month does not have (31 April) is known to the month only. Text that is no
 * date at all is a fault of the reader and throws a RangeError.
 */
export function spanOf(date: PartialDate): DaySpan {
  const year = Number(date.slice(0, 4));
  if (date.length < 4 || !Number.isInteger(year)) throw new RangeError(`not a date: ${date}`);
  if (date.length < 7) return { lo: dayOf(year, 1, 1), hi: dayOf(year, 12, 31) };
  const month = Number(date.slice(5, 7));
  const last = daysInMonth(year, month);
  const day = date.length < 10 ? 0 : Number(date.slice(8, 10));
  if (day < 1 || day > last) return { lo: dayOf(year, month, 1), hi: dayOf(year, month, last) };
  const exact = dayOf(year, month, day);
  return { lo: exact, hi: exact };
}

/** The day of a whole date; a RangeError for one that is less precise than a day. */
export function exactDay(date: PartialDate): number {
  const { lo, hi } = spanOf(date);
  if (lo !== hi) throw new RangeError(`not a whole date: ${date}`);
  return lo;
}

/**
 * A day moved by a calendar distance: a month or year later is the same day of the month, or the month's last day where
 * that does not exist; hours count whole days only (23 h is the same day). Parts of a week are days rounded towards
 * zero, parts of a month are thirtieths, parts of a year are months. Infinite days stay where they are.
 */
export function shiftDay(day: number, value: number, unit: CalendarUnit): number {
  if (!Number.isFinite(day)) return day;
  switch (unit) {
    case "hour":
      return day + Math.trunc(value / 24);
    case "day":
      return day + Math.trunc(value);
    case "week":
      return day + Math.trunc(value * 7);
    case "month":
      return shiftMonths(day, value);
    case "year":
      return shiftMonths(day, value * 12);
  }
}

function shiftMonths(day: number, months: number): number {
  const whole = Math.trunc(months);
  const at = calendarOf(day);
  const index = at.year * 12 + (at.month - 1) + whole;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(at.day, daysInMonth(year, month))) + Math.trunc((months - whole) * 30);
}

/** Completed months between two days; negative where `to` lies before `from`. */
export function completedMonths(from: number, to: number): number {
  if (to < from) return -completedMonths(to, from);
  const start = calendarOf(from);
  const end = calendarOf(to);
  const months = (end.year - start.year) * 12 + (end.month - start.month);
  // Whoever was born on the 31st completes the month on its last day.
  return shiftMonths(from, months) > to ? months - 1 : months;
}

/** Completed calendar units between two days, as ages are counted. */
export function completedUnits(from: number, to: number, unit: "day" | "week" | "month" | "year"): number {
  switch (unit) {
    case "day":
      return to - from;
    case "week":
      return Math.floor((to - from) / 7);
    case "month":
      return completedMonths(from, to);
    case "year":
      return Math.floor(completedMonths(from, to) / 12);
  }
}
