import { isoOfDay } from "../dates.ts";
import {
  type Assertion,
  assertions,
  comparators,
  type Fact,
  type FactValue,
  factKinds,
  type PatientRecord,
  type Person,
} from "../schema.ts";
import { isoOfInterval } from "./calendar.ts";
import { doseUnits, type EventBuffer, endStates, NO_DAY_LOW, unitStates, valueTypes } from "./events.ts";
import type { Model } from "./model/compile.ts";
import { factId, patientId, type Settled } from "./options.ts";
import type { Drawn } from "./patient-stream.ts";
import { freeTexts } from "./tables/dirt.ts";

/** Tables that the source of each kind of fact is said to be. */
const tables: Readonly<Record<(typeof factKinds)[number], string>> = {
  condition: "condition",
  procedure: "procedure",
  drug: "drug",
  measurement: "measurement",
  variant: "measurement",
  stage: "measurement",
  status: "observation",
  allergy: "allergy",
  visit: "visit",
  consent: "observation",
};

/** A drawn patient as a record. */
export function toRecord(settled: Settled, model: Model, drawn: Drawn): PatientRecord {
  const id = patientId(settled, drawn.index);
  const { patient } = drawn;
  const person: Person = {
    id,
    sex: patient.sex === 0 ? "female" : "male",
    birth: isoOfInterval(drawn.birthLow, drawn.birthHigh),
    death: patient.death === null ? null : isoOfDay(patient.death),
    observed: { from: isoOfDay(patient.observedFrom), to: isoOfDay(patient.observedTo) },
    language: settled.flavour === "cn" ? "zh-CN" : "en",
    source: { table: "person", row: id },
  };
  const facts: Fact[] = [];
  for (let row = 0; row < patient.events.count; row++) facts.push(toFact(model, id, patient.events, row));
  return { person, facts };
}

function toFact(model: Model, patient: string, events: EventBuffer, row: number): Fact {
  const c = events.columns;
  const term = model.terms.rows[c.term[row]!]!;
  const kind = factKinds[c.kind[row]!]!;
  const id = factId(patient, row);
  const isSite = term.codes.some((code) => code.system.startsWith("urn:qinghao:"));
  const fact: Fact = {
    id,
    patient,
    kind,
    concept: term.concept,
    via: term.concept === null ? "none" : isSite ? "site-mapping" : "code",
    codes: [...term.codes],
    assertion: assertions[c.assertion[row]!] as Assertion,
    start: c.startLow[row] === NO_DAY_LOW ? null : isoOfInterval(c.startLow[row]!, c.startHigh[row]!),
    end: c.endState[row] === endStates.known ? isoOfInterval(c.endLow[row]!, c.endHigh[row]!) : null,
    value: answerOf(model, events, row),
    source: { table: tables[kind], row: id },
  };
  if (c.endState[row] === endStates.ongoing) fact.ongoing = true;
  if (!Number.isNaN(c.dose[row]!)) fact.dose = { value: c.dose[row]!, unit: doseUnits[c.doseUnit[row]!]! };
  if (c.line[row]! > 0) fact.line = c.line[row]!;
  if (c.tumour[row]! >= 0) {
    const tumour = model.terms.rows[c.term[c.tumour[row]!]!]!.concept;
    if (tumour !== null) fact.tumour = tumour;
  }
  if (c.alteration[row]! > 0) fact.alteration = model.alterations[c.alteration[row]! - 1]!;
  return fact;
}

function answerOf(model: Model, events: EventBuffer, row: number): FactValue | null {
  const c = events.columns;
  if (c.valueType[row] === valueTypes.none) return null;
  if (c.valueType[row] === valueTypes.text) return { type: "text", text: freeTexts[model.flavour][c.valueTerm[row]!]! };
  if (c.valueType[row] === valueTypes.code) {
    const { concept, codes } = model.terms.rows[c.valueTerm[row]!]!;
    return { type: "code", concept, codes: [...codes] };
  }
  const unit = c.unit[row]! < 0 ? null : model.labs.units[c.unit[row]!]!;
  const lab = c.lab[row]! < 0 ? null : model.labs.items[c.lab[row]!]!;
  const isKnown = !Number.isNaN(c.canonical[row]!);
  const value: FactValue = {
    type: "quantity",
    value: c.raw[row]!,
    unit: unit?.spelling ?? null,
    ucum: unit?.ucum ?? null,
    canonical: isKnown ? c.canonical[row]! : null,
    canonicalUnit: lab === null ? "1" : c.isLocalCode[row] === 1 && !isKnown ? null : lab.row.canonical,
    unitState: unitStates[c.unitState[row]!]!,
  };
  if (c.comparator[row]! > 0) value.comparator = comparators[c.comparator[row]! - 1]!;
  if (!Number.isNaN(c.low[row]!)) value.low = c.low[row]!;
  if (!Number.isNaN(c.high[row]!)) value.high = c.high[row]!;
  return value;
}
