import {
  DAY_MS,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  firstField,
  type Moment,
  PRECISIONS,
  type Precision,
} from "./moment.ts";

const LOWEST = [1, 1, 1, 0, 0, 0, 0];

/**
 * The moment with every unknown field at its lowest or highest; a date stays a date and ends at the day. Fields of the
 * clock that are finer than `finest` stay at zero: they are written off, not unknown.
 */
export function completeMoment(moment: Moment, towards: "low" | "high", finest: Precision = "millisecond"): Moment {
  const first = firstField(moment);
  const length = moment.kind === "date" ? 3 : 7 - first;
  const fields = [...moment.fields];
  const last = Math.max(PRECISIONS.indexOf(finest), PRECISIONS.indexOf("day"));
  for (let index = fields.length; index < length; index++) {
    const place = first + index;
    fields.push(towards === "low" || place > last ? LOWEST[place]! : highest(fields, place));
  }
  return { ...moment, fields };
}

function highest(fields: readonly number[], place: number): number {
  if (place === 1) return 12;
  if (place === 2) return daysInMonth(fields[0]!, fields[1]!);
  return place === 3 ? 23 : place === 6 ? 999 : 59;
}

/** Milliseconds of a complete moment on its own local clock; of a clock time, since midnight. */
export function localMilliseconds(moment: Moment): number {
  const { fields } = moment;
  const clock = moment.kind === "time" ? fields : fields.slice(3);
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = clock;
  const ofDay = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
  if (moment.kind === "time") return ofDay;
  const [year = 1, month = 1, day = 1] = fields;
  return dayNumber(year, month, day) * DAY_MS + ofDay;
}

/** The same point of time on a clock with another offset, at the same precision; unchanged without hours or offset. */
export function withOffset(moment: Moment, offsetMinutes: number): Moment {
  if (moment.offsetMinutes === undefined || moment.offsetMinutes === offsetMinutes || moment.fields.length < 4) {
    return moment;
  }
  const shifted = localMilliseconds(moment) + (offsetMinutes - moment.offsetMinutes) * 60_000;
  return { ...fromLocalMilliseconds(shifted, moment.fields.length), offsetMinutes };
}

/** A timestamp from milliseconds on a local clock, cut to a number of fields. */
export function fromLocalMilliseconds(milliseconds: number, length: number): Moment {
  const days = Math.floor(milliseconds / DAY_MS);
  const rest = milliseconds - days * DAY_MS;
  const fields = [...dateOfDayNumber(days), ...clockFields(rest)];
  return { kind: "timestamp", fields: fields.slice(0, length) };
}

/** Hour, minute, second and millisecond of a time of day in milliseconds. */
export const clockFields = (milliseconds: number): readonly number[] => [
  Math.floor(milliseconds / 3_600_000),
  Math.floor(milliseconds / 60_000) % 60,
  Math.floor(milliseconds / 1000) % 60,
  milliseconds % 1000,
];

/** Whether both carry an offset and know the hour, so that they can stand on one clock. */
export const shareClock = (a: Moment, b: Moment): boolean =>
  a.offsetMinutes !== undefined && b.offsetMinutes !== undefined && a.fields.length > 3 && b.fields.length > 3;
