import { factKinds } from "@qinghao/clinical";
import { createRng } from "@qinghao/kernel";
import type { FactColumns, PersonColumns } from "../src/node/extract-writer.ts";
import { type ConceptDictionary, createDictionary } from "../src/sql/dictionary.ts";
import { valueStates } from "../src/sql/rows.ts";
import { NO_DAY_AFTER, NO_DAY_BEFORE } from "../src/sql/tables.ts";

/** What the population is made of: how often an item is recorded, and what it looks like. */
type LabItem = { code: string; perPerson: number; mean: number; sd: number; low: number; high: number };
const labs: readonly LabItem[] = [
  { code: "LAB:haemoglobin", perPerson: 2.2, mean: 132, sd: 18, low: 115, high: 175 },
  { code: "LAB:platelets", perPerson: 2.2, mean: 235, sd: 70, low: 125, high: 350 },
  { code: "LAB:neutrophils", perPerson: 2.2, mean: 4.2, sd: 1.6, low: 1.8, high: 6.3 },
  { code: "LAB:alt", perPerson: 1.9, mean: 28, sd: 24, low: 7, high: 40 },
  { code: "LAB:ast", perPerson: 1.9, mean: 26, sd: 20, low: 13, high: 35 },
  { code: "LAB:bilirubin-total", perPerson: 1.8, mean: 13, sd: 8, low: 3, high: 21 },
  { code: "LAB:creatinine", perPerson: 2.1, mean: 78, sd: 25, low: 57, high: 97 },
  { code: "LAB:albumin", perPerson: 1.6, mean: 41, sd: 5, low: 40, high: 55 },
  { code: "LAB:hba1c", perPerson: 0.8, mean: 42, sd: 12, low: 20, high: 42 },
  { code: "LAB:potassium", perPerson: 1.7, mean: 4.2, sd: 0.4, low: 3.5, high: 5.3 },
];
const CONDITION_CODES = 900;
const DRUG_CODES = 400;
const PROCEDURE_CODES = 200;
const stages = ["I", "II", "IIIA", "IIIB", "IV"];
const settings = ["inpatient", "outpatient", "emergency"];

export const conditionCode = (index: number): string =>
  `ICD10CN:${String.fromCharCode(65 + (index % 26))}${String(index).padStart(3, "0")}`;
export const drugCode = (index: number): string => `ATC:L${String(index).padStart(3, "0")}`;
export const procedureCode = (index: number): string => `ICD9CM3:${String(index).padStart(3, "0")}`;

/** Numbers of every code that the population uses. */
export function populationDictionary(): ConceptDictionary {
  const range = (count: number, code: (index: number) => string) => Array.from({ length: count }, (_, i) => code(i));
  return createDictionary([
    ...labs.map(({ code }) => code),
    ...range(CONDITION_CODES, conditionCode),
    ...range(DRUG_CODES, drugCode),
    ...range(PROCEDURE_CODES, procedureCode),
    ...stages.map((stage) => `STAGE:${stage}`),
    ...settings.map((setting) => `VISIT:${setting}`),
    "SCORE:ecog",
  ]);
}

const numberColumns = [
  "patient",
  "kind",
  "concept",
  "assertion",
  "start_lo",
  "start_hi",
  "end_lo",
  "end_hi",
  "end_state",
  "value",
  "comparator",
  "value_state",
  "low",
  "high",
  "dose",
  "line",
  "seq",
] as const;
type FactBuffer = Record<(typeof numberColumns)[number], number[]>;

/**
 * Persons `from` to `from + count` of a seeded population with about forty facts each: codes by a long-tailed law, one date
 * in thirty imprecise or missing (of results one in three hundred), one condition in fifty suspected or ruled out, results without a usable unit.
 */
export function makePopulation(
  from: number,
  count: number,
  asOf: number,
  dictionary: ConceptDictionary,
): { persons: PersonColumns; facts: FactColumns } {
  const rng = createRng(7919 + from);
  const facts = Object.fromEntries(numberColumns.map((name) => [name, [] as number[]])) as FactBuffer;
  const persons = {
    patient: [] as number[],
    key: [] as string[],
    sex: [] as number[],
    birth_lo: [] as number[],
    birth_hi: [] as number[],
    observed_from: [] as number[],
  };
  let seq = from * 128;

  const add = (patient: number, kind: (typeof factKinds)[number], code: string, maxDaysAgo: number) => {
    const day = asOf - Math.floor(rng.next() ** 2 * maxDaysAgo);
    // Systems date results to the second; what is told or coded for billing often has a month alone, or nothing.
    const vague = rng.next() * (kind === "measurement" ? 10 : 1);
    facts.patient.push(patient);
    facts.kind.push(factKinds.indexOf(kind));
    facts.concept.push(dictionary.find(code));
    facts.assertion.push(0);
    facts.start_lo.push(vague < 0.005 ? NO_DAY_BEFORE : vague < 0.033 ? day - (day % 30) : day);
    facts.start_hi.push(vague < 0.005 ? NO_DAY_AFTER : vague < 0.033 ? day - (day % 30) + 29 : day);
    facts.end_lo.push(NO_DAY_BEFORE);
    facts.end_hi.push(NO_DAY_AFTER);
    facts.end_state.push(0);
    facts.value.push(Number.NaN);
    facts.comparator.push(0);
    facts.value_state.push(valueStates.none);
    facts.low.push(Number.NaN);
    facts.high.push(Number.NaN);
    facts.dose.push(Number.NaN);
    facts.line.push(Number.NaN);
    facts.seq.push(seq++);
    return facts.patient.length - 1;
  };
  const howMany = (mean: number) => Math.floor(mean) + (rng.next() < mean % 1 ? 1 : 0) + (rng.next() < 0.2 ? 1 : 0);
  const longTailed = (count_: number) => Math.floor(count_ * rng.next() ** 3);

  for (let patient = from; patient < from + count; patient++) {
    seq = patient * 128;
    const birth = asOf - Math.floor((18 + 72 * rng.next()) * 365.25);
    persons.patient.push(patient);
    persons.key.push(`P${patient}`);
    persons.sex.push(rng.next() < 0.01 ? 0 : 1 + rng.int(2));
    persons.birth_lo.push(birth);
    persons.birth_hi.push(birth);
    persons.observed_from.push(asOf - Math.floor(rng.next() * 6000));
    for (let n = howMany(6); n > 0; n--) {
      const row = add(patient, "condition", conditionCode(longTailed(CONDITION_CODES)), 5500);
      if (rng.next() < 0.3) endAt(row, asOf);
      const doubt = rng.next();
      if (doubt < 0.02) facts.assertion[row] = doubt < 0.01 ? 1 : 2;
    }
    for (let n = howMany(8); n > 0; n--) {
      const row = add(patient, "drug", drugCode(longTailed(DRUG_CODES)), 3000);
      if (rng.next() < 0.8) endAt(row, asOf);
      if (rng.next() < 0.7) facts.dose[row] = 5 + rng.int(500);
      if (rng.next() < 0.15) facts.line[row] = 1 + rng.int(3);
    }
    for (let n = howMany(2); n > 0; n--) add(patient, "procedure", procedureCode(longTailed(PROCEDURE_CODES)), 4000);
    for (let n = howMany(4); n > 0; n--) add(patient, "visit", `VISIT:${settings[rng.int(3)]}`, 2500);
    for (const lab of labs) for (let n = howMany(lab.perPerson); n > 0; n--) addLab(patient, lab);
    if (rng.next() < 0.6)
      for (let n = howMany(1); n > 0; n--) setValue(add(patient, "measurement", "SCORE:ecog", 900), rng.int(4));
    if (rng.next() < 0.25) add(patient, "stage", `STAGE:${stages[rng.int(stages.length)]}`, 2000);
  }
  return { persons, facts };

  function endAt(row: number, today: number): void {
    const end = Math.min(today, Math.max(facts.start_lo[row]!, today - 3000) + rng.int(200));
    facts.end_lo[row] = end;
    facts.end_hi[row] = end;
    facts.end_state[row] = 1;
  }
  function setValue(row: number, value: number): void {
    facts.value[row] = value;
    facts.value_state[row] = valueStates.canonical;
  }
  function addLab(patient: number, lab: LabItem): void {
    const row = add(patient, "measurement", lab.code, 1100);
    setValue(row, Math.max(lab.low * 0.1, lab.mean + lab.sd * rng.normal()));
    if (rng.next() < 0.9) {
      facts.low[row] = lab.low;
      facts.high[row] = lab.high;
    }
    if (rng.next() < 0.01) facts.value_state[row] = valueStates.unconvertible;
  }
}
