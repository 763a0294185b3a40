export { type ConceptLookup, conceptTable } from "./concepts.ts";
export { readOmop } from "./read-omop.ts";
export { type CsvRow, type OmopTables, personTables } from "./rows.ts";
export { type OmopLine, type OmopSource, writeOmop } from "./write-omop.ts";
export { type OmopTable, omopTables } from "./write-tables.ts";
