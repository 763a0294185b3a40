import { and, type Truth } from "@qinghao/kernel";
import type { Count } from "../criteria/ranges.schema.ts";
import type { DayWindow } from "./day-window.ts";
import type { PreparedFact, PreparedRecord } from "./prepared-record.ts";

/** An event that counts for a criterion: certainly, or only if the record means what it may mean. */
export type Candidate = { readonly fact: PreparedFact; readonly isCertain: boolean };

/** The number of events that certainly and possibly count. */
export type Tally = { readonly certain: number; readonly possible: number };

/** Counts events, or distinct start days; a day that is not known exactly is only possible. */
export function tallyOf(candidates: readonly Candidate[], distinct: Count["distinct"]): Tally {
  if (distinct !== "day") {
    let certain = 0;
    for (const candidate of candidates) if (candidate.isCertain) certain++;
    return { certain, possible: candidates.length };
  }
  const certainDays = new Set<number>();
  const days = new Set<number>();
  let imprecise = 0;
  for (const { fact, isCertain } of candidates) {
    if (fact.slo !== fact.shi) {
      imprecise++;
      continue;
    }
    days.add(fact.slo);
    if (isCertain) certainDays.add(fact.slo);
  }
  return { certain: certainDays.size, possible: days.size + imprecise };
}

/** Whether the record is kept, as far as it says, over the whole window: only then is its silence an answer. */
export const isObserved = (record: PreparedRecord, window: Pick<DayWindow, "from" | "to">): boolean =>
  record.observedFrom !== null &&
  (window.from === Number.NEGATIVE_INFINITY || record.observedFrom <= window.from) &&
  record.observedTo >= Math.min(window.to, record.asOf);

/**
 * Truth of "between `min` and `max` events". `silenceIsNo`: what is not recorded did not happen. Without a count at
 * least one is asked for; a count with an upper bound alone asks for no least number.
 */
export function countTruth(tally: Tally, count: Count | undefined, silenceIsNo: boolean): Truth {
  const min = count === undefined ? 1 : (count.min ?? (count.max === undefined ? 1 : 0));
  const enough: Truth = tally.certain >= min ? "true" : tally.possible < min && silenceIsNo ? "false" : "unknown";
  if (count?.max === undefined) return enough;
  const few: Truth =
    tally.certain > count.max ? "false" : tally.possible <= count.max && silenceIsNo ? "true" : "unknown";
  return and(enough, few);
}
