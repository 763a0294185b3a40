export { knowledgeErrors } from "./errors.ts";
export { KnowledgePack } from "./pack/knowledge-pack.ts";
export type { ConceptRow, EdgeRow, KeysOfTerm, PackRows, TermRow, XrefRow } from "./pack/rows.ts";
export { writePack } from "./pack/write-pack.ts";
export * from "./schema.ts";
export { keysOfTerm } from "./text/keys.ts";
export {
  type ProjectEntry,
  projectCodeSchema,
  projectConceptSchema,
  projectEntrySchema,
  projectNameSchema,
} from "./project/entry.schema.ts";
export { type RefusedLine, readEntryTable, writeEntryTable } from "./project/entry-table.ts";
export { buildProjectPack, localCodeId } from "./project/project-pack.ts";
