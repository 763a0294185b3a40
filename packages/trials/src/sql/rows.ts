import {
  assertions,
  comparators,
  convert,
  type Fact,
  type FactValue,
  factKinds,
  type PartialDate,
  type PatientRecord,
  type Person,
  type QuantityValue,
  spanOf,
  type TreatmentIntent,
} from "@qinghao/clinical";
import { doseMgPerDay } from "../evaluate/daily-dose.ts";
import { byCodeUnits, type ConceptDictionary, createDictionary } from "./dictionary.ts";
import { NO_DAY_AFTER, NO_DAY_BEFORE } from "./tables.ts";

export type PersonRow = {
  patient: number;
  key: string;
  sex: number;
  birth_lo: number | null;
  birth_hi: number | null;
  death_lo: number | null;
  death_hi: number | null;
  observed_from: number | null;
  observed_to: number | null;
};

export type FactRow = {
  patient: number;
  kind: number;
  concept: number;
  assertion: number;
  start_lo: number;
  start_hi: number;
  end_lo: number;
  end_hi: number;
  end_state: number;
  value: number | null;
  comparator: number;
  value_state: number;
  value_concept: number;
  low: number | null;
  high: number | null;
  dose: number | null;
  line: number | null;
  alteration: number;
  tumour: number;
  circumstance: number;
  seq: number;
};

export type SourceRow = {
  seq: number;
  fact: string;
  tbl: string;
  row: string;
  field: string | null;
  label: string | null;
  raw_value: string | null;
  raw_unit: string | null;
};

export type Rows = { persons: PersonRow[]; facts: FactRow[]; sources: SourceRow[] };

/** Prefix of alterations in the dictionary: `alteration` of a fact is the number of the text as it was recorded. */
export const ALTERATION = "ALTERATION:";
const LIFE_EXPECTANCY = "STATUS:life-expectancy";

/** `sex` of a person row. */
export const sexCodes = { unknown: 0, female: 1, male: 2, other: 3 } as const;
/** `end_state` of a fact row. */
export const endStates = { unknown: 0, known: 1, ongoing: 2 } as const;
/**
 * `value_state` of a fact row: no value or words only; a number in the canonical unit; a number as it was written, whose
 * unit is missing or cannot be converted; a coded answer (`value_concept`, 0 where it could not be resolved); yes or no (`value` 1 or 0).
 */
export const valueStates = { none: 0, canonical: 1, unconvertible: 2, coded: 3, boolean: 4 } as const;

/**
 * `circumstance` of a fact row: whether the sample of a result was taken fasting, or what a treatment was given for; 0 where
 * the source does not say.
 */
export const circumstances = {
  fasting: 1,
  "not-fasting": 2,
  neoadjuvant: 3,
  adjuvant: 4,
  curative: 5,
  palliative: 6,
} as const satisfies Record<"fasting" | "not-fasting" | TreatmentIntent, number>;

function circumstanceOf({ intent, fasting }: Fact): number {
  if (intent !== undefined) return circumstances[intent];
  return fasting === undefined ? 0 : circumstances[fasting ? "fasting" : "not-fasting"];
}

/** The dictionary of everything that some records mention, numbered in string order. */
export function dictionaryOf(records: Iterable<PatientRecord>): ConceptDictionary {
  const codes = new Set<string>();
  for (const { facts } of records) {
    for (const { concept, value, alteration, tumour } of facts) {
      if (concept !== null) codes.add(concept);
      if (tumour !== undefined) codes.add(tumour);
      if (value?.type === "code" && value.concept !== null) codes.add(value.concept);
      if (alteration !== undefined) codes.add(ALTERATION + alteration);
    }
  }
  return createDictionary(codes);
}

export type RowOptions = {
  /** Number of the first patient; the others follow without a gap. */
  readonly firstPatient?: number;
  /** `seq` of the first fact; the others follow. */
  readonly firstSeq?: number;
};

/** Rows of some records. Codes that the dictionary does not hold yet are added to it. */
export function rowsOf(
  records: Iterable<PatientRecord>,
  dictionary: ConceptDictionary,
  options: RowOptions = {},
): Rows {
  const rows: Rows = { persons: [], facts: [], sources: [] };
  let patient = options.firstPatient ?? 0;
  let seq = options.firstSeq ?? 0;
  for (const { person, facts } of records) {
    rows.persons.push(personRow(person, patient));
    for (const fact of [...facts].sort((a, b) => byCodeUnits(a.id, b.id))) {
      rows.facts.push(factRow(fact, patient, seq, dictionary));
      rows.sources.push(sourceRow(fact, seq));
      seq++;
    }
    patient++;
  }
  return rows;
}

function personRow(person: Person, patient: number): PersonRow {
  const birth = person.birth === null ? null : spanOf(person.birth);
  const death = person.death === null ? null : spanOf(person.death);
  const { from, to } = person.observed;
  return {
    patient,
    key: person.id,
    sex: sexCodes[person.sex],
    birth_lo: birth?.lo ?? null,
    birth_hi: birth?.hi ?? null,
    death_lo: death?.lo ?? null,
    death_hi: death?.hi ?? null,
    observed_from: from === null ? null : spanOf(from).hi,
    observed_to: to === null ? null : spanOf(to).lo,
  };
}

const spanOrUnknown = (date: PartialDate | null) =>
  date === null ? { lo: NO_DAY_BEFORE, hi: NO_DAY_AFTER } : spanOf(date);

function factRow(fact: Fact, patient: number, seq: number, dictionary: ConceptDictionary): FactRow {
  const start = spanOrUnknown(fact.start);
  const end = spanOrUnknown(fact.end);
  return {
    patient,
    kind: factKinds.indexOf(fact.kind),
    concept: dictionary.add(fact.concept),
    assertion: assertions.indexOf(fact.assertion),
    start_lo: start.lo,
    start_hi: start.hi,
    end_lo: end.lo,
    end_hi: end.hi,
    end_state: fact.end !== null ? endStates.known : fact.ongoing === true ? endStates.ongoing : endStates.unknown,
    ...valueColumns(fact, dictionary),
    dose: fact.dose === undefined ? null : doseMgPerDay(fact.dose),
    line: fact.line ?? null,
    alteration: fact.alteration === undefined ? 0 : dictionary.add(ALTERATION + fact.alteration),
    tumour: fact.tumour === undefined ? 0 : dictionary.add(fact.tumour),
    circumstance: circumstanceOf(fact),
    seq,
  };
}

type ValueColumns = Pick<FactRow, "value" | "comparator" | "value_state" | "value_concept" | "low" | "high">;
const noValue: ValueColumns = {
  value: null,
  comparator: 0,
  value_state: valueStates.none,
  value_concept: 0,
  low: null,
  high: null,
};

function valueColumns(fact: Fact, dictionary: ConceptDictionary): ValueColumns {
  const { value } = fact;
  if (value?.type === "code") {
    return { ...noValue, value_state: valueStates.coded, value_concept: dictionary.add(value.concept) };
  }
  if (value?.type === "boolean") return { ...noValue, value_state: valueStates.boolean, value: value.value ? 1 : 0 };
  if (value?.type !== "quantity") return noValue;
  const canonical = canonicalNumber(fact, value);
  return {
    ...noValue,
    value: canonical ?? value.value,
    comparator: value.comparator === undefined ? 0 : comparators.indexOf(value.comparator) + 1,
    value_state: canonical === null ? valueStates.unconvertible : valueStates.canonical,
    low: value.low ?? null,
    high: value.high ?? null,
  };
}

/**
 * The number of a quantity in its canonical unit: of a laboratory item its own, of an expression level of a gene a plain
 * ratio, of a life expectancy days.
 */
function canonicalNumber({ kind, concept }: Fact, { value, unit, ucum, canonical }: QuantityValue): number | null {
  if (kind === "variant") return converted(value, ucum ?? unit ?? "1", "1");
  if (canonical !== null || concept !== LIFE_EXPECTANCY) return canonical;
  const written = ucum ?? unit;
  return written === null ? null : converted(value, written, "d");
}

function converted(value: number, from: string, to: string): number | null {
  const result = convert(value, from, to);
  return result.ok ? result.value : null;
}

function sourceRow(fact: Fact, seq: number): SourceRow {
  const { value } = fact;
  return {
    seq,
    fact: fact.id,
    tbl: fact.source.table,
    row: fact.source.row,
    field: fact.source.field ?? null,
    label: fact.codes.find(({ display }) => display !== undefined)?.display ?? null,
    raw_value: rawValue(value),
    raw_unit: value?.type === "quantity" ? value.unit : null,
  };
}

function rawValue(value: FactValue | null): string | null {
  switch (value?.type) {
    case "quantity":
      return `${value.comparator ?? ""}${value.value}`;
    case "code":
      return value.codes.map(({ code, display }) => display ?? code).join("; ");
    case "text":
      return value.text;
    case "boolean":
      return String(value.value);
    default:
      return null;
  }
}
