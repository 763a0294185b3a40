import type { FactKind } from "@qinghao/clinical";
import type { Offset, Window } from "../criteria/ranges.schema.ts";
import { defaultPart } from "../evaluate/day-window.ts";

/** Whether every event in `narrow` lies in `wide` too, whatever the index date is: months differ in length. */
export function holdsWindow(wide: Window, narrow: Window, kind: FactKind): boolean {
  const part = (window: Window) => window.part ?? defaultPart(kind);
  if (part(wide) !== part(narrow)) return false;
  const startsIn = wide.from === undefined || (narrow.from !== undefined && isNotLater(wide.from, narrow.from));
  return startsIn && isNotLater(narrow.to ?? indexDay, wide.to ?? indexDay);
}

const indexDay: Offset = { value: 0, unit: "day" };

/** Whether one day relative to the index date is never after another. Hours count as parts of the day they are in. */
function isNotLater(one: Offset, other: Offset): boolean {
  const [a, b] = [monthsOf(one), monthsOf(other)];
  if (a !== null && b !== null) return a <= b;
  return daysOf(one).hi <= daysOf(other).lo;
}

const monthsOf = ({ value, unit }: Offset): number | null =>
  unit === "month" ? value : unit === "year" ? value * 12 : null;

// The fewest and the most days that so many units can have.
const lengths = {
  hour: { least: 0, most: 1 },
  day: { least: 1, most: 1 },
  week: { least: 7, most: 7 },
  month: { least: 28, most: 31 },
  year: { least: 365, most: 366 },
} as const;

function daysOf({ value, unit }: Offset): { lo: number; hi: number } {
  const { least, most } = lengths[unit];
  const ends = [value * least, value * most];
  return { lo: Math.min(...ends), hi: Math.max(...ends) };
}
