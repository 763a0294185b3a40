import { circumstanceTables } from "./circumstance-tables.ts";
import { clinicalTables } from "./clinical-tables.ts";
import { eventTables } from "./event-tables.ts";
import { measurementTables } from "./measurement-tables.ts";
import type { SpecTable } from "./spec-table.ts";
import { stageTables } from "./stage-tables.ts";

export { asOf } from "./record-builder.ts";
export type { SpecRow, SpecTable } from "./spec-table.ts";

/** Every table; each engine runs all of them. */
export const specTables: readonly SpecTable[] = [
  ...eventTables,
  ...measurementTables,
  ...clinicalTables,
  ...stageTables,
  ...circumstanceTables,
];
