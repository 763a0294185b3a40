/** How far a moment is known. A clock time begins at the hour, a date ends at the day. */
export const PRECISIONS = ["year", "month", "day", "hour", "minute", "second", "millisecond"] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * A date, a timestamp or a time of day, known as far as its fields go and no further.
 *
 * `fields` holds year, month (1 to 12), day, hour, minute, second, millisecond; a clock time starts with the hour. A
 * date is a date wherever it is read. A timestamp carries the offset that it was written with; without one its place on
 * the world's clock is unknown within a day.
 */
export type Moment = {
  readonly kind: "date" | "timestamp" | "time";
  readonly fields: readonly number[];
  readonly offsetMinutes?: number;
};

const RANGES: readonly (readonly [number, number])[] = [
  [1, 9999],
  [1, 12],
  [1, 31],
  [0, 23],
  [0, 59],
  [0, 59],
  [0, 999],
];

/** Where the fields of a kind begin in the order of `PRECISIONS`. */
export const firstField = (moment: Moment): number => (moment.kind === "time" ? 3 : 0);

/** The finest field that is known. */
export const precisionOf = (moment: Moment): Precision =>
  PRECISIONS[firstField(moment) + moment.fields.length - 1] ?? "year";

/** A moment, or undefined where a field is out of range or the day is not in its month. */
export function makeMoment(
  kind: Moment["kind"],
  fields: readonly number[],
  offsetMinutes?: number,
): Moment | undefined {
  const first = kind === "time" ? 3 : 0;
  const last = kind === "date" ? 3 : 7;
  if (fields.length === 0 || first + fields.length > last) return undefined;
  for (const [index, value] of fields.entries()) {
    const [low, high] = RANGES[first + index]!;
    if (!Number.isInteger(value) || value < low || value > high) return undefined;
  }
  if (kind !== "time" && fields.length > 2 && fields[2]! > daysInMonth(fields[0]!, fields[1]!)) return undefined;
  if (offsetMinutes === undefined || kind !== "timestamp") return { kind, fields };
  return Math.abs(offsetMinutes) > 14 * 60 ? undefined : { kind, fields, offsetMinutes };
}

const PATTERN =
  /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?)?(?:(T)(?:(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?)?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads ISO 8601 as FHIR and CQL write it: `2012`, `2012-03`, `2012-03-10`, `2012-03-10T10:20:00.999+07:00`, `T10:20`.
 * Undefined for anything else. Fractions of a second are cut to milliseconds.
 */
export function parseMoment(text: string): Moment | undefined {
  const match = PATTERN.exec(text);
  if (match === null || text === "") return undefined;
  const [, year, month, day, separator, hour, minute, second, fraction, zone] = match;
  const millisecond = fraction === undefined ? undefined : fraction.padEnd(3, "0").slice(0, 3);
  const clock = [hour, minute, second, millisecond];
  if (year === undefined) return zone === undefined ? makeMoment("time", known(clock)) : undefined;
  if (separator === undefined) return zone === undefined ? makeMoment("date", known([year, month, day])) : undefined;
  if (hour !== undefined && day === undefined) return undefined;
  return makeMoment("timestamp", known([year, month, day, ...clock]), zone === undefined ? undefined : readZone(zone));
}

const known = (fields: readonly (string | undefined)[]): number[] =>
  fields.slice(0, fields.includes(undefined) ? fields.indexOf(undefined) : fields.length).map(Number);

function readZone(zone: string): number {
  if (zone === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
}

/** ISO 8601; a timestamp without hours keeps its `T`, so that it is not read back as a date. */
export function formatMoment(moment: Moment): string {
  const padded = moment.fields.map((value, index) => {
    const place = firstField(moment) + index;
    return String(value).padStart(place === 0 ? 4 : place === 6 ? 3 : 2, "0");
  });
  const dateFields = moment.kind === "time" ? [] : padded.slice(0, 3);
  const [hour, minute, second, millisecond] = moment.kind === "time" ? padded : padded.slice(3);
  const clock = [hour, minute, second].filter((field) => field !== undefined).join(":");
  const fraction = millisecond === undefined ? "" : `.${millisecond}`;
  const mark = moment.kind === "date" ? "" : "T";
  return `${dateFields.join("-")}${mark}${clock}${fraction}${formatOffset(moment)}`;
}

function formatOffset({ offsetMinutes, fields }: Moment): string {
  if (offsetMinutes === undefined || fields.length < 4) return "";
  if (offsetMinutes === 0) return "Z";
  const size = Math.abs(offsetMinutes);
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${offsetMinutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** The calendar date of a moment as written, without regard to where it was written; undefined for a clock time. */
export const dateOf = (moment: Moment): Moment | undefined =>
  moment.kind === "time" ? undefined : { kind: "date", fields: moment.fields.slice(0, 3) };

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1 January 1970 of the proleptic Gregorian calendar. */
export const dayNumber = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
};

/** Year, month and day of a day number. */
export function dateOfDayNumber(days: number): readonly [number, number, number] {
  const date = new Date(days * DAY_MS);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export const DAY_MS = 86_400_000;
