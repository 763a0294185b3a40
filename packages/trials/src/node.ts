export {
  type Attrition,
  attritionOf,
  type CriterionAttrition,
  type Eligible,
  type FunnelCriterion,
  type FunnelStep,
  othersOf,
  type Population,
  sequentialFunnel,
} from "./funnel/attrition.ts";
export { type CohortCriterion, type Cohorts, openCohorts } from "./funnel/cohorts.ts";
export { denseSets } from "./funnel/dense-sets.ts";
export type { SetAlgebra } from "./funnel/set-algebra.ts";
export type { TruthSets } from "./funnel/truth-sets.ts";
export { type NearMissBin, openWhatIf, type WhatIf, type WhatIfPoint, type WhatIfSlider } from "./funnel/what-if.ts";
export { type Extract, openExtract } from "./node/extract.ts";
export { columnsOf, createExtract, EXTRACT_LAYOUT, type ExtractWriter } from "./node/extract-writer.ts";
export { roaringSets } from "./node/roaring-sets.ts";
export { truthNumbers, truthOfNumber, truthQueries, truthQuery } from "./sql/assemble.ts";
export { compileTree as compileTreeToSql } from "./sql/compile.ts";
export type { CompileContext } from "./sql/context.ts";
export { type CriteriaDatabase, postgresDatabase, type SqlRunner } from "./sql/database.ts";
export { type ConceptDictionary, createDictionary, readDictionary } from "./sql/dictionary.ts";
export type { SliderLeaf } from "./sql/leaf-values.ts";
export {
  dictionaryOf,
  type FactRow,
  type PersonRow,
  type RowOptions,
  type Rows,
  rowsOf,
  type SourceRow,
} from "./sql/rows.ts";
export { createSchema, createTable, type Dialect, factTables, sourceTable } from "./sql/tables.ts";
