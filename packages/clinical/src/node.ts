export { readPatientPath } from "./node/read-path.ts";
