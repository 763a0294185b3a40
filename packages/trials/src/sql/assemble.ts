import type { Truth } from "@qinghao/kernel";
import { allOf, anyOf } from "./expression.ts";
import { type Plan, type Relation, ranks, relationKey, relationsOf, type Silence } from "./relation.ts";
import type { Dialect } from "./tables.ts";

/** Truth as a number that `least` and `greatest` compare. */
export const truthNumbers = { false: 0, unknown: 1, true: 2 } as const;
export const truthOfNumber = (value: number): Truth => (value === 2 ? "true" : value === 1 ? "unknown" : "false");

/** `(patient, truth)` for every patient; `truth` as in `truthNumbers`. */
export const truthQuery = (plan: Plan): string => `select patient, t0 as truth from (${truthQueries([plan])}) q`;

/** One query `(patient, t0, t1, ...)` for several plans over the same patients; relations they share are run once. */
export function truthQueries(plans: readonly Plan[]): string {
  const names = new Map<string, string>();
  const definitions: string[] = [];
  const joins: string[] = [];
  for (const relation of relationsOf({ kind: "all", of: plans })) {
    const name = `r${names.size}`;
    names.set(relationKey(relation), name);
    definitions.push(`${name} as (${rankPerPatient(relation)})`);
    joins.push(` left join ${name} on ${name}.patient = p.patient`);
  }
  const truths = plans.map((plan, index) => `${truthOfPlan(plan, names)} as t${index}`);
  const defined = definitions.length === 0 ? "" : `with ${definitions.join(", ")} `;
  return `${defined}select p.patient, ${truths.join(", ")} from person p${joins.join("")}`;
}

const rankPerPatient = ({ sql, repeats }: Relation): string =>
  repeats ? `select patient, max(rank) as rank from (${sql}) q group by patient` : sql;

function truthOfPlan(plan: Plan, names: ReadonlyMap<string, string>): string {
  switch (plan.kind) {
    case "relation":
      return truthOfRelation(plan, names.get(relationKey(plan))!);
    case "constant":
      return String(truthNumbers[plan.truth]);
    case "not":
      return `(2 - ${truthOfPlan(plan.of, names)})`;
    case "all":
    case "any": {
      if (plan.of.length === 0) return String(plan.kind === "all" ? truthNumbers.true : truthNumbers.false);
      const of = plan.of.map((one) => truthOfPlan(one, names));
      return of.length === 1 ? of[0]! : `${plan.kind === "all" ? "least" : "greatest"}(${of.join(", ")})`;
    }
    case "at-least": {
      const of = plan.of.map((one) => truthOfPlan(one, names));
      const count = (atLeast: number) =>
        of.length === 0 ? "0" : of.map((one) => `case when ${one} >= ${atLeast} then 1 else 0 end`).join(" + ");
      return `case when ${count(2)} >= ${plan.n} then 2 when ${count(1)} >= ${plan.n} then 1 else 0 end`;
    }
  }
}

function truthOfRelation({ silence }: Relation, name: string): string {
  const silent =
    silence.closed === undefined
      ? "1"
      : `case when ${isObserved(silence.closed)} then ${truthNumbers[silence.closed.then]} else 1 end`;
  return `case ${name}.rank when ${ranks.true} then 2 when ${ranks.unknown} then 1 when ${ranks.false} then 0 else ${silent} end`;
}

/** Whether the record of person `p` was kept through the time that silence is to speak for, SQL that is never NULL. */
export function isObserved({ from, to }: { readonly from: number | null; readonly to: number }): string {
  return allOf(
    "p.observed_from is not null",
    from === null ? "true" : `p.observed_from <= ${from}`,
    anyOf("p.observed_to is null", `p.observed_to >= ${to}`),
  );
}

/** Patients to a word of `wordsQuery`, three bits each: 48 bits, which a double holds exactly. */
export const WORD_PATIENTS = 16;

/**
 * `(word, bits)`, both numbers: bit `3 * (patient % 16) + rank - 1` of word `patient / 16` says that the patient has a row
 * of that rank. One aggregate, and no grouping by patient; the sets of a relation follow from them.
 * @param rows a query `(patient, rank)`
 * @param patientLimit patients are numbered below this
 */
export function wordsQuery(rows: string, dialect: Dialect, patientLimit: number): string {
  // DuckDB groups by sixteen bits through a plain table.
  const isShort = dialect === "duckdb" && patientLimit <= WORD_PATIENTS * 2 ** 16;
  const word = `(patient >> 4)${isShort ? "::usmallint" : ""}`;
  const bit = "1::bigint << ((patient & 15) * 3 + rank - 1)";
  return `select ${word} as word, bit_or(${bit})::double precision as bits from (${rows}) q where rank > 0 group by 1`;
}

/** Rows `(patient, rank)` with rank 3 for the persons whose record was kept through the time. */
export const observedPersons = (closed: NonNullable<Silence["closed"]>): string =>
  `select p.patient, 3 as rank from person p where ${isObserved(closed)}`;

/** The same for everyone. */
export const everyone = "select p.patient, 3 as rank from person p";

/** The same for those who had surely died by the index date. */
export const deceased = (asOf: number): string =>
  `select p.patient, 3 as rank from person p where p.death_hi is not null and p.death_hi <= ${asOf}`;
