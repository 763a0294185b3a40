import { factId, patientId, type Settled } from "./options.ts";
import type { Drawn } from "./patient-stream.ts";
import { type DirtKind, dirtKinds } from "./tables/dirt.ts";

/** One thing that is wrong on purpose. `fact` is null where it is the person's own row. */
export type DirtNote = { patient: string; kind: DirtKind; fact: string | null; of: string | null };

/** Diseases that the patient truly has, by the id of their table, whatever the record says of them. */
export type GroundTruth = { patient: string; diseases: { id: string; subtype: string }[]; dirt: DirtNote[] };

export function groundTruthOf(settled: Settled, drawn: Drawn): GroundTruth {
  const patient = patientId(settled, drawn.index);
  const { events, model } = drawn.patient;
  const dirt: DirtNote[] = [];
  if (drawn.duplicateOf !== null) {
    dirt.push({ patient, kind: "duplicate-person", fact: null, of: patientId(settled, drawn.duplicateOf) });
  }
  if (drawn.birthLow !== drawn.birthHigh) dirt.push({ patient, kind: "partial-birth-date", fact: null, of: null });
  for (let row = 0; row < events.count; row++) {
    const number = events.columns.dirt[row]!;
    if (number === 0) continue;
    const of = events.columns.dirtOf[row]!;
    dirt.push({
      patient,
      kind: dirtKinds[number - 1]!,
      fact: factId(patient, row),
      of: of < 0 ? null : factId(patient, of),
    });
  }
  const diseases = drawn.patient.active.map((active) => {
    const { module } = model.diseases[active.disease]!;
    return { id: module.id, subtype: module.subtypes[active.subtype]!.id };
  });
  return { patient, diseases, dirt };
}
