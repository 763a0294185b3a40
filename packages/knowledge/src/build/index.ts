export { Assembly, type UnmappedRow } from "./assembly.ts";
export { assembleCore } from "./build-core.ts";
export { type BuiltPacks, buildPacks } from "./build-packs.ts";
export { assembleShareAlike } from "./build-share-alike.ts";
export * from "./gates.ts";
export { identifierPatterns } from "./identifier-patterns.ts";
export { ownSource } from "./own-source.ts";
export { browserRowsOf, packRowsOf } from "./pack-rows.ts";
export {
  type DatasetFacts,
  datasetFactsSchema,
  type Sources,
  type SourceTables,
  sourceInfoOf,
} from "./source-tables.ts";
