import type { Day } from "./definition.ts";

const msPerDay = 86_400_000;

/** Days since 1970-01-01 of a calendar date yyyy-mm-dd (a time of day behind it is ignored); null when it is no date. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, day);
  const back = new Date(ms);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? ms / msPerDay : null;
}

/** The calendar date yyyy-mm-dd of a day. */
export const formatDay = (day: Day): string => new Date(day * msPerDay).toISOString().slice(0, 10);

export const yearOf = (day: Day): number => new Date(day * msPerDay).getUTCFullYear();
