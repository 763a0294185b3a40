import { type Fact, spanOf } from "@qinghao/clinical";
import type { Window } from "../criteria/ranges.schema.ts";
import { type Presence, shiftBy } from "./day-window.ts";
import type { PreparedFact } from "./prepared-record.ts";

/** A plan without a date lies no later than this many days after the index date: a hundred years. */
export const PLAN_HORIZON = 36_525;

/** Dates of a planned event: the day that it is planned for. */
export function preparePlan(fact: Fact, asOf: number): PreparedFact {
  const start = fact.start === null ? null : spanOf(fact.start);
  const slo = start?.lo ?? Number.NEGATIVE_INFINITY;
  const shi = Math.min(start?.hi ?? Number.POSITIVE_INFINITY, asOf + PLAN_HORIZON);
  return { fact, slo, shi, elo: slo, ehi: shi, endIs: "known" };
}

/**
 * How a plan lies to the time from the index date on, or to a window in it. A plan for a day that is past is none any more;
 * one without a date is still open, but not certainly for a stated time.
 */
export function planPresence(plan: PreparedFact, when: Window | undefined, asOf: number): Presence {
  const from = when?.from === undefined ? asOf : Math.max(asOf, shiftBy(asOf, when.from));
  const to = when?.to === undefined ? Number.POSITIVE_INFINITY : shiftBy(asOf, when.to);
  if (plan.shi < from || plan.slo > to || to < from) return "no";
  if (when === undefined && plan.fact.start === null) return "certain";
  return plan.slo >= from && plan.shi <= to ? "certain" : "possible";
}
