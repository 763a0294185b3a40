export { knowledgeErrors } from "./errors.ts";
export { expand } from "./expand/expand.ts";
export type { DualCode, ExcludedCode, ExpandedCode, Expansion, ReasonStep } from "./expand/expansion.ts";
export { type CodeSystem, codeSystemNames, codeSystems } from "./expand/systems.ts";
export {
  type Concept,
  type ConceptEdge,
  type ConceptName,
  type ConceptXref,
  type EdgeQuery,
  Knowledge,
  openKnowledge,
} from "./knowledge.ts";
export { link } from "./link/link.ts";
export type { LinkCandidate, LinkOptions, Mention, Normalisation, Qualifier } from "./link/mention.ts";
export {
  linkCandidateSchema,
  mentionSchema,
  normalisations,
  type QualifierKind,
  qualifierKinds,
  qualifierSchema,
} from "./link/mention.ts";
export { KnowledgePack } from "./pack/knowledge-pack.ts";
export type { ConceptRow, EdgeRow, KeysOfTerm, PackRows, TermRow, XrefRow } from "./pack/rows.ts";
export { writePack } from "./pack/write-pack.ts";
export {
  type ProjectEntry,
  projectCodeSchema,
  projectConceptSchema,
  projectEntrySchema,
  projectNameSchema,
} from "./project/entry.schema.ts";
export { type RefusedLine, readEntryTable, writeEntryTable } from "./project/entry-table.ts";
export { buildProjectPack, localCodeId } from "./project/project-pack.ts";
export * from "./schema.ts";
export { addSearchIndex } from "./search/add-search-index.ts";
export type { Highlight } from "./search/highlight.ts";
export { type SearchHit, type SearchOptions, search } from "./search/search.ts";
export { foldTypography } from "./text/characters.ts";
export { keysOfTerm, normaliseText } from "./text/keys.ts";
export { type Tokens, tokenize } from "./text/tokens.ts";
