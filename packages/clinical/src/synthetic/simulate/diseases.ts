import type { DrugTerm } from "../model/clinical-terms.ts";
import type { DrugPlan, Model, SubtypeModel } from "../model/compile.ts";
import { choose } from "../model/terms.ts";
import { assertionNumbers, kinds } from "./kinds.ts";
import { writeInWords, writeScore } from "./measurements.ts";
import { type ActiveDisease, bandOf, DAYS_PER_YEAR, type Patient } from "./patient.ts";

/** Draws which diseases the person has and since when. */
export function drawDiseases(patient: Patient, asOf: number): void {
  const { model, rng } = patient;
  const age = patient.ageAt(asOf);
  const cell = patient.sex * 8 + bandOf(age);
  for (let place = 0; place < model.diseases.length; place++) {
    const disease = model.diseases[place]!;
    let share = disease.prevalence[cell]!;
    const uniform = rng.next();
    if (share === 0) continue;
    for (const risk of disease.risks) {
      const isExposed = risk.of < 0 ? patient.smokes : patient.has[risk.of] === 1;
      share *= risk.normaliser[cell]! * (isExposed ? risk.times : 1);
    }
    const { minAge, meanYears } = disease.module.onset;
    if (uniform >= Math.min(0.97, share) || age <= minAge) continue;
    addDisease(patient, place, asOf, age - minAge, meanYears);
  }
}

function addDisease(patient: Patient, place: number, asOf: number, longest: number, meanYears: number): void {
  const { model, rng } = patient;
  const disease = model.diseases[place]!;
  let years = patient.exponential(meanYears);
  if (years > longest) years = rng.next() * longest;
  const onset = Math.floor(asOf - years * DAYS_PER_YEAR);
  const duration = disease.module.durationDays;
  const end = duration === undefined ? Number.POSITIVE_INFINITY : onset + Math.ceil(duration * (0.5 + rng.next()));
  const subtypes = disease.subtypes;
  const subtype = subtypes.items.indexOf(choose(subtypes, rng.next()));
  patient.has[place] = 1;
  patient.active.push({ disease: place, subtype, onset, end });
  const { hazard, effects } = subtypes.items[subtype]!;
  patient.hazard *= hazard;
  patient.influences.push({ effects, from: onset, to: end });
}

/** Writes what the record says of a disease: diagnosis, drugs, procedures, results, scores. Returns the diagnosis' row. */
export function writeDisease(patient: Patient, active: ActiveDisease): number {
  const { model, rng, events, last } = patient;
  const disease = model.diseases[active.disease]!;
  const subtype = disease.subtypes.items[active.subtype]!;
  // Who died before the drawn onset had the disease by then.
  if (active.onset > last) active.onset = last - Math.floor(rng.next() * Math.min(300, last - patient.birth));
  const code = choose(subtype.codes, rng.next());
  const suspected = disease.module.suspectedFirst ?? 0;
  if (suspected > 0 && rng.next() < suspected) {
    const row = events.add(kinds.condition, code, active.onset - 3 - Math.floor(rng.next() * 25));
    events.columns.assertion[row] = assertionNumbers.possible;
  }
  const row = events.add(kinds.condition, code, active.onset);
  if (active.end <= last) events.end(row, active.end);
  else if (rng.next() < 0.7) events.goesOn(row);
  writeTreatment(patient, subtype, active);
  return row;
}

function writeTreatment(patient: Patient, subtype: SubtypeModel, active: ActiveDisease): void {
  const { rng, events, last } = patient;
  for (const plan of subtype.drugs) if (rng.next() < plan.share) writePlan(patient, plan, active);
  for (const { term, share, afterDays } of subtype.procedures) {
    const day = active.onset + afterDays + Math.floor(rng.next() * 10);
    if (rng.next() >= share) continue;
    if (day <= last) events.add(kinds.procedure, term, day);
    else if (patient.death === null) {
      const row = events.add(kinds.procedure, term, last - Math.floor(rng.next() * 5));
      events.columns.assertion[row] = assertionNumbers.planned;
    }
  }
  for (const { lab, positive, share } of subtype.results) {
    const day = Math.max(active.onset, patient.observedFrom) + Math.floor(rng.next() * 30);
    if (rng.next() < share && day <= last) writeInWords(patient, lab, rng.next() < positive, day);
  }
  for (const { term, values } of subtype.scores) {
    const day = Math.max(active.onset, Math.floor(last - rng.next() * 400));
    if (rng.next() < 0.7) writeScore(patient, term, choose(values, rng.next()), day);
  }
}

function writePlan(patient: Patient, plan: DrugPlan, active: ActiveDisease): void {
  const { rng, last } = patient;
  const wait = plan.afterYears === 0 ? rng.next() * 20 : patient.exponential(plan.afterYears * DAYS_PER_YEAR);
  const start = active.onset + Math.floor(wait);
  const drug = choose(plan.drugs, rng.next());
  if (start > last) return;
  const stop = plan.days === null ? null : start + Math.ceil(plan.days * (0.8 + 0.4 * rng.next()));
  const row = writeDrug(patient, drug, start, stop);
  if (stop === null && rng.next() < 0.15) {
    const { events } = patient;
    events.columns.endState[row] = 0;
    events.end(row, start + Math.floor(rng.next() * (last - start)));
  }
}

/** Writes one exposure; without `stop` it goes on, or the record does not say. */
export function writeDrug(patient: Patient, drug: DrugTerm, start: number, stop: number | null): number {
  const { rng, events, last } = patient;
  const row = events.add(kinds.drug, drug.term, start);
  const amounts = drug.mgPerDay ?? drug.unitsPerDay;
  if (amounts !== null) {
    events.columns.dose[row] = amounts[rng.int(amounts.length)]!;
    events.columns.doseUnit[row] = drug.mgPerDay === null ? 1 : 0;
  }
  const isStated = rng.next() < 0.75;
  if (stop !== null && stop <= last) events.end(row, stop);
  else if (isStated) events.goesOn(row);
  return row;
}

/** Diseases ruled out, and those of relatives. */
export function writeOthersDiseases(patient: Patient): void {
  const { model, rng, events, last, observedFrom } = patient;
  for (const place of othersOf(model)) {
    const { module, subtypes } = model.diseases[place]!;
    const code = subtypes.items[0]!.codes.items[0]!;
    const day = observedFrom + Math.floor(rng.next() * (last - observedFrom + 1));
    const uniform = rng.next();
    const ruledOut = module.ruledOut ?? 0;
    if (uniform < ruledOut && patient.has[place] === 0) {
      events.columns.assertion[events.add(kinds.condition, code, day)] = assertionNumbers.absent;
    } else if (uniform >= ruledOut && uniform < ruledOut + (module.family ?? 0)) {
      events.columns.assertion[events.add(kinds.condition, code, day)] = assertionNumbers.family;
    }
  }
}

const others = new WeakMap<Model, readonly number[]>();
function othersOf(model: Model): readonly number[] {
  let found = others.get(model);
  if (found === undefined) {
    found = model.diseases.flatMap(({ module }, place) =>
      (module.ruledOut ?? 0) + (module.family ?? 0) > 0 ? [place] : [],
    );
    others.set(model, found);
  }
  return found;
}
