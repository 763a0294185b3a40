import type { PatientRecord } from "../schema.ts";
import { type GroundTruth, groundTruthOf } from "./ground-truth.ts";
import { type GenerateOptions, settle } from "./options.ts";
import { PatientStream } from "./patient-stream.ts";
import { toRecord } from "./records.ts";

/**
 * Synthetic patients, one after the other. Patient `i` of a seed is the same whatever the count, the start and the order.
 * Errors: RangeError where an option cannot be used.
 */
export function* generatePatients(options: GenerateOptions): Generator<PatientRecord> {
  for (const { record } of generateWithTruth(options)) yield record;
}

/** The same with what is true of each patient and what was spoilt on purpose. */
export function* generateWithTruth(options: GenerateOptions): Generator<{ record: PatientRecord; truth: GroundTruth }> {
  const settled = settle(options);
  const stream = new PatientStream(settled);
  for (let index = settled.first; index < settled.end; index++) {
    const drawn = stream.draw(index);
    yield { record: toRecord(settled, stream.model, drawn), truth: groundTruthOf(settled, drawn) };
  }
}
