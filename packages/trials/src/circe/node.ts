export { loadCdm } from "./node/load-cdm.ts";
export { readOmopFolder } from "./node/read-omop-folder.ts";
export { runCohortOnDuckDb } from "./node/run-duckdb.ts";
