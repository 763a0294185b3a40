import { type FactKind, shiftDay } from "@qinghao/clinical";
import type { Offset, Window } from "../criteria/ranges.schema.ts";
import type { PreparedFact } from "./prepared-record.ts";

export type WindowPart = "start" | "end" | "overlap";

/** A window in days, bounds inclusive, open bounds infinite. */
export type DayWindow = { readonly from: number; readonly to: number; readonly part: WindowPart };

/** Whether an event lies in a window whatever its imprecise dates are, may lie in it, or cannot. */
export type Presence = "certain" | "possible" | "no";

export const shiftBy = (day: number, offset: Offset): number => shiftDay(day, offset.value, offset.unit);

/** What of an event must lie in a window when the criterion does not say. */
export const defaultPart = (kind: FactKind): WindowPart =>
  kind === "condition" || kind === "drug" || kind === "allergy" ? "overlap" : "start";

/** The days of a criterion's window at an as-of day; a missing `to` is the as-of day. */
export const windowAt = (window: Window, asOf: number, kind: FactKind): DayWindow => ({
  from: window.from === undefined ? Number.NEGATIVE_INFINITY : shiftBy(asOf, window.from),
  to: window.to === undefined ? asOf : shiftBy(asOf, window.to),
  part: window.part ?? defaultPart(kind),
});

/** How an event lies to a window. An end that nobody recorded is never certain to lie in one. */
export function presenceIn(event: PreparedFact, window: DayWindow): Presence {
  const { from, to } = window;
  if (window.part === "overlap") {
    if (event.slo > to || event.ehi < from) return "no";
    return event.shi <= to && event.elo >= from ? "certain" : "possible";
  }
  const isEnd = window.part === "end";
  const lo = isEnd ? event.elo : event.slo;
  const hi = isEnd ? event.ehi : event.shi;
  if (hi < from || lo > to) return "no";
  if (isEnd && event.endIs === "unknown") return "possible";
  return lo >= from && hi <= to ? "certain" : "possible";
}
