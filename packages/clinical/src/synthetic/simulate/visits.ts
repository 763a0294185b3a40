import { required } from "../model/look-up.ts";
import { choose, weighted } from "../model/terms.ts";
import { baseVisitsPerYear, visitSettings } from "../tables/demography.ts";
import { screeningTests } from "../tables/labs.ts";
import { kinds } from "./kinds.ts";
import { drawValue, type VisitValues, writeInWords, writeQuantity } from "./measurements.ts";
import { DAYS_PER_YEAR, type Patient } from "./patient.ts";

/** Most visits with results that one reason brings in the whole time. */
const MOST_VISITS = 24;
const settingChoice = weighted(visitSettings.map((row, place) => [place, row.weight] as const));

/** What is measured at a visit without a disease behind it: share of visits by panel. */
const ordinaryPanels = [
  ["vitals", 0.65],
  ["body", 0.25],
  ["blood", 0.22],
  ["liver", 0.15],
  ["kidney", 0.17],
  ["lipids", 0.1],
  ["sugar", 0.09],
  ["electrolytes", 0.06],
  ["fever", 0.1],
  ["gout", 0.03],
  ["thyroid", 0.03],
  ["ecg", 0.04],
  ["inflammation", 0.02],
  ["clotting", 0.02],
] as const;

const DISEASE_PANEL_SHARE = 0.55;

/** Writes the visits of the observed time with what was measured at them. */
export function writeVisits(patient: Patient): void {
  const { model, observedFrom, last } = patient;
  const base = baseVisitsPerYear[model.flavour](patient.ageAt(last));
  writeVisitsFor(patient, base, observedFrom, last, -1);
  for (const { disease, onset, end } of patient.active) {
    const rate = model.diseases[disease]!.module.visitsPerYear;
    const from = Math.max(onset, observedFrom);
    if (rate > 0) writeVisitsFor(patient, rate, from, Math.min(last, end), disease);
    if (end !== Number.POSITIVE_INFINITY && onset >= observedFrom && onset <= last) writeVisit(patient, onset, disease);
  }
  writeScreening(patient);
}

/** Poisson visits of a rate per year, at most `MOST_VISITS`. */
function writeVisitsFor(patient: Patient, perYear: number, from: number, to: number, disease: number): void {
  let day = from;
  for (let visit = 0; visit < MOST_VISITS; visit++) {
    day += 1 + patient.exponential(DAYS_PER_YEAR / perYear);
    if (day > to) return;
    writeVisit(patient, Math.floor(day), disease);
  }
}

function writeVisit(patient: Patient, day: number, disease: number): void {
  const { rng, events, model, last } = patient;
  const setting = choose(settingChoice, rng.next());
  const row = events.add(kinds.visit, model.visits[setting]!, day);
  const { days } = visitSettings[setting]!;
  events.end(row, Math.min(last, day + (days === 0 ? 0 : 1 + rng.int(days * 2))));
  const visit: VisitValues = { creatinine: Number.NaN, heartRate: Number.NaN, qtcf: Number.NaN };
  if (disease >= 0) {
    for (const panel of model.diseases[disease]!.panels) {
      if (rng.next() < DISEASE_PANEL_SHARE) writePanel(patient, panel, day, visit);
    }
    return;
  }
  for (const [name, share] of ordinaryPanels) {
    if (rng.next() < share) writePanel(patient, required(model.panelPlaces, name), day, visit);
  }
  if (patient.sex === 1 && patient.ageAt(day) > 50 && rng.next() < 0.08) {
    writePanel(patient, required(model.panelPlaces, "prostate"), day, visit);
  }
}

function writePanel(patient: Patient, panel: number, day: number, visit: VisitValues): void {
  const { model } = patient;
  for (const lab of model.panels[panel]!) {
    const { id } = model.labs.items[lab]!.row;
    if (id === "egfr" && patient.ageAt(day) < 18) continue;
    if (id === "qt-interval" && Number.isNaN(visit.heartRate)) {
      visit.heartRate = drawValue(patient, required(model.labs.places, "heart-rate"), day, visit);
    }
    const value = drawValue(patient, lab, day, visit);
    if (id === "creatinine") visit.creatinine = value;
    else if (id === "heart-rate") visit.heartRate = value;
    else if (id === "qtcf-interval") visit.qtcf = value;
    writeQuantity(patient, lab, value, day);
  }
}

/** Tests for infections that hospitals ask of everybody: negative unless a disease says otherwise. */
function writeScreening(patient: Patient): void {
  const { rng, model, observedFrom, last } = patient;
  for (const { lab, tested, positive } of screeningTests) {
    const uniform = rng.next();
    const day = observedFrom + Math.floor(rng.next() * (last - observedFrom + 1));
    if (uniform >= tested[model.flavour]) continue;
    const place = required(model.labs.places, lab);
    const carriers = model.diseases.some((disease, index) => {
      if (patient.has[index] === 0) return false;
      return disease.subtypes.items.some((subtype) => subtype.results.some((result) => result.lab === place));
    });
    if (!carriers) writeInWords(patient, place, rng.next() < positive, day);
  }
}
