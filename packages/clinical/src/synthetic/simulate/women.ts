import { required } from "../model/look-up.ts";
import { birthsPerThousand } from "../tables/demography.ts";
import { kinds } from "./kinds.ts";
import { writeQuantity } from "./measurements.ts";
import { DAYS_PER_YEAR, type Patient } from "./patient.ts";

const PREGNANCY_DAYS = 280;
const statusOf = (patient: Patient, name: string): number => required(patient.model.statuses, name);

/** Writes pregnancies of the observed time and what is recorded of the ability to become pregnant. */
export function writeReproduction(patient: Patient): void {
  const { rng, events, last } = patient;
  const age = patient.ageAt(last);
  if (patient.sex === 1 || age < 15) return;
  if (age >= 52) {
    if (rng.next() < 0.45) {
      const row = events.add(
        kinds.status,
        statusOf(patient, "postmenopausal"),
        Math.floor(patient.birth + 51 * DAYS_PER_YEAR),
      );
      events.goesOn(row);
    }
    return;
  }
  const isPregnantNow = age < 50 ? writePregnancies(patient) : false;
  if (!isPregnantNow && rng.next() < 0.3) {
    events.goesOn(events.add(kinds.status, statusOf(patient, "childbearing-potential"), patient.observedFrom));
    if (rng.next() < 0.5) {
      const since = patient.observedFrom + Math.floor(rng.next() * (last - patient.observedFrom));
      events.goesOn(events.add(kinds.status, statusOf(patient, "contraception"), since));
    }
  }
  if (age > 30 && rng.next() < 0.04) {
    const day = last - Math.floor(rng.next() * 8 * DAYS_PER_YEAR);
    events.add(kinds.procedure, required(patient.model.procedures, "tubal-ligation"), day);
    events.goesOn(events.add(kinds.status, statusOf(patient, "surgically-sterile"), day));
  }
}

/** Walks through the observed years; returns whether the last day falls into a pregnancy. */
function writePregnancies(patient: Patient): boolean {
  const { rng, model, last, observedFrom } = patient;
  const births = birthsPerThousand[model.flavour];
  let day = observedFrom - PREGNANCY_DAYS;
  while (day < last) {
    const band = Math.floor((patient.ageAt(day) - 15) / 5);
    const rate = (births[band] ?? 0) / 1000;
    const uniform = rng.next();
    const conception = day + Math.floor(rng.next() * DAYS_PER_YEAR);
    day += DAYS_PER_YEAR;
    if (uniform >= rate || conception > last - 20) continue;
    writePregnancy(patient, conception);
    if (conception + PREGNANCY_DAYS > last) return true;
    day = conception + PREGNANCY_DAYS + 180;
  }
  return false;
}

function writePregnancy(patient: Patient, conception: number): void {
  const { rng, events, model, last, observedFrom } = patient;
  const delivery = conception + PREGNANCY_DAYS - rng.int(25);
  const isOver = delivery <= last;
  const row = events.add(kinds.status, statusOf(patient, "pregnant"), conception);
  if (isOver) events.end(row, delivery);
  else events.goesOn(row);
  const found = conception + 35 + rng.int(25);
  if (found <= last && found >= observedFrom) {
    const weeks = (found - conception) / 7;
    writeQuantity(
      patient,
      required(model.labs.places, "hcg"),
      800 * 1.9 ** (weeks - 4) * (0.6 + 0.8 * rng.next()),
      found,
    );
    const care = events.add(kinds.condition, model.pregnancy.care, found);
    if (isOver) events.end(care, delivery);
    else events.goesOn(care);
  }
  const uniform = rng.next();
  if (!isOver) return;
  events.add(kinds.condition, model.pregnancy.birth, delivery);
  if (uniform < 0.4)
    events.add(
      kinds.procedure,
      required(model.procedures, uniform < 0.36 ? "caesarean" : "assisted-delivery"),
      delivery,
    );
  const nursing = events.add(kinds.status, statusOf(patient, "breastfeeding"), delivery);
  const weaned = delivery + 60 + rng.int(240);
  if (weaned <= last) events.end(nursing, weaned);
  else events.goesOn(nursing);
}
