import { type Truth, truthOf } from "@qinghao/kernel";
import { shareClock, withOffset } from "./instant.ts";
import { firstField, type Moment, PRECISIONS, type Precision } from "./moment.ts";

/** Before, same, after; undefined where the known fields do not decide. */
export type Order = -1 | 0 | 1 | undefined;

// No place on earth keeps a clock outside these, in minutes from UTC.
const OUTERMOST_OFFSETS = [-12 * 60, 14 * 60];

/**
 * Orders two moments field by field, from the year (a clock time: the hour) down, to `precision` or as far as both are
 * known. Fields that differ decide. Fields that agree until one of the two is no longer known leave the order unknown;
 * two moments known equally far and equal are the same. Timestamps with one offset compare as written, with two on the
 * clock of UTC; where only one of two carries an offset, the order is known only if no offset of the world could turn it.
 */
export function compareMoments(a: Moment, b: Moment, precision?: Precision): Order {
  if ((a.kind === "time") !== (b.kind === "time")) return undefined;
  if (needsOffset(a, b)) return compareAcrossOffsets(a, b, precision);
  const isMixed = shareClock(a, b) && a.offsetMinutes !== b.offsetMinutes;
  const left = isMixed ? withOffset(a, 0).fields : a.fields;
  const right = isMixed ? withOffset(b, 0).fields : b.fields;
  const limit = precision === undefined ? PRECISIONS.length : PRECISIONS.indexOf(precision) + 1;
  const end = limit - firstField(a);
  if (end <= 0) return undefined; // A clock time has no day to compare.
  for (let index = 0; index < end; index++) {
    const own = left[index];
    const other = right[index];
    if (own === undefined && other === undefined) return precision === undefined ? 0 : undefined;
    if (own === undefined || other === undefined) return undefined;
    if (own !== other) return own < other ? -1 : 1;
  }
  return 0;
}

// Both tell the hour, and one of them on an unknown clock. Dates and day-precise timestamps compare as written.
const needsOffset = (a: Moment, b: Moment): boolean =>
  a.kind === "timestamp" &&
  b.kind === "timestamp" &&
  a.fields.length > 3 &&
  b.fields.length > 3 &&
  (a.offsetMinutes === undefined) !== (b.offsetMinutes === undefined);

function compareAcrossOffsets(a: Moment, b: Moment, precision: Precision | undefined): Order {
  const local = (offsetMinutes: number): Moment => {
    const [zoned, bare] = a.offsetMinutes === undefined ? [b, a] : [a, b];
    const moved = withOffset(zoned, offsetMinutes);
    return { kind: bare.kind, fields: moved.fields };
  };
  const orders = OUTERMOST_OFFSETS.map((offset) => {
    const { fields } = local(offset);
    return a.offsetMinutes === undefined
      ? compareMoments({ kind: a.kind, fields: a.fields }, { kind: b.kind, fields }, precision)
      : compareMoments({ kind: a.kind, fields }, { kind: b.kind, fields: b.fields }, precision);
  });
  return orders[0] === orders[1] ? orders[0] : undefined;
}

const decided = (order: Order, test: (order: -1 | 0 | 1) => boolean): Truth =>
  order === undefined ? "unknown" : truthOf(test(order));

export const isBefore = (a: Moment, b: Moment, precision?: Precision): Truth =>
  decided(compareMoments(a, b, precision), (order) => order < 0);
export const isAfter = (a: Moment, b: Moment, precision?: Precision): Truth =>
  decided(compareMoments(a, b, precision), (order) => order > 0);
export const isSame = (a: Moment, b: Moment, precision?: Precision): Truth =>
  decided(compareMoments(a, b, precision), (order) => order === 0);
export const isSameOrBefore = (a: Moment, b: Moment, precision?: Precision): Truth =>
  decided(compareMoments(a, b, precision), (order) => order <= 0);
export const isSameOrAfter = (a: Moment, b: Moment, precision?: Precision): Truth =>
  decided(compareMoments(a, b, precision), (order) => order >= 0);
