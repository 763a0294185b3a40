export { readPatientBatches, readPatientPath } from "./node/read-path.ts";
