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
export { clinicalErrors } from "./errors.ts";
export { readFhir } from "./fhir/index.ts";
export { type CsvRow, type OmopTables, readOmop, readTables } from "./omop/index.ts";
export { type ReadOutcome, readQuantity, toCanonical, ucumOf } from "./read/index.ts";
export type { CodeResolver, LabItem, ResolvedCode } from "./resolver.ts";
export * from "./schema.ts";
export * from "./scores/index.ts";
export * from "./units/index.ts";
