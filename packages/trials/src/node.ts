export { type Cohorts, openCohorts } from "./funnel/cohorts.ts";
export type { SetAlgebra } from "./funnel/set-algebra.ts";
export type { TruthSets } from "./funnel/truth-sets.ts";
export { type Extract, openExtract } from "./node/extract.ts";
export { columnsOf, createExtract, type ExtractWriter } from "./node/extract-writer.ts";
export { roaringSets } from "./node/roaring-sets.ts";
export { type CriteriaDatabase, postgresDatabase } from "./sql/database.ts";
export { type ConceptDictionary, createDictionary, readDictionary } from "./sql/dictionary.ts";
export { type FactRow, type PersonRow, rowsOf } from "./sql/rows.ts";
