import type { CohortDefinition, ConceptSet, Limit } from "../definition.ts";
import { addEvents, addGroup, openParts, type Parts } from "./compile-groups.ts";
import { sqlDay, sqlNumber } from "./literals.ts";

/**
 * The statements that run a definition on DuckDB, in order. Schema `cdm` holds the OMOP tables (dates as DATE, ids as
 * integers) with CONCEPT, CONCEPT_ANCESTOR and CONCEPT_RELATIONSHIP. They leave four temporary tables: `codesets`,
 * `judged` (every qualified event with its rule mask), `joined` and `cohort` (person_id, start_date, end_date).
 */
export type CohortSql = { readonly statements: readonly string[] };

function codesetsSql(sets: readonly ConceptSet[]): string {
  const items = sets.flatMap((set) =>
    set.items.map((item) =>
      [
        set.id,
        item.concept.CONCEPT_ID,
        item.isExcluded === true,
        item.includeDescendants === true,
        item.includeMapped === true,
      ].join(", "),
    ),
  );
  const rows = items.length === 0 ? "(null, null, false, false, false)" : items.map((item) => `(${item})`).join(", ");
  return `create or replace temp table codesets as
with items(codeset_id, concept_id, excluded, descendants, mapped) as (values ${rows}),
reached as (
  select i.codeset_id, c.concept_id, i.excluded, i.mapped from items i join cdm.concept c using (concept_id)
  union
  select i.codeset_id, c.concept_id, i.excluded, i.mapped from items i
  join cdm.concept_ancestor a on a.ancestor_concept_id = i.concept_id
  join cdm.concept c on c.concept_id = a.descendant_concept_id
  where i.descendants and c.invalid_reason is null),
spread as (
  select codeset_id, concept_id, excluded from reached
  union
  select r.codeset_id, m.concept_id_1, r.excluded from reached r join cdm.concept_relationship m
    on m.concept_id_2 = r.concept_id and m.relationship_id = 'Maps to' and m.invalid_reason is null
  where r.mapped)
select codeset_id, concept_id from spread group by codeset_id, concept_id having not bool_or(excluded)`;
}

const firstRow = (limit: Limit, order: string): string =>
  limit === "all"
    ? ""
    : `qualify row_number() over (partition by person_id_ order by ${order}${limit === "last" ? " desc" : ""}, event_id) = 1`;

function addEntry(definition: CohortDefinition, parts: Parts): string {
  const { queries, priorDays, postDays, limit } = definition.entry;
  const columns = "person_id_, event_id, from_date, to_date, visit_id, sort_date";
  const all = queries.map((query, at) => `select ${columns}, ${at} as source from ${addEvents(query, parts)}`);
  const nothing =
    "select 0 as person_id_, 0 as event_id, date '1970-01-01' as from_date, date '1970-01-01' as to_date, null::bigint as visit_id, date '1970-01-01' as sort_date, 0 as source where false";
  const order = `e.sort_date${limit === "last" ? " desc" : ""}, e.event_id, e.source`;
  const numbered = `row_number() over (partition by e.person_id_ order by ${order})`;
  return parts.add(
    "entry",
    `select e.person_id_, ${numbered} as event_id, e.from_date, e.to_date, e.visit_id,
      o.observation_period_start_date as observed_start, o.observation_period_end_date as observed_end
    from (${all.length === 0 ? nothing : all.join(" union all ")}) e
    join cdm.observation_period o on o.person_id = e.person_id_
      and e.from_date between o.observation_period_start_date and o.observation_period_end_date
    where o.observation_period_start_date + ${sqlNumber(priorDays)} <= e.from_date
      and e.from_date + ${sqlNumber(postDays)} <= o.observation_period_end_date
    ${limit === "all" ? "" : `qualify ${numbered} = 1`}`,
  );
}

function judgedSql(definition: CohortDefinition): string {
  const parts = openParts();
  const entry = addEntry(definition, parts);
  const qualified =
    definition.qualifying === null
      ? entry
      : parts.add(
          "qualified",
          `select e.* from ${entry} e join ${addGroup(definition.qualifying.group, entry, parts)} m using (person_id_, event_id)
          ${firstRow(definition.qualifiedLimit, "from_date")}`,
        );
  const rules = definition.inclusionRules.map((rule) =>
    rule.group === null ? qualified : addGroup(rule.group, qualified, parts),
  );
  const bits = rules.map((rule, at) => `select person_id_, event_id, ${2n ** BigInt(at)}::hugeint as bit from ${rule}`);
  const mask =
    bits.length === 0
      ? "0::hugeint as mask"
      : `coalesce((select sum(b.bit) from (${bits.join(" union all ")}) b where b.person_id_ = q.person_id_ and b.event_id = q.event_id), 0)::hugeint as mask`;
  return `create or replace temp table judged as with ${parts.list.join(",\n")}
select q.*, ${mask} from ${qualified} q`;
}

/** Joins `(person_id, start_date, end_date)` of a query over gaps of at most `padDays`. */
const erasSql = (spans: string, padDays: number): string => `
select person_id, min(start_date) as start_date, max(end_date) as end_date from (
  select *, sum(is_start) over (partition by person_id order by start_date, is_start desc rows unbounded preceding) as era from (
    select *, case when max(end_date) over (partition by person_id order by start_date, end_date
      rows between unbounded preceding and 1 preceding) + ${sqlNumber(padDays)} >= start_date then 0 else 1 end as is_start
    from (${spans}) s) g) n
group by person_id, era`;

function strategySql(definition: CohortDefinition, parts: Parts): string[] {
  const { exit } = definition;
  if (exit.kind === "observation-end") return [];
  if (exit.kind === "date-offset") {
    const from = exit.from === "start" ? "from_date" : "to_date";
    const end = `least(${from} + ${sqlNumber(exit.offsetDays)}, observed_end)`;
    return [`select person_id_, event_id, case when ${from} is not null then ${end} end as end_date from included`];
  }
  const set = `(select concept_id from codesets where codeset_id = ${exit.codesetId})`;
  const end =
    exit.daysSupplyOverride === null
      ? "coalesce(drug_exposure_end_date, drug_exposure_start_date + cast(coalesce(days_supply, 1) as integer))"
      : `drug_exposure_start_date + ${sqlNumber(exit.daysSupplyOverride)}`;
  const spans = `select person_id, drug_exposure_start_date as start_date, ${end} + ${sqlNumber(exit.offsetDays)} as end_date
    from cdm.drug_exposure where drug_concept_id in ${set} or drug_source_concept_id in ${set}`;
  const eras = parts.add("eras", erasSql(spans, exit.gapDays));
  return [
    `select i.person_id_, i.event_id, d.end_date from included i join ${eras} d on d.person_id = i.person_id_
      and i.from_date between d.start_date and d.end_date`,
  ];
}

function joinedSql(definition: CohortDefinition): string {
  const parts = openParts();
  const everyRule = 2n ** BigInt(definition.inclusionRules.length) - 1n;
  const included = `included as materialized (select * from judged where mask = ${everyRule}
    ${firstRow(definition.expressionLimit, "from_date")})`;
  const ends = [
    ...strategySql(definition, parts),
    ...definition.censoring.map((query) => {
      const events = addEvents(query, parts);
      return `select i.person_id_, i.event_id, c.from_date as end_date from included i join ${events} c
        on c.person_id_ = i.person_id_ and c.from_date between i.from_date and i.observed_end`;
    }),
    ...(definition.exit.kind === "date-offset"
      ? []
      : ["select person_id_, event_id, observed_end as end_date from included"]),
  ];
  const spans = `select i.person_id_ as person_id, i.from_date as start_date, min(x.end_date) as end_date
    from included i join (${ends.join(" union all ")}) x using (person_id_, event_id)
    where x.end_date >= i.from_date group by i.person_id_, i.event_id, i.from_date`;
  return `create or replace temp table joined as with ${[included, ...parts.list].join(",\n")}
${erasSql(spans, definition.collapse.eraPadDays)}`;
}

function cohortSql({ censorWindow: { start, end } }: CohortDefinition): string {
  const from = start === null ? "start_date" : `greatest(start_date, ${sqlDay(start)})`;
  const to = end === null ? "end_date" : `least(end_date, ${sqlDay(end)})`;
  return `create or replace temp table cohort as
select person_id, ${from} as start_date, ${to} as end_date from joined where ${from} <= ${to}`;
}

/** Compiles a definition to SQL for DuckDB. It means what `runCohort` computes. */
export function compileCohort(definition: CohortDefinition): CohortSql {
  const statements = [
    codesetsSql(definition.conceptSets),
    judgedSql(definition),
    joinedSql(definition),
    cohortSql(definition),
  ];
  return { statements };
}
