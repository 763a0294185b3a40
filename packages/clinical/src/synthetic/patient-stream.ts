import { createRng } from "@qinghao/kernel";
import { monthOf, yearOf } from "./calendar.ts";
import { addDirt } from "./dirt.ts";
import { modelOf } from "./model/compile.ts";
import { FACTS_PER_PATIENT, type Settled } from "./options.ts";
import { Patient } from "./simulate/patient.ts";
import { simulate } from "./simulate/simulate.ts";
import { streamSeed } from "./streams.ts";
import { personDirt } from "./tables/dirt.ts";

const HAPPENED = 1;
const WRITTEN = 2;

/** A patient as the record has him or her; `patient` is overwritten by the next draw. */
export type Drawn = {
  readonly index: number;
  readonly patient: Patient;
  /** The patient who is entered here a second time, under another id. */
  readonly duplicateOf: number | null;
  readonly birthLow: number;
  readonly birthHigh: number;
};

/** Draws patients by number, in any order. */
export class PatientStream {
  readonly settled: Settled;
  readonly #patient: Patient;

  constructor(settled: Settled) {
    this.settled = settled;
    this.#patient = new Patient(modelOf(settled.flavour, settled.setting), createRng(0));
  }

  get model(): Patient["model"] {
    return this.#patient.model;
  }

  draw(index: number): Drawn {
    const { seed, since, asOf, dirt } = this.settled;
    const patient = this.#patient;
    const written = createRng(streamSeed(seed, index, WRITTEN));
    // Only odd numbers repeat their predecessor, so that nobody is entered three times; hence twice the share.
    const isRepeated = written.next() < 2 * personDirt["duplicate-person"] * dirt && index % 2 === 1;
    const original = isRepeated ? index - 1 : index;
    simulate(patient, createRng(streamSeed(seed, original, HAPPENED)), since, asOf);
    const birth = patient.birth;
    const isPartial = written.next() < personDirt["partial-birth-date"] * dirt;
    const [birthLow, birthHigh] = isPartial ? (written.next() < 0.3 ? monthOf(birth) : yearOf(birth)) : [birth, birth];
    if (dirt > 0) addDirt(patient, written, asOf, dirt);
    patient.events.count = Math.min(patient.events.count, FACTS_PER_PATIENT);
    return { index, patient, duplicateOf: isRepeated ? original : null, birthLow, birthHigh };
  }
}
