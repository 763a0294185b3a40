import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanOf } from "../../src/dates.ts";
import { assertions, comparators, factKinds, type PatientRecord, patientRecordSchema } from "../../src/schema.ts";
import {
  FACTS_PER_PATIENT,
  type Flavour,
  flavours,
  generateColumns,
  generatePatients,
  generateWithTruth,
  NO_DAY_HIGH,
  NO_DAY_LOW,
  type PatientChunk,
} from "../../src/synthetic/index.ts";

const asOf = "2026-01-31";
const draw = (flavour: Flavour, seed: number, from: number, count: number): PatientRecord[] => [
  ...generatePatients({ flavour, seed, from, count, asOf, dirt: 3 }),
];

describe("a patient of a seed", () => {
  it("is the same whatever the count, the start and the order", () => {
    const arbitrary = fc.record({
      flavour: fc.constantFrom(...flavours),
      seed: fc.integer({ min: 0, max: 1_000_000 }),
      from: fc.nat(5_000_000),
      at: fc.nat(20),
    });
    fc.assert(
      fc.property(arbitrary, ({ flavour, seed, from, at }) => {
        const many = draw(flavour, seed, from, 21);
        expect(draw(flavour, seed, from + at, 1)).toEqual([many[at]]);
      }),
      { numRuns: 40 },
    );
  });

  it("is another one for another seed, and no two of a seed are alike", () => {
    const persons = draw("cn", 7, 0, 300).map(({ person }) => `${person.birth} ${person.sex} ${person.observed.from}`);
    expect(new Set(persons).size).toBeGreaterThan(280);
    expect(draw("cn", 8, 0, 1)[0]?.person.birth).not.toBe(draw("cn", 7, 0, 1)[0]?.person.birth);
  });

  it("obeys the schema of records", () => {
    for (const flavour of flavours) for (const record of draw(flavour, 5, 0, 200)) patientRecordSchema.parse(record);
  });

  it("has fact ids whose string order is their order, unique within the population", () => {
    const ids = draw("us", 5, 0, 200).flatMap(({ facts }) => facts.map(({ id }) => id));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** The relational form of records, written from its description and not from the generator. */
function relational(records: readonly PatientRecord[], chunk: PatientChunk, first: number) {
  const number = (concept: string | null) => (concept === null ? 0 : chunk.concepts.indexOf(concept) + 1);
  const span = (date: string | null) => (date === null ? { lo: NO_DAY_LOW, hi: NO_DAY_HIGH } : spanOf(date));
  return records.flatMap(({ facts }, place) =>
    facts.map((fact, row) => {
      const { value } = fact;
      const quantity = value?.type === "quantity" ? value : null;
      const start = span(fact.start);
      const end = span(fact.end);
      return {
        patient: first + place,
        kind: factKinds.indexOf(fact.kind),
        concept: number(fact.concept),
        assertion: assertions.indexOf(fact.assertion),
        start_lo: start.lo,
        start_hi: start.hi,
        end_lo: end.lo,
        end_hi: end.hi,
        end_state: fact.end !== null ? 1 : fact.ongoing === true ? 2 : 0,
        value: quantity?.canonical ?? Number.NaN,
        comparator: quantity?.comparator === undefined ? 0 : comparators.indexOf(quantity.comparator) + 1,
        value_state: quantity === null ? 0 : quantity.canonical === null ? 2 : 1,
        value_concept: value?.type === "code" ? number(value.concept) : 0,
        low: quantity?.low ?? Number.NaN,
        high: quantity?.high ?? Number.NaN,
        dose: fact.dose?.unit === "mg" ? fact.dose.value : Number.NaN,
        line: fact.line ?? 0,
        alteration: fact.alteration === undefined ? 0 : chunk.alterations.indexOf(fact.alteration) + 1,
        tumour: number(fact.tumour ?? null),
        seq: (first + place) * FACTS_PER_PATIENT + row,
      };
    }),
  );
}

describe("the columnar path", () => {
  it("holds what the records hold", () => {
    const arbitrary = fc.record({
      flavour: fc.constantFrom(...flavours),
      seed: fc.integer({ min: 0, max: 1_000_000 }),
      from: fc.nat(1_000_000),
      setting: fc.constantFrom("community" as const, "hospital" as const),
    });
    fc.assert(
      fc.property(arbitrary, ({ flavour, seed, from, setting }) => {
        const options = { flavour, seed, from, setting, count: 25, asOf, dirt: 4 };
        const records = [...generatePatients(options)];
        const [chunk, second] = [...generateColumns({ ...options, chunk: 25 })];
        expect(second).toBeUndefined();
        if (chunk === undefined) throw new Error("no chunk");
        const names = Object.keys(chunk.facts) as (keyof typeof chunk.facts)[];
        const rows = Array.from(chunk.facts.seq, (_, row) =>
          Object.fromEntries(names.map((name) => [name, chunk.facts[name][row]])),
        );
        expect(rows).toEqual(relational(records, chunk, from));
        for (const [place, { person }] of records.entries()) {
          expect(chunk.keyOf(chunk.people.patient[place] ?? -1)).toBe(person.id);
          expect(chunk.people.sex[place]).toBe(person.sex === "female" ? 1 : 2);
          expect(chunk.people.birth_lo[place]).toBe(spanOf(person.birth ?? "").lo);
          expect(chunk.people.birth_hi[place]).toBe(spanOf(person.birth ?? "").hi);
          expect(chunk.people.death_lo[place]).toBe(person.death === null ? NO_DAY_LOW : spanOf(person.death).lo);
          expect(chunk.people.observed_to[place]).toBe(spanOf(person.observed.to ?? "").lo);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is cut into chunks without a change", () => {
    const options = { flavour: "us" as const, seed: 3, count: 57, asOf };
    const join = (chunk: number, name: "value" | "seq") =>
      [...generateColumns({ ...options, chunk })].flatMap(({ facts }) => [...facts[name]]);
    for (const name of ["value", "seq"] as const) expect(join(10, name)).toEqual(join(57, name));
  });
});

describe("options that cannot be used", () => {
  it("are refused", () => {
    const base = { seed: 1, count: 1, flavour: "cn" as const, asOf };
    for (const wrong of [
      { count: 10_000_001 },
      { seed: 0.5 },
      { asOf: "2026" },
      { from: -1 },
      { dirt: 11 },
      { years: 0 },
    ]) {
      expect(() => [...generateWithTruth({ ...base, ...wrong })]).toThrow(RangeError);
    }
  });
});
