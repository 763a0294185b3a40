/** Tables of the OMOP common data model (5.3 and 5.4) that Circe reads. */
export const cdmTables = [
  "person",
  "observation_period",
  "condition_occurrence",
  "condition_era",
  "drug_exposure",
  "drug_era",
  "dose_era",
  "procedure_occurrence",
  "measurement",
  "observation",
  "visit_occurrence",
  "visit_detail",
  "device_exposure",
  "death",
  "specimen",
  "payer_plan_period",
  "provider",
  "care_site",
  "location",
  "location_history",
] as const;
export type CdmTable = (typeof cdmTables)[number];

/** Where a concept column is looked up: on the event's own row, or on the row that it points to. */
export type ColumnRef = {
  readonly from: "event" | "person" | "provider" | "visit" | "care-site";
  readonly column: string;
};

/** What one attribute of a criterion means. */
export type Attribute =
  | { readonly kind: "date"; readonly on: "start" | "end" }
  | { readonly kind: "age"; readonly on: "start" | "end" }
  | { readonly kind: "number"; readonly column: string }
  | { readonly kind: "ratio"; readonly column: string }
  | { readonly kind: "length" }
  | { readonly kind: "concepts"; readonly of: ColumnRef; readonly exclude?: string }
  | { readonly kind: "selection"; readonly of: ColumnRef }
  | { readonly kind: "codeset"; readonly of: ColumnRef }
  | { readonly kind: "text"; readonly column: string }
  | { readonly kind: "abnormal" }
  | { readonly kind: "site-region" }
  | { readonly kind: "flag" }
  | { readonly kind: "inert-number" };

/**
 * How an event ends: its end column; that column or the day after the start; always the day after; for a drug the end
 * column, else start + days supply, else the day after; for a region the end column or the end of the year 2099.
 */
export type EndRule = "column" | "column-or-next-day" | "next-day" | "drug" | "column-or-2099";

export type Domain = {
  readonly table: CdmTable;
  readonly id: string;
  readonly person: string;
  /** The column that `CodesetId` selects by. */
  readonly concept: string | null;
  /** Attribute and column of the source concept, applied before `First` as the concept itself. */
  readonly source: { readonly field: string; readonly column: string } | null;
  readonly start: string;
  readonly end: string | null;
  readonly endRule: EndRule;
  /** Whether the event belongs to a visit. */
  readonly visit: boolean;
  /** Whether a user-defined period may replace the dates. */
  readonly period: boolean;
  readonly attributes: Readonly<Record<string, Attribute>>;
};

export const event = (column: string): ColumnRef => ({ from: "event", column });

/** A concept list and its concept-set twin, `X` and `XCS`, on one column. */
export const pair = (field: string, of: ColumnRef, exclude?: string): Record<string, Attribute> => ({
  [field]: { kind: "concepts", of, ...(exclude === undefined ? {} : { exclude }) },
  [`${field}CS`]: { kind: "selection", of },
  ...(exclude === undefined ? {} : { [exclude]: { kind: "flag" } }),
});

export const gender = pair("Gender", { from: "person", column: "gender_concept_id" });
export const provider = pair("ProviderSpecialty", { from: "provider", column: "specialty_concept_id" });
const visitType = pair("VisitType", { from: "visit", column: "visit_concept_id" });
export const placeOfService = pair("PlaceOfService", { from: "care-site", column: "place_of_service_concept_id" });
export const startDate: Record<string, Attribute> = { OccurrenceStartDate: { kind: "date", on: "start" } };
export const bothDates: Record<string, Attribute> = { ...startDate, OccurrenceEndDate: { kind: "date", on: "end" } };
export const age: Record<string, Attribute> = { Age: { kind: "age", on: "start" } };
export const clinical = { ...age, ...gender, ...provider, ...visitType };
const agesOfSpan: Record<string, Attribute> = {
  AgeAtStart: { kind: "age", on: "start" },
  AgeAtEnd: { kind: "age", on: "end" },
};
export const era: Record<string, Attribute> = {
  EraStartDate: { kind: "date", on: "start" },
  EraEndDate: { kind: "date", on: "end" },
  EraLength: { kind: "length" },
  ...agesOfSpan,
  ...gender,
};
export const period: Record<string, Attribute> = {
  PeriodStartDate: { kind: "date", on: "start" },
  PeriodEndDate: { kind: "date", on: "end" },
  PeriodLength: { kind: "length" },
  ...agesOfSpan,
};
export const payer = (field: string, column: string): Record<string, Attribute> => ({
  [field]: { kind: "codeset", of: event(column) },
});

export const plain = { person: "person_id", source: null, visit: false, period: false } as const;
export const row = { ...plain, visit: true } as const;

/** What a group may ask about the person at the index event. */
export const demographicAttributes: Readonly<Record<string, Attribute>> = {
  Age: { kind: "age", on: "start" },
  ...gender,
  ...pair("Race", { from: "person", column: "race_concept_id" }),
  ...pair("Ethnicity", { from: "person", column: "ethnicity_concept_id" }),
  ...bothDates,
};
