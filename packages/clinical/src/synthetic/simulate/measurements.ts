import { unitStates, valueTypes } from "../events.ts";
import { kinds } from "./kinds.ts";
import type { Patient } from "./patient.ts";

/** Serum creatinine in mg/dL is umol/L divided by this. */
const UMOL_PER_MG_DL = 88.4;

/**
 * eGFR, mL/min/1.73 m2, from creatinine (umol/L), age (years) and sex (0 female).
 * Source: Inker et al., N Engl J Med 2021, doi 10.1056/NEJMoa2102953 (CKD-EPI 2021).
 */
export function egfrCkdEpi2021(creatinine: number, age: number, sex: 0 | 1): number {
  const relative = creatinine / UMOL_PER_MG_DL / (sex === 0 ? 0.7 : 0.9);
  const alpha = sex === 0 ? -0.241 : -0.302;
  return 142 * Math.min(relative, 1) ** alpha * Math.max(relative, 1) ** -1.2 * 0.9938 ** age * (sex === 0 ? 1.012 : 1);
}

/** Values of one visit that others are computed from. */
export type VisitValues = { creatinine: number; heartRate: number; qtcf: number };

/** Draws a value in the canonical unit for a person on a day. */
export function drawValue(patient: Patient, lab: number, day: number, visit: VisitValues): number {
  const { rng, model, standing } = patient;
  const item = model.labs.items[lab]!;
  const { row } = item;
  const age = patient.ageAt(day);
  if (row.id === "egfr" && !Number.isNaN(visit.creatinine)) return egfrCkdEpi2021(visit.creatinine, age, patient.sex);
  if (row.id === "qt-interval" && !Number.isNaN(visit.qtcf)) return visit.qtcf * Math.cbrt(60 / visit.heartRate);
  if (Number.isNaN(standing[lab]!)) standing[lab] = rng.normal();
  const spread = item.sigmaBetween * standing[lab]! + item.sigmaWithin * rng.normal();
  let value = item.mean[patient.sex] * (1 + (row.perDecade * (Math.max(18, age) - 45)) / 10) * childFactor(row.id, age);
  if (row.shape === "lognormal") {
    const variance = item.sigmaBetween * item.sigmaBetween + item.sigmaWithin * item.sigmaWithin;
    value *= Math.exp(spread - variance / 2);
  } else {
    value *= 1 + spread;
  }
  for (const { effects, from, to } of patient.influences) {
    if (day >= from && day <= to) value = value * effects.times[lab]! + effects.add[lab]!;
  }
  return Math.min(row.bounds[1], Math.max(row.bounds[0], value));
}

function childFactor(id: string, age: number): number {
  if (age >= 18) return 1;
  const part = Math.max(0, age) / 18;
  if (id === "body-weight") return 0.06 + 0.94 * part ** 1.4;
  if (id === "body-height") return 0.32 + 0.68 * part ** 0.7;
  if (id === "creatinine") return 0.35 + 0.65 * part;
  return id === "systolic-pressure" ? 0.78 + 0.22 * part : 1;
}

/** Writes a quantity as the site's report shows it: rounded in its unit, with the reference interval. */
export function writeQuantity(patient: Patient, lab: number, value: number, day: number): number {
  const { events, model } = patient;
  const item = model.labs.items[lab]!;
  const { row } = item;
  const event = events.add(kinds.measurement, item.term, day);
  const c = events.columns;
  c.lab[event] = lab;
  c.valueType[event] = valueTypes.quantity;
  const low = row.low[patient.sex];
  const high = row.high[patient.sex];
  if (low !== null) c.low[event] = low;
  if (high !== null) c.high[event] = high;
  const below = row.detection !== undefined && value < row.detection;
  if (below) c.comparator[event] = 1;
  writeInUnit(patient, event, item.unit, below ? row.detection! : value);
  return event;
}

/** Writes an event's number in a unit; the canonical value is what a reader gets from the rounded number. */
export function writeInUnit(patient: Patient, event: number, unit: number, canonical: number): void {
  const { slope, offset, power, isCanonical, ucum } = patient.model.labs.units[unit]!;
  const c = patient.events.columns;
  const raw = Math.round(((canonical - offset) / slope) * power) / power;
  c.raw[event] = raw;
  c.unit[event] = unit;
  c.canonical[event] = ucum === null ? Number.NaN : isCanonical ? raw : raw * slope + offset;
  c.unitState[event] = unitStates.indexOf(ucum === null ? "unknown" : isCanonical ? "canonical" : "converted");
}

export function writeInWords(patient: Patient, lab: number, isPositive: boolean, day: number): void {
  const { events, model } = patient;
  const { term } = model.labs.items[lab]!;
  const event = events.add(model.terms.rows[term]!.kind, term, day);
  const c = events.columns;
  c.lab[event] = lab;
  c.valueType[event] = valueTypes.code;
  c.valueTerm[event] = isPositive ? model.positive : model.negative;
}

/** A score is a quantity of unit "1". */
export function writeScore(patient: Patient, term: number, value: number, day: number): void {
  const { events, model } = patient;
  const event = events.add(kinds.measurement, term, day);
  const c = events.columns;
  c.valueType[event] = valueTypes.quantity;
  c.raw[event] = value;
  c.canonical[event] = value;
  c.unit[event] = model.labs.units.length - 1;
}
