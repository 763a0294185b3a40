import { parseDay } from "../days.ts";
import type { Day } from "../definition.ts";
import type { CdmTable } from "../domains.ts";

/** One row of an OMOP table, columns in lower case; text as read from CSV is fine, empty text is null. */
export type CdmRow = Readonly<Record<string, string | number | null | undefined>>;
export type CdmTables = Readonly<Partial<Record<CdmTable, readonly CdmRow[]>>>;

export function numberOf(row: CdmRow | undefined, column: string): number | null {
  const value = row?.[column];
  if (value === undefined || value === null || value === "") return null;
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}

export function textOf(row: CdmRow | undefined, column: string): string | null {
  const value = row?.[column];
  return value === undefined || value === null || value === "" ? null : String(value);
}

export function dayOf(row: CdmRow | undefined, column: string): Day | null {
  const text = textOf(row, column);
  return text === null ? null : parseDay(text);
}

export type ObservedSpan = { readonly start: Day; readonly end: Day };

/** An OMOP common data model in memory, with the look-ups that criteria need. */
export type Cdm = {
  readonly rows: (table: CdmTable) => readonly CdmRow[];
  readonly person: (id: number) => CdmRow | undefined;
  readonly provider: (id: number) => CdmRow | undefined;
  readonly careSite: (id: number) => CdmRow | undefined;
  readonly location: (id: number) => CdmRow | undefined;
  /** The person's visit; a visit of someone else with the same number is none. */
  readonly visit: (id: number, person: number) => CdmRow | undefined;
  readonly observed: (person: number) => readonly ObservedSpan[];
};

function keyed(rows: readonly CdmRow[], column: string): (id: number) => CdmRow | undefined {
  let index: Map<number, CdmRow> | undefined;
  return (id) => {
    index ??= new Map(rows.map((row) => [numberOf(row, column) ?? Number.NaN, row]));
    return index.get(id);
  };
}

/** Opens CDM rows for cohort execution. Indexes are built when first asked for. */
export function openCdm(tables: CdmTables): Cdm {
  const rows = (table: CdmTable) => tables[table] ?? [];
  const visitById = keyed(rows("visit_occurrence"), "visit_occurrence_id");
  let spans: Map<number, ObservedSpan[]> | undefined;
  const observed = (person: number) => {
    if (spans === undefined) {
      spans = new Map();
      for (const row of rows("observation_period")) {
        const [id, start, end] = [
          numberOf(row, "person_id"),
          dayOf(row, "observation_period_start_date"),
          dayOf(row, "observation_period_end_date"),
        ];
        if (id === null || start === null || end === null) continue;
        const own = spans.get(id);
        if (own === undefined) spans.set(id, [{ start, end }]);
        else own.push({ start, end });
      }
    }
    return spans.get(person) ?? [];
  };
  return {
    rows,
    person: keyed(rows("person"), "person_id"),
    provider: keyed(rows("provider"), "provider_id"),
    careSite: keyed(rows("care_site"), "care_site_id"),
    location: keyed(rows("location"), "location_id"),
    visit: (id, person) => {
      const visit = visitById(id);
      return numberOf(visit, "person_id") === person ? visit : undefined;
    },
    observed,
  };
}
