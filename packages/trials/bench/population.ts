import {
  type FactColumns as GeneratedFacts,
  type PersonColumns as GeneratedPeople,
  generateColumns,
  NO_DAY_HIGH,
  NO_DAY_LOW,
  type PatientChunk,
} from "@qinghao/clinical/synthetic";
import type { FactColumns, PersonColumns } from "../src/node/extract-writer.ts";
import { type ConceptDictionary, createDictionary } from "../src/sql/dictionary.ts";
import { ALTERATION, valueStates } from "../src/sql/rows.ts";
import { NO_DAY_AFTER, NO_DAY_BEFORE } from "../src/sql/tables.ts";

/** People as they come to a hospital, with the dirt that records have: the same for everyone who runs this. */
const options = { seed: 7919, flavour: "cn", asOf: "2026-01-31", setting: "hospital" } as const;
/** `asOf` as days since 1970-01-01. */
export const populationDay = Date.parse(options.asOf) / 86_400_000;

type NumberOf = { readonly concepts: Int32Array; readonly alterations: Int32Array };

/** Every code of the population, numbered in string order. */
export function populationDictionary(): ConceptDictionary {
  const { concepts, alterations } = firstChunk();
  return createDictionary([...concepts, ...alterations.map((text) => ALTERATION + text)]);
}

function firstChunk(): PatientChunk {
  for (const chunk of generateColumns({ ...options, count: 1 })) return chunk;
  throw new Error("no patient was generated");
}

/** People `from` to `from + count` as rows of the extract, some thousands at a time. */
export function* populationRows(
  from: number,
  count: number,
  dictionary: ConceptDictionary,
): Generator<{ persons: PersonColumns; facts: FactColumns }> {
  let numbers: NumberOf | null = null;
  for (const { people, facts, concepts, alterations, keyOf } of generateColumns({ ...options, from, count })) {
    numbers ??= {
      concepts: Int32Array.of(0, ...concepts.map((code) => dictionary.find(code))),
      alterations: Int32Array.of(0, ...alterations.map((text) => dictionary.find(ALTERATION + text))),
    };
    yield { persons: personRows(people, keyOf), facts: factRows(facts, numbers) };
  }
}

const orNothing = (days: Int32Array): Float64Array =>
  Float64Array.from(days, (day) => (day === NO_DAY_LOW ? Number.NaN : day));

const personRows = (people: GeneratedPeople, keyOf: (patient: number) => string): PersonColumns => ({
  patient: people.patient,
  key: Array.from(people.patient, keyOf),
  sex: people.sex,
  birth_lo: orNothing(people.birth_lo),
  birth_hi: orNothing(people.birth_hi),
  death_lo: orNothing(people.death_lo),
  death_hi: orNothing(people.death_hi),
  observed_from: orNothing(people.observed_from),
  observed_to: orNothing(people.observed_to),
});

const dayOf = (day: number): number => (day === NO_DAY_LOW ? NO_DAY_BEFORE : day === NO_DAY_HIGH ? NO_DAY_AFTER : day);

// The generator has one state for "no quantity": a coded answer that was resolved is told by its concept.
function factRows(facts: GeneratedFacts, { concepts, alterations }: NumberOf): FactColumns {
  const { value_concept, value_state } = facts;
  return {
    ...facts,
    concept: facts.concept.map((number) => concepts[number]!),
    start_lo: facts.start_lo.map(dayOf),
    start_hi: facts.start_hi.map(dayOf),
    end_lo: facts.end_lo.map(dayOf),
    end_hi: facts.end_hi.map(dayOf),
    value_state: value_state.map((state, row) => (value_concept[row] === 0 ? state : valueStates.coded)),
    value_concept: value_concept.map((number) => concepts[number]!),
    line: Float64Array.from(facts.line, (line) => (line === 0 ? Number.NaN : line)),
    tumour: facts.tumour.map((number) => concepts[number]!),
    alteration: Int32Array.from(facts.alteration, (number) => alterations[number]!),
  };
}
