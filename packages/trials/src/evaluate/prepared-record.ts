import { type DaySpan, type Fact, type FactKind, type PatientRecord, type Person, spanOf } from "@qinghao/clinical";
import { preparePlan } from "./plans.ts";

/** A fact whose dates are days at the as-of date. The start is `[slo, shi]`, the end `[elo, ehi]`. */
export type PreparedFact = {
  readonly fact: Fact;
  readonly slo: number;
  readonly shi: number;
  readonly elo: number;
  readonly ehi: number;
  /** Whether the record gives the end, says that it goes on, or leaves it open. */
  readonly endIs: "known" | "ongoing" | "unknown";
};

/** Facts that count at the as-of date, by kind and concept. */
export type PreparedRecord = {
  readonly person: Person;
  /** The as-of date as days since 1970-01-01. */
  readonly asOf: number;
  /** The record's time as far as it is certainly kept: null where it is not said. */
  readonly observedFrom: number | null;
  readonly observedTo: number;
  readonly birth: DaySpan | null;
  readonly byKind: FactsByKind;
  /** What is planned, whenever for: no event that happened. */
  readonly plans: FactsByKind;
};

export type FactsByKind = ReadonlyMap<FactKind, ReadonlyMap<string, readonly PreparedFact[]>>;

const lasting: ReadonlySet<FactKind> = new Set(["condition", "drug", "allergy"]);

/**
 * Dates of a fact at an as-of day; null where it is not seen: it starts afterwards, is only planned, or is a relative's.
 * An unknown end of a condition, drug or allergy lies between its start and the as-of day; other kinds end as they start.
 */
export function prepareFact(fact: Fact, asOf: number): PreparedFact | null {
  if (fact.assertion === "planned" || fact.assertion === "family") return null;
  let slo = Number.NEGATIVE_INFINITY;
  let shi = asOf;
  if (fact.start !== null) {
    const start = spanOf(fact.start);
    if (start.lo > asOf) return null;
    slo = start.lo;
    shi = Math.min(start.hi, asOf);
  }
  if (fact.end !== null) {
    const end = spanOf(fact.end);
    return { fact, slo, shi, elo: Math.min(end.lo, asOf), ehi: Math.min(end.hi, asOf), endIs: "known" };
  }
  if (fact.ongoing === true) return { fact, slo, shi, elo: asOf, ehi: asOf, endIs: "ongoing" };
  if (lasting.has(fact.kind)) return { fact, slo, shi, elo: slo, ehi: asOf, endIs: "unknown" };
  return { fact, slo, shi, elo: slo, ehi: shi, endIs: "known" };
}

/** Makes a record ready for any number of criteria at one as-of day. */
export function prepareRecord(record: PatientRecord, asOf: number): PreparedRecord {
  const byKind: GrowingFacts = new Map();
  const plans: GrowingFacts = new Map();
  for (const fact of record.facts) {
    if (fact.concept === null) continue;
    if (fact.assertion === "planned") addFact(plans, fact.concept, preparePlan(fact, asOf));
    const prepared = prepareFact(fact, asOf);
    if (prepared !== null) addFact(byKind, fact.concept, prepared);
  }
  const { person } = record;
  return {
    person,
    asOf,
    observedFrom: person.observed.from === null ? null : spanOf(person.observed.from).hi,
    observedTo: person.observed.to === null ? Number.POSITIVE_INFINITY : spanOf(person.observed.to).lo,
    birth: person.birth === null ? null : spanOf(person.birth),
    byKind,
    plans,
  };
}

type GrowingFacts = Map<FactKind, Map<string, PreparedFact[]>>;

function addFact(facts: GrowingFacts, concept: string, prepared: PreparedFact): void {
  const { kind } = prepared.fact;
  let byConcept = facts.get(kind);
  if (byConcept === undefined) {
    byConcept = new Map();
    facts.set(kind, byConcept);
  }
  const known = byConcept.get(concept);
  if (known === undefined) byConcept.set(concept, [prepared]);
  else known.push(prepared);
}
