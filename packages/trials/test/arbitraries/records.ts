import { type Fact, type PatientRecord, readQuantity, treatmentIntents } from "@qinghao/clinical";
import fc from "fast-check";
import { smallTerminology } from "../small-terminology.ts";
import {
  alterations,
  assertion,
  defined,
  diseases,
  drugs,
  labs,
  maybe,
  partialDate,
  pick,
  plannedDate,
  procedures,
  results,
  stages,
} from "./vocabulary.ts";

const source = { table: "random", row: "1" };

type Part = Pick<Fact, "kind" | "concept" | "value"> & Partial<Fact>;

const worded = pick(results).map((concept) => ({ type: "code" as const, concept, codes: [] }));

const labPart: fc.Arbitrary<Part> = fc
  .record({
    lab: pick(labs),
    share: fc.integer({ min: 1, max: 20 }),
    unit: pick(["own", "own", "own", "own", "none", "wrong"] as const),
    comparator: fc.option(pick(["<", "<=", ">", ">="] as const), { nil: undefined, freq: 8 }),
    low: maybe(fc.integer({ min: 1, max: 10 })),
    high: maybe(fc.integer({ min: 5, max: 15 })),
    fasting: maybe(fc.boolean()),
  })
  .map(({ lab: [concept, ownUnit, scale], share, unit, comparator, low, high, fasting }) => ({
    kind: "measurement" as const,
    concept,
    ...(fasting === undefined ? {} : { fasting }),
    value: readQuantity(
      defined({
        value: (scale * share) / 10,
        unit: unit === "own" ? ownUnit : unit === "none" ? null : "mm[Hg]",
        ucum: unit === "own" ? ownUnit : null,
        comparator,
        low: low === undefined ? undefined : (scale * low) / 10,
        high: high === undefined ? undefined : (scale * high) / 10,
      }),
      smallTerminology.labItem(concept),
    ),
  }));

const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 4, arbitrary: pick(diseases).map((concept): Part => ({ kind: "condition", concept, value: null })) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        concept: pick(drugs),
        dose: maybe(fc.record({ value: fc.integer({ min: 1, max: 40 }), unit: pick(["mg", "mg/d", "g", "[iU]"]) })),
        line: maybe(fc.integer({ min: 1, max: 4 })),
        intent: maybe(pick(treatmentIntents)),
      })
      .map((one): Part => defined({ kind: "drug" as const, value: null, ...one }) as Part),
  },
  { weight: 8, arbitrary: labPart },
  { weight: 1, arbitrary: worded.map((value): Part => ({ kind: "measurement", concept: "LAB:hbsag", value })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ concept: pick(procedures), intent: maybe(pick(treatmentIntents)) })
      .map((one): Part => defined({ kind: "procedure" as const, value: null, ...one }) as Part),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ alteration: maybe(pick(alterations)), value: fc.option(worded, { freq: 2 }) })
      .map((one): Part => defined({ kind: "variant" as const, concept: "GENE:egfr", ...one }) as Part),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ concept: pick(stages), tumour: maybe(pick(diseases)) })
      .map((one): Part => defined({ kind: "stage" as const, value: null, ...one }) as Part),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        state: pick(["pregnant", "contraception"]),
        value: fc.option(fc.boolean().map((value) => ({ type: "boolean" as const, value }))),
      })
      .map(({ state, value }): Part => ({ kind: "status", concept: `STATUS:${state}`, value })),
  },
  { weight: 1, arbitrary: pick(drugs).map((concept): Part => ({ kind: "allergy", concept, value: null })) },
  {
    weight: 1,
    arbitrary: pick(["inpatient", "outpatient", "emergency"]).map(
      (setting): Part => ({ kind: "visit", concept: `VISIT:${setting}`, value: null }),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Part>({ kind: "consent", concept: "CONSENT:participate", value: null }) },
);

const randomFact: fc.Arbitrary<Omit<Fact, "id">> = fc
  .record({
    part,
    assertion,
    start: fc.option(partialDate, { freq: 8 }),
    end: fc.option(partialDate, { freq: 1 }),
    ongoing: maybe(fc.boolean()),
  })
  .map(({ part: own, ...dates }) =>
    defined({ patient: "random", via: "code" as const, codes: [], source, ...own, ...dates } as Omit<Fact, "id">),
  );

const plannedFact: fc.Arbitrary<Omit<Fact, "id">> = fc
  .record({
    of: fc.oneof(
      pick(drugs).map((concept) => ({ kind: "drug" as const, concept })),
      pick(procedures).map((concept) => ({ kind: "procedure" as const, concept })),
    ),
    intent: maybe(pick(treatmentIntents)),
    start: fc.option(plannedDate, { freq: 4 }),
  })
  .map(({ of, ...rest }) =>
    defined({
      patient: "random",
      via: "code" as const,
      codes: [],
      source,
      assertion: "planned" as const,
      end: null,
      value: null,
      ...of,
      ...rest,
    } as Omit<Fact, "id">),
  );

/** A record of a random patient: dates of any precision, mixed and missing units, denials and doubts. */
export const randomRecord: fc.Arbitrary<PatientRecord> = fc
  .record({
    sex: pick(["female", "male", "other", "unknown"] as const),
    birth: fc.option(pick(["1950-02-28", "1974-03-31", "1974-04", "2006", "2000-02-29"]), { freq: 6 }),
    death: fc.option(pick(["2024-03-31", "2024", "2025-01-01"]), { freq: 1 }),
    from: fc.option(pick(["2010", "2022-01-01", "2024-01"]), { freq: 4 }),
    to: fc.option(pick(["2024-03-31", "2024-03", "2023-12-31"]), { freq: 1 }),
    facts: fc.array(fc.oneof({ weight: 8, arbitrary: randomFact }, { weight: 1, arbitrary: plannedFact }), {
      maxLength: 14,
    }),
  })
  .map(({ facts, from, to, ...who }) => ({
    person: { id: "random", ...who, observed: { from, to }, source },
    facts: facts.map((one, index) => ({ id: `f${String(index).padStart(2, "0")}`, ...one })),
  }));
