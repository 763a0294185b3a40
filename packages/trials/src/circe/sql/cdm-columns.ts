import type { Attribute } from "../domains.ts";
import { type CdmTable, demographicAttributes, domainNames, domainOf } from "../domains.ts";

export type ColumnType = "bigint" | "double" | "date" | "varchar";
type Columns = Record<string, ColumnType>;

const always: Partial<Record<string, Columns>> = {
  person: { person_id: "bigint", year_of_birth: "bigint", race_concept_id: "bigint", ethnicity_concept_id: "bigint" },
  drug_exposure: { days_supply: "bigint" },
  measurement: { value_as_number: "double", range_low: "double", range_high: "double", value_as_concept_id: "bigint" },
  provider: { provider_id: "bigint" },
  care_site: { care_site_id: "bigint" },
  location: { location_id: "bigint", region_concept_id: "bigint" },
  location_history: {
    location_id: "bigint",
    domain_id: "varchar",
    entity_id: "bigint",
    start_date: "date",
    end_date: "date",
  },
  concept: { concept_id: "bigint", invalid_reason: "varchar" },
  concept_ancestor: { ancestor_concept_id: "bigint", descendant_concept_id: "bigint" },
  concept_relationship: {
    concept_id_1: "bigint",
    concept_id_2: "bigint",
    relationship_id: "varchar",
    invalid_reason: "varchar",
  },
};

const tableOf = {
  person: "person",
  provider: "provider",
  visit: "visit_occurrence",
  "care-site": "care_site",
} as const;

/** Columns that the compiled SQL may name, by table, with the type it expects. */
export function cdmColumns(): ReadonlyMap<string, Columns> {
  const out = new Map<string, Columns>();
  const add = (table: string, column: string | null | undefined, type: ColumnType) => {
    if (column != null) out.set(table, { [column]: type, ...out.get(table) });
  };
  const addAttribute = (table: CdmTable, attribute: Attribute) => {
    if (attribute.kind === "number" || attribute.kind === "ratio") add(table, attribute.column, "double");
    if (attribute.kind === "text") add(table, attribute.column, "varchar");
    if (attribute.kind === "concepts" || attribute.kind === "selection" || attribute.kind === "codeset") {
      const { from, column } = attribute.of;
      add(from === "event" ? table : tableOf[from], column, "bigint");
    }
  };
  for (const [table, columns] of Object.entries(always)) out.set(table, { ...columns });
  for (const name of domainNames) {
    const domain = domainOf(name);
    for (const column of [domain.person, domain.id]) add(domain.table, column, "bigint");
    if (domain.table !== "location_history") add(domain.table, domain.concept, "bigint");
    add(domain.table, domain.source?.column, "bigint");
    for (const column of [domain.start, domain.end]) add(domain.table, column, "date");
    if (domain.visit) {
      for (const column of ["visit_occurrence_id", "provider_id", "care_site_id"]) add(domain.table, column, "bigint");
    }
    for (const attribute of Object.values(domain.attributes)) addAttribute(domain.table, attribute);
  }
  for (const attribute of Object.values(demographicAttributes)) addAttribute("person", attribute);
  return out;
}
