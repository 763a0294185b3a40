import type {
  CorrelatedCriterion,
  CountColumn,
  CriteriaGroup,
  EventQuery,
  Filter,
  Occurrence,
  Window,
  WindowEdge,
} from "../definition.ts";
import { domainOf } from "../domains.ts";
import { compileFilter, compileQuery, joinsOf } from "./compile-events.ts";

/** Named parts of one `with` query, in order. */
export type Parts = { add(hint: string, sql: string): string; readonly list: readonly string[] };

export function openParts(): Parts {
  const list: string[] = [];
  return {
    list,
    add: (hint, sql) => {
      const name = `${hint}_${list.length}`;
      list.push(`${name} as materialized (${sql})`);
      return name;
    },
  };
}

const isEmptyGroup = (group: CriteriaGroup): boolean =>
  group.criteria.length === 0 && group.demographics.length === 0 && group.groups.length === 0;

/** Adds the events of a query, correlated criteria included, and gives the part's name. */
export function addEvents(query: EventQuery, parts: Parts): string {
  const selected = parts.add("events", compileQuery(query));
  const group = query.correlated;
  if (group === null || isEmptyGroup(group)) return selected;
  const index = parts.add(
    "index",
    `select e.person_id_, e.event_id, e.from_date, e.to_date, e.visit_id,
      o.observation_period_start_date as observed_start, o.observation_period_end_date as observed_end
    from ${selected} e join cdm.observation_period o on o.person_id = e.person_id_
      and e.from_date between o.observation_period_start_date and o.observation_period_end_date`,
  );
  const met = addGroup(group, index, parts);
  return parts.add("events", `select e.* from ${selected} e join ${met} m using (person_id_, event_id)`);
}

function edgeSql(edge: WindowEdge | null, from: string, free: boolean): string | null {
  if (edge === null) return null;
  if (edge.days !== null) return `${from} ${edge.side === "before" ? "-" : "+"} (${edge.days})`;
  if (free) return null;
  return edge.side === "before" ? "i.observed_start" : "i.observed_end";
}

function windowSql(window: Window | null, free: boolean): string[] {
  if (window === null) return [];
  const day = window.eventDate === "start" ? "a.from_date" : "a.to_date";
  const from = window.indexDate === "start" ? "i.from_date" : "i.to_date";
  const [low, high] = [edgeSql(window.start, from, free), edgeSql(window.end, from, free)];
  return [...(low === null ? [] : [`${day} >= ${low}`]), ...(high === null ? [] : [`${day} <= ${high}`])];
}

function countColumn(column: CountColumn, query: EventQuery): string {
  const own: Partial<Record<string, string>> = {
    ObservationPeriod: "period_type_concept_id",
    PayerPlanPeriod: "payer_concept_id",
  };
  const columns: Readonly<Record<CountColumn, string>> = {
    START_DATE: "from_date",
    END_DATE: "to_date",
    VISIT_ID: "visit_id",
    DOMAIN_CONCEPT: own[query.domain] ?? domainOf(query.domain).concept ?? "event_id",
    DURATION: "duration",
    QUANTITY: "quantity",
    DAYS_SUPPLY: "days_supply",
    REFILLS: "refills",
    RANGE_LOW: "range_low",
    RANGE_HIGH: "range_high",
    VALUE_AS_NUMBER: query.domain === "DoseEra" ? "dose_value" : "value_as_number",
    UNIT: "unit_concept_id",
    ERA_OCCURRENCES: query.domain === "DrugEra" ? "drug_exposure_count" : "condition_occurrence_count",
    GAP_DAYS: "gap_days",
  };
  return column === "DURATION" ? "(a.to_date - a.from_date)" : `a.${columns[column]}`;
}

const countSql = ({ op, count }: Occurrence): string =>
  `${{ exactly: "=", "at-most": "<=", "at-least": ">=" }[op]} ${count}`;

function addCorrelated(criterion: CorrelatedCriterion, index: string, parts: Parts): string {
  const events = addEvents(criterion.query, parts);
  const { occurrence, ignoreObservationPeriod: free } = criterion;
  const conditions = [
    "a.person_id_ = i.person_id_",
    ...(free ? [] : ["a.from_date between i.observed_start and i.observed_end"]),
    ...windowSql(criterion.startWindow, free),
    ...windowSql(criterion.endWindow, free),
    ...(criterion.sameVisit ? ["a.visit_id = i.visit_id"] : []),
  ];
  const join = occurrence.op === "at-most" || occurrence.count === 0 ? "left join" : "join";
  const counted =
    occurrence.distinct === null
      ? "count(a.event_id)"
      : `count(distinct ${countColumn(occurrence.distinct, criterion.query)})`;
  return parts.add(
    "met",
    `select i.person_id_, i.event_id from ${index} i ${join} ${events} a on ${conditions.join(" and ")}
    group by i.person_id_, i.event_id having ${counted} ${countSql(occurrence)}`,
  );
}

const addDemographic = (filters: readonly Filter[], index: string, parts: Parts): string =>
  parts.add(
    "met",
    `select distinct e.person_id_, e.event_id
    from (select *, person_id_ as event_person, from_date as event_start, to_date as event_end from ${index}) e
    join cdm.person known on known.person_id = e.person_id_
    ${joinsOf([...filters])}
    ${filters.length === 0 ? "" : `where ${filters.map(compileFilter).join(" and ")}`}`,
  );

/**
 * Adds a group asked about the events of `index` and gives the part with the keys that satisfy it.
 * `index` has `(person_id_, event_id, from_date, to_date, visit_id, observed_start, observed_end)`.
 */
export function addGroup(group: CriteriaGroup, index: string, parts: Parts): string {
  const met = [
    ...group.criteria.map((criterion) => addCorrelated(criterion, index, parts)),
    ...group.demographics.map((filters) => addDemographic(filters, index, parts)),
    ...group.groups.map((child) => addGroup(child, index, parts)),
  ];
  const keys = `select distinct person_id_, event_id from ${index}`;
  if (met.length === 0) return parts.add("met", keys);
  const count = group.need.count ?? 0;
  const needed = {
    all: `= ${met.length}`,
    any: "> 0",
    "at-least": `>= ${count}`,
    "at-most": `<= ${count}`,
  }[group.need.op];
  const all = met.map((name) => `select person_id_, event_id, 1 as one from ${name}`).join(" union all ");
  return parts.add(
    "met",
    `select k.person_id_, k.event_id from (${keys}) k left join (${all}) m using (person_id_, event_id)
    group by k.person_id_, k.event_id having count(m.one) ${needed}`,
  );
}
