export { readOmopFolder } from "./node/read-omop-folder.ts";
export { loadCdm } from "./node/load-cdm.ts";
export { runCohortOnDuckDb } from "./node/run-duckdb.ts";
