import type { PatientRecord, Unmapped } from "../schema.ts";

/** What a reader made of a source: a record per patient, and everything it could not map, counted. */
export type ReadOutcome = { records: PatientRecord[]; unmapped: Unmapped[] };
