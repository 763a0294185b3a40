import type {
  CorrelatedCriterion,
  CountColumn,
  CriteriaGroup,
  Day,
  EventQuery,
  Occurrence,
  Window,
  WindowEdge,
} from "../definition.ts";
import { domainOf } from "../domains.ts";
import { numberOf } from "./cdm.ts";
import { type CirceEvent, keyOf } from "./events.ts";
import { type FilterContext, satisfies } from "./filters.ts";

/** What one execution shares: the data, the resolved concept sets, and the events of each query. */
export type Execution = FilterContext & { readonly eventsOf: (query: EventQuery) => readonly CirceEvent[] };

/** An event that a group is asked about, with the observation period that it lies in. */
export type IndexEvent = {
  readonly person: number;
  readonly id: number;
  readonly start: Day;
  readonly end: Day | null;
  readonly visit: number | null;
  readonly observedStart: Day;
  readonly observedEnd: Day;
};

function boundary(edge: WindowEdge, index: IndexEvent, from: Day | null, free: boolean): Day | null | "open" {
  if (edge.days !== null) return from === null ? null : from + (edge.side === "before" ? -edge.days : edge.days);
  if (free) return "open";
  return edge.side === "before" ? index.observedStart : index.observedEnd;
}

function isInWindow(window: Window | null, event: CirceEvent, index: IndexEvent, free: boolean): boolean {
  if (window === null) return true;
  const day = window.eventDate === "start" ? event.start : event.end;
  const from = window.indexDate === "start" ? index.start : index.end;
  const low = window.start === null ? "open" : boundary(window.start, index, from, free);
  const high = window.end === null ? "open" : boundary(window.end, index, from, free);
  if (low === "open" && high === "open") return true;
  if (day === null || low === null || high === null) return false;
  return (low === "open" || day >= low) && (high === "open" || day <= high);
}

/** Whether an event counts for a criterion at an index event. */
export function correlates(criterion: CorrelatedCriterion, event: CirceEvent, index: IndexEvent): boolean {
  const free = criterion.ignoreObservationPeriod;
  if (!free && (event.start < index.observedStart || event.start > index.observedEnd)) return false;
  if (criterion.sameVisit && (event.visit === null || event.visit !== index.visit)) return false;
  return isInWindow(criterion.startWindow, event, index, free) && isInWindow(criterion.endWindow, event, index, free);
}

const plainColumn: Partial<Record<CountColumn, string>> = {
  QUANTITY: "quantity",
  DAYS_SUPPLY: "days_supply",
  REFILLS: "refills",
  RANGE_LOW: "range_low",
  RANGE_HIGH: "range_high",
  UNIT: "unit_concept_id",
  GAP_DAYS: "gap_days",
};

/** The value of an event in a column that occurrences can be counted by; null is never counted. */
export function countValue(column: CountColumn, event: CirceEvent, query: EventQuery): number | null {
  const domain = domainOf(query.domain);
  switch (column) {
    case "START_DATE":
      return event.start;
    case "END_DATE":
      return event.end;
    case "VISIT_ID":
      return event.visit;
    case "DOMAIN_CONCEPT": {
      if (query.domain === "ObservationPeriod") return numberOf(event.row, "period_type_concept_id");
      if (query.domain === "PayerPlanPeriod") return numberOf(event.row, "payer_concept_id");
      return domain.concept === null ? null : numberOf(event.row, domain.concept);
    }
    case "DURATION":
      return event.end === null ? null : event.end - event.start;
    case "VALUE_AS_NUMBER":
      return numberOf(event.row, query.domain === "DoseEra" ? "dose_value" : "value_as_number");
    case "ERA_OCCURRENCES":
      return numberOf(event.row, query.domain === "DrugEra" ? "drug_exposure_count" : "condition_occurrence_count");
    default:
      return numberOf(event.row, plainColumn[column] ?? "");
  }
}

function meetsCount(count: number, occurrence: Occurrence): boolean {
  if (occurrence.op === "exactly") return count === occurrence.count;
  return occurrence.op === "at-most" ? count <= occurrence.count : count >= occurrence.count;
}

export function byPerson(events: readonly CirceEvent[]): Map<number, CirceEvent[]> {
  return Map.groupBy(events, (event) => event.person);
}

function correlatedMet(
  criterion: CorrelatedCriterion,
  index: readonly IndexEvent[],
  execution: Execution,
): Set<string> {
  const events = byPerson(execution.eventsOf(criterion.query));
  const { occurrence } = criterion;
  const found = new Map<string, { pairs: number; values: Set<number> }>();
  for (const at of index) {
    const key = keyOf(at);
    const tally = found.get(key) ?? { pairs: 0, values: new Set<number>() };
    found.set(key, tally);
    for (const event of events.get(at.person) ?? []) {
      if (!correlates(criterion, event, at)) continue;
      tally.pairs += 1;
      const value = occurrence.distinct === null ? null : countValue(occurrence.distinct, event, criterion.query);
      if (value !== null) tally.values.add(value);
    }
  }
  const zeroCounts = occurrence.op === "at-most" || occurrence.count === 0;
  const met = new Set<string>();
  for (const [key, tally] of found) {
    if (tally.pairs === 0 && !zeroCounts) continue;
    if (meetsCount(occurrence.distinct === null ? tally.pairs : tally.values.size, occurrence)) met.add(key);
  }
  return met;
}

function needed(group: CriteriaGroup, parts: number): (met: number) => boolean {
  const count = group.need.count ?? 0;
  switch (group.need.op) {
    case "all":
      return (met) => met === parts;
    case "any":
      return (met) => met > 0;
    case "at-least":
      return (met) => met >= count;
    case "at-most":
      return (met) => met <= count;
  }
}

/** The keys of the index events that satisfy a group. A group that asks nothing is satisfied by all. */
export function evaluateGroup(group: CriteriaGroup, index: readonly IndexEvent[], execution: Execution): Set<string> {
  const parts = [
    ...group.criteria.map((criterion) => correlatedMet(criterion, index, execution)),
    ...group.demographics.map(
      (filters) =>
        new Set(
          index
            .filter((at) => {
              const subject = { person: at.person, row: undefined, start: at.start, end: at.end };
              const known = execution.cdm.person(at.person) !== undefined;
              return known && filters.every((filter) => satisfies(filter, subject, execution));
            })
            .map(keyOf),
        ),
    ),
    ...group.groups.map((child) => evaluateGroup(child, index, execution)),
  ];
  const keys = new Set(index.map(keyOf));
  if (parts.length === 0) return keys;
  const isMet = needed(group, parts.length);
  return new Set([...keys].filter((key) => isMet(parts.filter((part) => part.has(key)).length)));
}
