import { parseDay } from "../days.ts";
import type { Day, EventQuery } from "../definition.ts";
import { type Domain, domainOf } from "../domains.ts";
import { type CdmRow, dayOf, numberOf, textOf } from "./cdm.ts";
import { type FilterContext, satisfies } from "./filters.ts";

/** One event of a person. `id` is the record's own number within its table. */
export type CirceEvent = {
  readonly person: number;
  readonly id: number;
  readonly start: Day;
  readonly end: Day | null;
  readonly visit: number | null;
  /** The date that orders entry events; differs from `start` under a user-defined period. */
  readonly sort: Day;
  readonly row: CdmRow;
};

const farEnd = parseDay("2099-12-31") ?? 0;

function endOf(row: CdmRow, domain: Domain, start: Day): Day | null {
  const column = domain.end === null ? null : dayOf(row, domain.end);
  switch (domain.endRule) {
    case "column":
      return column;
    case "next-day":
      return start + 1;
    case "column-or-next-day":
      return column ?? start + 1;
    case "drug":
      return drugEnd(row, start);
    case "column-or-2099":
      return column ?? farEnd;
  }
}

/** The end of a drug exposure: its end date, else start + days supply, else the day after the start. */
export function drugEnd(row: CdmRow, start: Day): Day {
  const supply = numberOf(row, "days_supply");
  return dayOf(row, "drug_exposure_end_date") ?? start + (supply ?? 1);
}

/** Rows of the domain; for a region the person's stays, each with the region of its location. */
function* candidates(domain: Domain, { cdm }: FilterContext): Generator<CdmRow> {
  for (const row of cdm.rows(domain.table)) {
    if (domain.table !== "location_history") yield row;
    else if (textOf(row, "domain_id") === "PERSON") {
      const location = cdm.location(numberOf(row, "location_id") ?? Number.NaN);
      if (location !== undefined) yield { ...location, ...row };
    }
  }
}

function matched(query: EventQuery, context: FilterContext): CirceEvent[] {
  const domain = domainOf(query.domain);
  const isIn = (row: CdmRow, column: string | undefined | null, codesetId: number | null) =>
    codesetId === null ||
    column == null ||
    context.codesets.get(codesetId)?.has(numberOf(row, column) ?? Number.NaN) === true;
  const out: CirceEvent[] = [];
  for (const row of candidates(domain, context)) {
    if (!isIn(row, domain.concept, query.codesetId) || !isIn(row, domain.source?.column, query.sourceCodesetId))
      continue;
    const [person, id, start] = [numberOf(row, domain.person), numberOf(row, domain.id), dayOf(row, domain.start)];
    if (person === null || id === null || start === null) continue;
    const visit = domain.visit ? numberOf(row, "visit_occurrence_id") : null;
    out.push({ person, id, start, end: endOf(row, domain, start), visit, sort: start, row });
  }
  return out;
}

function firstOfEach(events: readonly CirceEvent[]): CirceEvent[] {
  const first = new Map<number, CirceEvent>();
  for (const event of events) {
    const best = first.get(event.person);
    if (best === undefined || event.start < best.start || (event.start === best.start && event.id < best.id)) {
      first.set(event.person, event);
    }
  }
  return [...first.values()];
}

function adjust(event: CirceEvent, query: EventQuery): CirceEvent | null {
  const adjustment = query.dateAdjustment;
  if (adjustment === null) return event;
  const base = (side: "start" | "end") => (side === "start" ? event.start : event.end);
  const [from, to] = [base(adjustment.startWith), base(adjustment.endWith)];
  if (from === null || to === null) return null;
  const [start, end] = [from + adjustment.startOffsetDays, to + adjustment.endOffsetDays];
  return end < start ? null : { ...event, start, end, sort: start };
}

/** Keeps an event that covers the user-defined dates, which then become its own. */
function usePeriod(event: CirceEvent, query: EventQuery): CirceEvent | null {
  if (query.period === null) return event;
  const covers = (day: Day | null) => day === null || (event.start <= day && event.end !== null && event.end >= day);
  if (!covers(query.period.start) || !covers(query.period.end)) return null;
  return { ...event, start: query.period.start ?? event.start, end: query.period.end ?? event.end };
}

/** One event among all persons. */
export const keyOf = (event: { readonly person: number; readonly id: number }): string => `${event.person}:${event.id}`;

/** The records that a query selects as events, in table order, before its correlated criteria. */
export function selectEvents(query: EventQuery, context: FilterContext): CirceEvent[] {
  const rows = matched(query, context);
  return (query.first ? firstOfEach(rows) : rows).flatMap((row) => {
    const event = adjust(row, query);
    if (event === null || !query.filters.every((filter) => satisfies(filter, event, context))) return [];
    const placed = usePeriod(event, query);
    return placed === null ? [] : [placed];
  });
}
