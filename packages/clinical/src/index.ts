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
export { type FhirBundle, type FhirResource, readFhir, writeBundle, writeFhir, writeNdjson } from "./fhir/index.ts";
export {
  type CsvRow,
  type OmopLine,
  type OmopSource,
  type OmopTables,
  omopTables,
  readOmop,
  writeOmop,
} from "./omop/index.ts";
export { fastingOfNames } from "./read/fasting.ts";
export { type ReadOutcome, readQuantity, toCanonical, UnmappedCounter, ucumOf } from "./read/index.ts";
export type { CodeResolver, LabItem, ResolvedCode } from "./resolver.ts";
export * from "./schema.ts";
export * from "./scores/index.ts";
export { type Flavour, type GenerateOptions, generatePatients } from "./synthetic/index.ts";
export * from "./units/index.ts";
