import { endStates, NO_DAY_HIGH, NO_DAY_LOW, valueTypes } from "./events.ts";
import type { Model } from "./model/compile.ts";
import { FACTS_PER_PATIENT, type GenerateOptions, patientId, settle } from "./options.ts";
import { type Drawn, PatientStream } from "./patient-stream.ts";

/** People of a chunk, a row each. Days are since 1970-01-01; `NO_DAY_LOW` stands for null. */
export type PersonColumns = {
  patient: Int32Array;
  /** 0 unknown, 1 female, 2 male, 3 other. */
  sex: Uint8Array;
  birth_lo: Int32Array;
  birth_hi: Int32Array;
  death_lo: Int32Array;
  death_hi: Int32Array;
  observed_from: Int32Array;
  observed_to: Int32Array;
};

/**
 * Facts of a chunk in the relational form, a row each. NaN stands for null in numbers, 0 in `line`, `concept`,
 * `value_concept`, `alteration` and `tumour`; unknown days are `NO_DAY_LOW` and `NO_DAY_HIGH`. `seq` is
 * `patient * FACTS_PER_PATIENT + place`, the order of fact ids.
 */
export type FactColumns = {
  patient: Int32Array;
  kind: Uint8Array;
  /** Row of `concepts` plus one; 0 where nothing could be mapped. */
  concept: Int32Array;
  assertion: Uint8Array;
  start_lo: Int32Array;
  start_hi: Int32Array;
  end_lo: Int32Array;
  end_hi: Int32Array;
  /** 0 unknown, 1 known, 2 ongoing. */
  end_state: Uint8Array;
  value: Float64Array;
  comparator: Uint8Array;
  /** 0 no quantity, 1 canonical known, 2 unit missing, unknown or inconvertible. */
  value_state: Uint8Array;
  value_concept: Int32Array;
  low: Float64Array;
  high: Float64Array;
  /** mg a day; NaN where it is not stated in mg. */
  dose: Float64Array;
  line: Uint8Array;
  /** Row of `alterations` plus one; 0 without. */
  alteration: Int16Array;
  /** Concept of the tumour that a stage is of, as `concept`. */
  tumour: Int32Array;
  seq: Float64Array;
};

export type PatientChunk = {
  people: PersonColumns;
  facts: FactColumns;
  /** Ids of `facts.concept` and `value_concept`, the same for every chunk of a flavour. */
  concepts: readonly string[];
  alterations: readonly string[];
  /** Text key of a patient number, as records have it. */
  keyOf(patient: number): string;
};

const factTypes = {
  patient: Int32Array,
  kind: Uint8Array,
  concept: Int32Array,
  assertion: Uint8Array,
  start_lo: Int32Array,
  start_hi: Int32Array,
  end_lo: Int32Array,
  end_hi: Int32Array,
  end_state: Uint8Array,
  value: Float64Array,
  comparator: Uint8Array,
  value_state: Uint8Array,
  value_concept: Int32Array,
  low: Float64Array,
  high: Float64Array,
  dose: Float64Array,
  line: Uint8Array,
  alteration: Int16Array,
  tumour: Int32Array,
  seq: Float64Array,
} as const;
const factNames = Object.keys(factTypes) as (keyof FactColumns)[];

const allocate = (size: number): FactColumns =>
  Object.fromEntries(factNames.map((name) => [name, new factTypes[name](size)])) as FactColumns;

/**
 * The same patients as `generatePatients`, as chunks of typed arrays: for a million people and more. One chunk is held
 * at a time, its arrays are the caller's to keep or to transfer.
 */
export function* generateColumns(options: GenerateOptions & { readonly chunk?: number }): Generator<PatientChunk> {
  const settled = settle(options);
  const size = options.chunk ?? 10_000;
  if (!Number.isInteger(size) || size < 1) throw new RangeError("chunk must be a whole number from 1");
  const stream = new PatientStream(settled);
  const { concepts, conceptOfTerm } = conceptNumbers(stream.model);
  const keyOf = (patient: number) => patientId(settled, patient);
  let scratch = allocate(size * 64);
  for (let first = settled.first; first < settled.end; first += size) {
    const count = Math.min(size, settled.end - first);
    const people = allocatePeople(count);
    let rows = 0;
    for (let place = 0; place < count; place++) {
      const drawn = stream.draw(first + place);
      writePerson(people, place, drawn);
      const needed = rows + drawn.patient.events.count;
      if (needed > scratch.patient.length) scratch = grow(scratch, needed * 2);
      writeFacts(scratch, rows, drawn, conceptOfTerm);
      rows = needed;
    }
    const facts = Object.fromEntries(factNames.map((name) => [name, scratch[name].slice(0, rows)])) as FactColumns;
    yield { people, facts, concepts, alterations: stream.model.alterations, keyOf };
  }
}

function conceptNumbers(model: Model): { concepts: string[]; conceptOfTerm: Int32Array } {
  const concepts = [...new Set(model.terms.rows.flatMap(({ concept }) => (concept === null ? [] : [concept])))].sort();
  const numbers = new Map(concepts.map((concept, place) => [concept, place + 1]));
  return {
    concepts,
    conceptOfTerm: Int32Array.from(model.terms.rows, ({ concept }) => numbers.get(concept ?? "") ?? 0),
  };
}

const allocatePeople = (size: number): PersonColumns => ({
  patient: new Int32Array(size),
  sex: new Uint8Array(size),
  birth_lo: new Int32Array(size),
  birth_hi: new Int32Array(size),
  death_lo: new Int32Array(size),
  death_hi: new Int32Array(size),
  observed_from: new Int32Array(size),
  observed_to: new Int32Array(size),
});

function grow(from: FactColumns, size: number): FactColumns {
  const grown = allocate(size);
  for (const name of factNames) grown[name].set(from[name] as never);
  return grown;
}

function writePerson(people: PersonColumns, place: number, drawn: Drawn): void {
  const { patient } = drawn;
  people.patient[place] = drawn.index;
  people.sex[place] = patient.sex + 1;
  people.birth_lo[place] = drawn.birthLow;
  people.birth_hi[place] = drawn.birthHigh;
  people.death_lo[place] = people.death_hi[place] = patient.death ?? NO_DAY_LOW;
  people.observed_from[place] = patient.observedFrom;
  people.observed_to[place] = patient.observedTo;
}

function writeFacts(to: FactColumns, first: number, { index, patient }: Drawn, conceptOfTerm: Int32Array): void {
  const { count, columns: c } = patient.events;
  for (let row = 0; row < count; row++) {
    const at = first + row;
    const isQuantity = c.valueType[row] === valueTypes.quantity;
    to.patient[at] = index;
    to.kind[at] = c.kind[row]!;
    to.concept[at] = conceptOfTerm[c.term[row]!]!;
    to.assertion[at] = c.assertion[row]!;
    to.start_lo[at] = c.startLow[row]!;
    to.start_hi[at] = c.startHigh[row]!;
    to.end_state[at] = c.endState[row]!;
    to.end_lo[at] = c.endState[row] === endStates.known ? c.endLow[row]! : NO_DAY_LOW;
    to.end_hi[at] = c.endState[row] === endStates.known ? c.endHigh[row]! : NO_DAY_HIGH;
    to.value[at] = isQuantity ? c.canonical[row]! : Number.NaN;
    to.comparator[at] = isQuantity ? c.comparator[row]! : 0;
    to.value_state[at] = isQuantity ? (Number.isNaN(c.canonical[row]!) ? 2 : 1) : 0;
    to.value_concept[at] = c.valueType[row] === valueTypes.code ? conceptOfTerm[c.valueTerm[row]!]! : 0;
    to.low[at] = isQuantity ? c.low[row]! : Number.NaN;
    to.high[at] = isQuantity ? c.high[row]! : Number.NaN;
    to.dose[at] = c.doseUnit[row] === 0 ? c.dose[row]! : Number.NaN;
    to.line[at] = c.line[row]!;
    to.alteration[at] = c.alteration[row]!;
    to.tumour[at] = c.tumour[row]! < 0 ? 0 : conceptOfTerm[c.term[c.tumour[row]!]!]!;
    to.seq[at] = index * FACTS_PER_PATIENT + row;
  }
}
