export { readOmop } from "./read-omop.ts";
export { type CsvRow, type OmopTables, readTables } from "./rows.ts";
