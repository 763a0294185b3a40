export { predictProperties } from "./predict-properties.workflow.ts";
