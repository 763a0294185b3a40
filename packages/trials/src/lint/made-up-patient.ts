import { type Fact, type PatientRecord, type Person, spanOf } from "@qinghao/clinical";
import type { Window } from "../criteria/ranges.schema.ts";
import { windowAt } from "../evaluate/day-window.ts";

/** Index date of made-up patients. */
export const lintDate = "2024-01-01";
export const lintDay = spanOf(lintDate).lo;

const source = { table: "made-up", row: "1" };

/** A day that lies in a window at the made-up index date, null where none does. */
export function dayInside(when: Window | undefined, kind: Fact["kind"]): number | null {
  if (when === undefined) return lintDay;
  const { from, to } = windowAt(when, lintDay, kind);
  const day = Math.min(to, lintDay);
  return day < from ? null : day;
}

/** A made-up patient: nothing is known but what is given. */
export function madeUp(parts: readonly Partial<Fact>[], who: Partial<Person> = {}): PatientRecord {
  const facts = parts.map(
    (part, index): Fact => ({
      id: `fact-${index + 1}`,
      patient: "made-up",
      kind: "measurement",
      concept: null,
      via: "code",
      codes: [],
      assertion: "present",
      start: null,
      end: null,
      value: null,
      source,
      ...part,
    }),
  );
  const person: Person = {
    id: "made-up",
    sex: "unknown",
    birth: null,
    death: null,
    observed: { from: "1900", to: null },
    source,
    ...who,
  };
  return { person, facts };
}

/** A quantity that already is in its item's canonical unit. */
export const quantity = (value: number, unit: string | null, limits: { low?: number; high?: number } = {}) => ({
  type: "quantity" as const,
  value,
  unit,
  ucum: unit,
  canonical: value,
  canonicalUnit: unit,
  unitState: "canonical" as const,
  ...limits,
});
