import { endStates } from "../events.ts";
import { AGE_BAND_YEARS, agePyramid, deathsPerThousand, femaleShare, smoking } from "../tables/demography.ts";
import { kinds } from "./kinds.ts";
import { DAYS_PER_YEAR, type Patient } from "./patient.ts";

/** Draws sex and date of birth. `asOf` is a day. */
export function drawPerson(patient: Patient, asOf: number): void {
  const { rng, model } = patient;
  const pyramid = agePyramid[model.flavour];
  let uniform = rng.next() * sumOf(pyramid);
  let band = 0;
  while (band < pyramid.length - 1 && uniform >= pyramid[band]!) uniform -= pyramid[band++]!;
  patient.sex = rng.next() < femaleShare[model.flavour][band]! ? 0 : 1;
  patient.birth = Math.floor(asOf - (band + rng.next()) * AGE_BAND_YEARS * DAYS_PER_YEAR);
}

/** Draws since when the record is kept, and the day of death, once the diseases are known. */
export function drawDeath(patient: Patient, from: number, asOf: number): void {
  const { rng, model } = patient;
  const joined = rng.next() < 0.6 ? from : from + Math.floor(rng.next() * 0.7 * (asOf - from));
  patient.observedFrom = Math.max(joined, patient.birth);
  const age = patient.ageAt(asOf);
  const rates = deathsPerThousand[model.flavour];
  const rate =
    (rates[Math.min(rates.length - 1, Math.floor(age / AGE_BAND_YEARS))]! / 1000) * Math.min(8, patient.hazard);
  const years = (asOf - patient.observedFrom) / DAYS_PER_YEAR;
  const cancerYears = Math.max(0, asOf - Math.max(patient.cancerOnset, patient.observedFrom)) / DAYS_PER_YEAR;
  const survives = Math.exp(-rate * years - patient.cancerDeath * cancerYears);
  const uniform = rng.next();
  const when = rng.next();
  patient.death = null;
  if (uniform >= survives) {
    const earliest =
      patient.cancerDeath > 0 ? Math.max(patient.cancerOnset, patient.observedFrom) : patient.observedFrom;
    patient.death = Math.floor(earliest + when * (asOf - earliest));
  }
  patient.last = patient.death ?? asOf;
  patient.observedTo = patient.last;
}

/** Draws whether the person smokes; the record is written by `writeSmoking`. 0 never, 1 once, 2 now. */
export function drawSmoking(patient: Patient, asOf: number): number {
  const { current, former } = smoking[patient.model.flavour][patient.sex === 0 ? "female" : "male"];
  const uniform = patient.rng.next() * 100;
  if (patient.ageAt(asOf) < 18 || uniform >= current + former) return 0;
  patient.smokes = uniform < current;
  return patient.smokes ? 2 : 1;
}

/** Smoking as it is asked at a visit: seven in ten adults have an entry. */
export function writeSmoking(patient: Patient, state: number): void {
  const { rng, events, birth, last } = patient;
  const isAsked = rng.next() < 0.7;
  const start = Math.floor(birth + (16 + rng.next() * 8) * DAYS_PER_YEAR);
  const stopped = Math.floor(start + rng.next() * (last - start));
  if (!isAsked || patient.ageAt(last) < 18) return;
  if (state === 0) {
    const row = events.add(kinds.condition, patient.model.smoking, patient.observedTo);
    events.columns.assertion[row] = 1;
    return;
  }
  const row = events.add(kinds.condition, patient.model.smoking, Math.min(start, last));
  if (state === 2) events.goesOn(row);
  else if (stopped > start) events.end(row, stopped);
  else events.columns.endState[row] = endStates.unknown;
}

const sums = new Map<readonly number[], number>();
function sumOf(row: readonly number[]): number {
  const found = sums.get(row);
  if (found !== undefined) return found;
  const sum = row.reduce((total, value) => total + value, 0);
  sums.set(row, sum);
  return sum;
}
