import { yearOf } from "../days.ts";
import type { Day, Filter, Range, TextMatch } from "../definition.ts";
import type { ColumnRef } from "../domains.ts";
import { type Cdm, type CdmRow, dayOf, numberOf, textOf } from "./cdm.ts";

/** What a filter looks at: one record with its event dates. */
export type Subject = {
  readonly person: number;
  readonly row: CdmRow | undefined;
  readonly start: Day | null;
  readonly end: Day | null;
};

export type FilterContext = { readonly cdm: Cdm; readonly codesets: ReadonlyMap<number, ReadonlySet<number>> };

/** Concepts "abnormally low" and "abnormally high", as a measurement's value. */
const abnormalConcepts = new Set([4155142, 4155143]);
const lastDayOf2099 = 47_481;

/** A comparison with a missing value holds in neither direction, as in SQL. */
export function isInRange(value: number | null, range: Range): boolean {
  if (value === null) return false;
  const holds = compare(value, range);
  return range.negated ? !holds : holds;
}

function compare(value: number, range: Range): boolean {
  switch (range.op) {
    case "lt":
      return value < range.value;
    case "lte":
      return value <= range.value;
    case "eq":
      return value === range.value;
    case "gt":
      return value > range.value;
    case "gte":
      return value >= range.value;
    case "bt":
      return value >= range.value && value <= (range.extent ?? range.value);
  }
}

function matchesText(text: string | null, match: TextMatch): boolean {
  if (text === null) return false;
  const operation = { contains: "includes", startsWith: "startsWith", endsWith: "endsWith" } as const;
  return text[operation[match.op]](match.text) !== match.negated;
}

function conceptAt(ref: ColumnRef, subject: Subject, cdm: Cdm): number | null {
  const point = (column: string) => numberOf(subject.row, column);
  switch (ref.from) {
    case "event":
      return point(ref.column);
    case "person":
      return numberOf(cdm.person(subject.person), ref.column);
    case "provider":
      return numberOf(cdm.provider(point("provider_id") ?? Number.NaN), ref.column);
    case "care-site":
      return numberOf(cdm.careSite(point("care_site_id") ?? Number.NaN), ref.column);
    case "visit":
      return numberOf(cdm.visit(point("visit_occurrence_id") ?? Number.NaN, subject.person), ref.column);
  }
}

function isMember(concept: number | null, set: ReadonlySet<number> | undefined, excluded: boolean): boolean {
  return concept !== null && (set?.has(concept) ?? false) !== excluded;
}

function isAbnormal(row: CdmRow | undefined): boolean {
  const [value, low, high] = [
    numberOf(row, "value_as_number"),
    numberOf(row, "range_low"),
    numberOf(row, "range_high"),
  ];
  if (value !== null && ((low !== null && value < low) || (high !== null && value > high))) return true;
  return abnormalConcepts.has(numberOf(row, "value_as_concept_id") ?? 0);
}

/** Whether the care site lay in one of the regions for the whole stay. */
function isSiteInRegion(subject: Subject, codesetId: number, { cdm, codesets }: FilterContext): boolean {
  const site = numberOf(subject.row, "care_site_id");
  if (site === null || cdm.careSite(site) === undefined || subject.start === null || subject.end === null) return false;
  return cdm.rows("location_history").some((stay) => {
    if (textOf(stay, "domain_id") !== "CARE_SITE" || numberOf(stay, "entity_id") !== site) return false;
    const region = numberOf(cdm.location(numberOf(stay, "location_id") ?? Number.NaN), "region_concept_id");
    const [from, to] = [dayOf(stay, "start_date"), dayOf(stay, "end_date") ?? lastDayOf2099];
    const covers = from !== null && from <= (subject.start ?? from) && to >= (subject.end ?? to);
    return covers && isMember(region, codesets.get(codesetId), false);
  });
}

/** Whether one record satisfies one filter. */
export function satisfies(filter: Filter, subject: Subject, context: FilterContext): boolean {
  const { cdm, codesets } = context;
  const { row } = subject;
  const onDay = (on: "start" | "end") => (on === "start" ? subject.start : subject.end);
  switch (filter.kind) {
    case "date":
      return isInRange(onDay(filter.on), filter.range);
    case "age": {
      const [day, birth] = [onDay(filter.on), numberOf(cdm.person(subject.person), "year_of_birth")];
      return isInRange(day === null || birth === null ? null : yearOf(day) - birth, filter.range);
    }
    case "number":
      return isInRange(numberOf(row, filter.column), filter.range);
    case "ratio": {
      const [value, limit] = [numberOf(row, "value_as_number"), numberOf(row, filter.column)];
      return isInRange(value === null || limit === null || limit === 0 ? null : value / limit, filter.range);
    }
    case "length":
      return isInRange(
        subject.start === null || subject.end === null ? null : subject.end - subject.start,
        filter.range,
      );
    case "concepts": {
      const ids = new Set(filter.concepts.map((concept) => concept.CONCEPT_ID));
      return isMember(conceptAt(filter.of, subject, cdm), ids, filter.excluded);
    }
    case "selection":
      return isMember(conceptAt(filter.of, subject, cdm), codesets.get(filter.codesetId), filter.excluded);
    case "codeset":
      return isMember(conceptAt(filter.of, subject, cdm), codesets.get(filter.codesetId), false);
    case "text":
      return matchesText(textOf(row, filter.column), filter.match);
    case "abnormal":
      return isAbnormal(row);
    case "site-region":
      return isSiteInRegion(subject, filter.codesetId, context);
    case "inert":
      return true;
  }
}
