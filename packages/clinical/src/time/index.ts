export { addDuration, type CalendarUnit } from "./add-duration.ts";
export {
  compareMoments,
  isAfter,
  isBefore,
  isSame,
  isSameOrAfter,
  isSameOrBefore,
  type Order,
} from "./compare.ts";
export { compareRange, differenceBetween, durationBetween, type NumberRange } from "./duration-between.ts";
export { completeMoment, withOffset } from "./instant.ts";
export { type Endpoint, type Interval, makeInterval, type Span, spanOf, spanOfPoint } from "./interval.ts";
export { type Relations, relationsOn } from "./interval-relations.ts";
export { type Line, momentLine, numberLine } from "./line.ts";
export {
  dateOf,
  daysInMonth,
  formatMoment,
  isLeapYear,
  type Moment,
  makeMoment,
  PRECISIONS,
  type Precision,
  parseMoment,
  precisionOf,
} from "./moment.ts";
