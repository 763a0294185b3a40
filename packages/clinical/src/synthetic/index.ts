export { type FactColumns, generateColumns, type PatientChunk, type PersonColumns } from "./columns.ts";
export { NO_DAY_HIGH, NO_DAY_LOW } from "./events.ts";
export { generatePatients, generateWithTruth } from "./generate.ts";
export type { DirtNote, GroundTruth } from "./ground-truth.ts";
export { type Setting, settings } from "./model/look-up.ts";
export { type Flavour, flavours } from "./model/module.ts";
export { FACTS_PER_PATIENT, factId, type GenerateOptions, MOST_PATIENTS, patientId } from "./options.ts";
export { codeSystems } from "./tables/code-systems.ts";
export { type DirtKind, dirtKinds } from "./tables/dirt.ts";
