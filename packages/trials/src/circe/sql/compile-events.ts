import type { EventQuery, Filter } from "../definition.ts";
import { type ColumnRef, type Domain, domainOf } from "../domains.ts";
import { sqlDay, sqlInCodeset, sqlNumber, sqlRange, sqlTextMatch } from "./literals.ts";

const endOf: Readonly<Record<Domain["endRule"], (end: string, start: string) => string>> = {
  column: (end) => end,
  "next-day": (_, start) => `${start} + 1`,
  "column-or-next-day": (end, start) => `coalesce(${end}, ${start} + 1)`,
  drug: (end, start) => `coalesce(${end}, ${start} + cast(coalesce(t.days_supply, 1) as integer))`,
  "column-or-2099": (end) => `coalesce(${end}, date '2099-12-31')`,
};

/** Rows that another table holds for an event: alias, table and join condition. The event is `e`. */
const joins = {
  person: "left join cdm.person p on p.person_id = e.event_person",
  provider: "left join cdm.provider pr on pr.provider_id = e.provider_id",
  visit:
    "left join cdm.visit_occurrence v on v.visit_occurrence_id = e.visit_occurrence_id and v.person_id = e.event_person",
  "care-site": "left join cdm.care_site cs on cs.care_site_id = e.care_site_id",
} as const;
const aliases = { event: "e", person: "p", provider: "pr", visit: "v", "care-site": "cs" } as const;

const columnOf = (ref: ColumnRef): string => `${aliases[ref.from]}.${ref.column}`;

const siteRegion = (codesetId: number): string =>
  `exists (select 1 from cdm.care_site s join cdm.location_history h on h.entity_id = s.care_site_id
    join cdm.location l on l.location_id = h.location_id
    where s.care_site_id = e.care_site_id and h.domain_id = 'CARE_SITE' and h.start_date <= e.event_start
      and coalesce(h.end_date, date '2099-12-31') >= e.event_end and ${sqlInCodeset("l.region_concept_id", codesetId)})`;

const abnormal = `(coalesce(e.value_as_number < e.range_low, false) or coalesce(e.value_as_number > e.range_high, false)
    or coalesce(e.value_as_concept_id in (4155142, 4155143), false))`;

/** One filter as a condition on `e` (`event_start`, `event_end`, `event_person`) and the tables it is joined to. */
export function compileFilter(filter: Filter): string {
  switch (filter.kind) {
    case "date":
      return sqlRange(`e.event_${filter.on}`, filter.range, sqlDay);
    case "age":
      return sqlRange(`(year(e.event_${filter.on}) - p.year_of_birth)`, filter.range, sqlNumber);
    case "number":
      return sqlRange(`e.${filter.column}`, filter.range, sqlNumber);
    case "ratio":
      return sqlRange(`(e.value_as_number / nullif(e.${filter.column}, 0))`, filter.range, sqlNumber);
    case "length":
      return sqlRange("(e.event_end - e.event_start)", filter.range, sqlNumber);
    case "concepts": {
      const ids = filter.concepts.map((concept) => sqlNumber(concept.CONCEPT_ID)).join(", ");
      return `${columnOf(filter.of)} ${filter.excluded ? "not in" : "in"} (${ids})`;
    }
    case "selection":
      return sqlInCodeset(columnOf(filter.of), filter.codesetId, filter.excluded);
    case "codeset":
      return sqlInCodeset(columnOf(filter.of), filter.codesetId);
    case "text":
      return sqlTextMatch(`e.${filter.column}`, filter.match);
    case "abnormal":
      return abnormal;
    case "site-region":
      return siteRegion(filter.codesetId);
    case "inert":
      return "true";
  }
}

/** The joins that filters need. */
export function joinsOf(filters: readonly Filter[]): string {
  const needed = new Set<keyof typeof joins>();
  for (const filter of filters) {
    if (filter.kind === "age") needed.add("person");
    if (
      (filter.kind === "concepts" || filter.kind === "selection" || filter.kind === "codeset") &&
      filter.of.from !== "event"
    ) {
      needed.add(filter.of.from);
    }
  }
  return [...needed].map((name) => joins[name]).join("\n    ");
}

function source(query: EventQuery, domain: Domain): string {
  const from =
    domain.table === "location_history"
      ? "(select l.region_concept_id, h.* from cdm.location_history h join cdm.location l using (location_id) where h.domain_id = 'PERSON') t"
      : `cdm.${domain.table} t`;
  const picks = [
    ...(query.codesetId === null || domain.concept === null
      ? []
      : [sqlInCodeset(`t.${domain.concept}`, query.codesetId)]),
    ...(query.sourceCodesetId === null || domain.source === null
      ? []
      : [sqlInCodeset(`t.${domain.source.column}`, query.sourceCodesetId)]),
  ];
  const end = endOf[domain.endRule](`t.${domain.end}`, `t.${domain.start}`);
  const first = `qualify row_number() over (partition by t.${domain.person} order by t.${domain.start}, t.${domain.id}) = 1`;
  return `select t.*, t.${domain.person} as event_person, t.${domain.id} as record_id,
      t.${domain.start} as raw_start, ${end} as raw_end
    from ${from}
    where t.${domain.start} is not null${picks.map((pick) => ` and ${pick}`).join("")}
    ${query.first ? first : ""}`;
}

/**
 * The events of a query before its correlated criteria: `(person_id, event_id, start_date, end_date, visit_id, sort_date)`
 * and the record's own columns.
 */
export function compileQuery(query: EventQuery): string {
  const domain = domainOf(query.domain);
  const { dateAdjustment: move, period } = query;
  const moved = (side: "start" | "end", days: number) => `raw_${side} + ${sqlNumber(days)}`;
  const start = move === null ? "raw_start" : moved(move.startWith, move.startOffsetDays);
  const end = move === null ? "raw_end" : moved(move.endWith, move.endOffsetDays);
  const covers = [period?.start, period?.end]
    .filter((day) => day != null)
    .map((day) => `${sqlDay(day)} between e.event_start and e.event_end`);
  const conditions = [
    ...(move === null ? [] : ["e.event_end >= e.event_start"]),
    ...query.filters.map(compileFilter),
    ...covers,
  ];
  return `select e.*, e.event_person as person_id_, e.record_id as event_id,
    ${period?.start == null ? "e.event_start" : sqlDay(period.start)} as from_date,
    ${period?.end == null ? "e.event_end" : sqlDay(period.end)} as to_date,
    ${domain.visit ? "e.visit_occurrence_id" : "null::bigint"} as visit_id, e.event_start as sort_date
  from (select *, ${start} as event_start, ${end} as event_end from (${source(query, domain)}) r) e
    ${joinsOf(query.filters)}
  ${conditions.length === 0 ? "" : `where ${conditions.join("\n    and ")}`}`;
}
