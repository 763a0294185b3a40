import { type Fact, isoOfDay, type PatientRecord, type Person, readQuantity, spanOf } from "@qinghao/clinical";
import { smallTerminology } from "../small-terminology.ts";

/** Index date of the spec tables. */
export const asOf = "2024-05-20";

const asOfDay = spanOf(asOf).lo;
const source = { table: "spec", row: "1" };

/** A whole date some days before the index date. */
export const daysAgo = (days: number): string => isoOfDay(asOfDay - days);

export type FactPart = Partial<Fact> & Pick<Fact, "kind" | "concept">;

/** A fact with everything that the case does not care about filled in. Ids are given by `record`. */
export const fact = (part: FactPart): FactPart => part;

export const condition = (concept: string, start: string | null, more: Partial<Fact> = {}): FactPart =>
  fact({ kind: "condition", concept, start, ...more });

export const drug = (concept: string, start: string | null, more: Partial<Fact> = {}): FactPart =>
  fact({ kind: "drug", concept, start, ...more });

/** A laboratory result as a reader would have read it; `more` may bring `low` and `high` in the same unit. */
export function lab(
  concept: string,
  value: number,
  unit: string | null,
  start: string | null,
  more: { low?: number; high?: number; comparator?: "<" | "<=" | ">" | ">="; assertion?: Fact["assertion"] } = {},
): FactPart {
  const { assertion = "present", ...written } = more;
  const quantity = readQuantity({ value, unit, ucum: unit, ...written }, smallTerminology.labItem(concept));
  return fact({ kind: "measurement", concept, start, assertion, value: quantity });
}

/** A result in words: `RESULT:positive` and so on. */
export const worded = (
  kind: Fact["kind"],
  concept: string,
  answer: string,
  start: string | null,
  more: Partial<Fact> = {},
): FactPart => fact({ kind, concept, start, value: { type: "code", concept: answer, codes: [] }, ...more });

/** A person of the spec tables: a woman born in 1974 whose record was kept from 2010 on. */
export const person = (part: Partial<Person> = {}): Person => ({
  id: "patient",
  sex: "female",
  birth: "1974-05-20",
  death: null,
  observed: { from: "2010-01-01", to: null },
  source,
  ...part,
});

export const record = (facts: readonly FactPart[], who: Partial<Person> = {}): PatientRecord => ({
  person: person(who),
  facts: facts.map((part, index) => ({
    id: `f${String(index).padStart(3, "0")}`,
    patient: "patient",
    via: "code",
    codes: [],
    assertion: "present",
    start: null,
    end: null,
    value: null,
    source,
    ...part,
  })),
});
