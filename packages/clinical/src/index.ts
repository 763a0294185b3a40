export * from "./ctcae/index.ts";
export {
  type CalendarUnit,
  calendarOf,
  completedMonths,
  completedUnits,
  type DaySpan,
  dayOf,
  daysInMonth,
  exactDay,
  isoOfDay,
  shiftDay,
  spanOf,
} from "./dates.ts";
export type { CodeResolver, LabItem, ResolvedCode } from "./resolver.ts";
export * from "./schema.ts";
export * from "./scores/index.ts";
export * from "./units/index.ts";
