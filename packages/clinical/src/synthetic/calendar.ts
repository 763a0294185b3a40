import { calendarOf, dayOf, daysInMonth, isoOfDay } from "../dates.ts";

/** First and last day of the month that a day falls in. */
export function monthOf(day: number): [number, number] {
  const { year, month } = calendarOf(day);
  return [dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month))];
}

export function yearOf(day: number): [number, number] {
  const { year } = calendarOf(day);
  return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
}

/** The text of an interval of days that is a day, a month or a year. */
export function isoOfInterval(low: number, high: number): string {
  const iso = isoOfDay(low);
  if (low === high) return iso;
  return high - low > 31 ? iso.slice(0, 4) : iso.slice(0, 7);
}
