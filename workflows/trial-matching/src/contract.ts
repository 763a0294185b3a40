/**
 * How to put a question to several hospitals. A workflow's id is the run's id; results are in the run's rows. To stop a
 * run, cancel the workflow by its id. Payloads carry the signed criteria, ids and released values: never a patient.
 */
export * from "./names.ts";
