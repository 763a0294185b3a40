import type { Rng } from "@qinghao/kernel";
import type { StageModel } from "../model/cancer-model.ts";
import { choose } from "../model/terms.ts";
import { drawStage, writeCancer } from "./cancer.ts";
import { drawDiseases, writeDisease, writeOthersDiseases } from "./diseases.ts";
import { kinds } from "./kinds.ts";
import type { Patient } from "./patient.ts";
import { drawDeath, drawPerson, drawSmoking, writeSmoking } from "./person.ts";
import { writeVisits } from "./visits.ts";
import { writeReproduction } from "./women.ts";

/**
 * Draws one patient and all that is true of him or her into the patient's events; nothing is wrong with them yet.
 * `from` and `asOf` are days since 1970-01-01.
 */
export function simulate(patient: Patient, rng: Rng, from: number, asOf: number): void {
  patient.reset(rng);
  drawPerson(patient, asOf);
  const smoking = drawSmoking(patient, asOf);
  drawDiseases(patient, asOf);
  const stages: (StageModel | null)[] = patient.active.map((active) => {
    const { cancer } = patient.model.diseases[active.disease]!;
    return cancer === null ? null : drawStage(patient, cancer, active);
  });
  drawDeath(patient, Math.max(from, patient.birth), asOf);
  for (let place = 0; place < patient.active.length; place++) {
    const active = patient.active[place]!;
    const diagnosis = writeDisease(patient, active);
    const stage = stages[place];
    const { cancer } = patient.model.diseases[active.disease]!;
    if (cancer !== null && stage !== null && stage !== undefined)
      writeCancer(patient, cancer, stage, active, diagnosis);
  }
  writeSmoking(patient, smoking);
  writeOthersDiseases(patient);
  writeReproduction(patient);
  writeAllergies(patient);
  writeVisits(patient);
}

function writeAllergies(patient: Patient): void {
  const { rng, events, model, observedFrom, last } = patient;
  const uniform = rng.next();
  const day = observedFrom + Math.floor(rng.next() * (last - observedFrom + 1));
  if (uniform < 0.09) events.goesOn(events.add(kinds.allergy, choose(model.allergies, rng.next()), day));
  else if (uniform < 0.15) events.columns.assertion[events.add(kinds.allergy, model.allergies.items[0]!, day)] = 1;
  if (rng.next() < 0.12) events.goesOn(events.add(kinds.consent, model.consent, day));
}
