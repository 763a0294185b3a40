import type { Count } from "../criteria/ranges.schema.ts";
import { type Events, rankedRows, rankOfEvent } from "./events.ts";
import { allOf, anyOf } from "./expression.ts";
import { type Plan, type Relation, relation, type Silence } from "./relation.ts";

/** The time that silence speaks for in a closed world, null in an open one. */
export type ClosedTime = { readonly from: number | null; readonly to: number } | null;

/** What silence means in a closed world. */
export const silenceMeaning = (closed: ClosedTime, then: "true" | "false"): Silence =>
  closed === null ? {} : { closed: { ...closed, then } };

/** Between `min` and `max` events of the table of facts. */
export function countPlan(events: Events, count: Count | undefined, closed: ClosedTime): Plan {
  const rows = countedRows(events, count?.distinct);
  return boundsPlan(count, (limit, bound) =>
    bound === "min" && limit === 1 && count?.distinct !== "day"
      ? atLeastOne(events, closed)
      : countRelation(rows, limit, bound, closed),
  );
}

/** A plan of one relation for the least number and one for the greatest, as far as they are asked for. */
export function boundsPlan(count: Count | undefined, make: (limit: number, bound: "min" | "max") => Relation): Plan {
  const min = count === undefined ? 1 : (count.min ?? (count.max === undefined ? 1 : 0));
  const bounds: Plan[] = [];
  if (min > 0) bounds.push(make(min, "min"));
  if (count?.max !== undefined) bounds.push(make(count.max, "max"));
  return bounds.length === 1 ? bounds[0]! : { kind: "all", of: bounds };
}

/** One event is enough: the highest rank of the rows decides, without counting. */
export const atLeastOne = (events: Events, closed: ClosedTime): Relation =>
  relation(`select f.patient, ${rankOfEvent(events)} as rank from fact f where ${rankedRows(events)}`, {
    repeats: true,
    silence: silenceMeaning(closed, "false"),
  });

/** `(patient, certain, possible, refuted)`: how many events there are, and whether a record says that there was none. */
function countedRows(
  { candidate, certain, absent, startLo, startHi, ...events }: Events,
  distinct: Count["distinct"],
): string {
  const exact = "slo = shi";
  const isDay = distinct === "day";
  const certainCount = isDay
    ? `count(distinct case when c and ${exact} then slo end)`
    : "count(case when c then 1 end)";
  const possibleCount = isDay
    ? `count(distinct case when p and ${exact} then slo end) + count(case when p and not ${exact} then 1 end)`
    : "count(case when p then 1 end)";
  const rows = `select f.patient, ${allOf(candidate, certain)} as c, ${candidate} as p, ${absent} as a, ${startLo} as slo, ${startHi} as shi
    from fact f where ${allOf(events.where, anyOf(absent, candidate))}`;
  return `select patient, ${certainCount} as certain, ${possibleCount} as possible, bool_or(a) as refuted from (${rows}) r group by patient`;
}

/** Whether a number of events, as rows `(patient, certain, possible, refuted)`, reaches a least one or keeps to a greatest. */
export function countRelation(rows: string, limit: number, bound: "min" | "max", closed: ClosedTime): Relation {
  const isRefuted = "possible = 0 and refuted";
  const rank =
    bound === "min"
      ? `case when certain >= ${limit} then 3 when possible >= ${limit} then 2 when ${isRefuted} then 1 else 0 end`
      : `case when certain > ${limit} then 1 when possible > ${limit} then 2 when ${isRefuted} then 3 else 0 end`;
  return relation(`select patient, ${rank} as rank from (${rows}) q`, {
    silence: silenceMeaning(closed, bound === "min" ? "false" : "true"),
  });
}
