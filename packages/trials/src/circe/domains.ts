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

const event = (column: string): ColumnRef => ({ from: "event", column });

/** A concept list and its concept-set twin, `X` and `XCS`, on one column. */
const pair = (field: string, of: ColumnRef, exclude?: string): Record<string, Attribute> => ({
  [field]: { kind: "concepts", of, ...(exclude === undefined ? {} : { exclude }) },
  [`${field}CS`]: { kind: "selection", of },
  ...(exclude === undefined ? {} : { [exclude]: { kind: "flag" } }),
});

const gender = pair("Gender", { from: "person", column: "gender_concept_id" });
const provider = pair("ProviderSpecialty", { from: "provider", column: "specialty_concept_id" });
const visitType = pair("VisitType", { from: "visit", column: "visit_concept_id" });
const placeOfService = pair("PlaceOfService", { from: "care-site", column: "place_of_service_concept_id" });
const startDate: Record<string, Attribute> = { OccurrenceStartDate: { kind: "date", on: "start" } };
const bothDates: Record<string, Attribute> = { ...startDate, OccurrenceEndDate: { kind: "date", on: "end" } };
const age: Record<string, Attribute> = { Age: { kind: "age", on: "start" } };
const clinical = { ...age, ...gender, ...provider, ...visitType };
const agesOfSpan: Record<string, Attribute> = {
  AgeAtStart: { kind: "age", on: "start" },
  AgeAtEnd: { kind: "age", on: "end" },
};
const era: Record<string, Attribute> = {
  EraStartDate: { kind: "date", on: "start" },
  EraEndDate: { kind: "date", on: "end" },
  EraLength: { kind: "length" },
  ...agesOfSpan,
  ...gender,
};
const period: Record<string, Attribute> = {
  PeriodStartDate: { kind: "date", on: "start" },
  PeriodEndDate: { kind: "date", on: "end" },
  PeriodLength: { kind: "length" },
  ...agesOfSpan,
};
const payer = (field: string, column: string): Record<string, Attribute> => ({
  [field]: { kind: "codeset", of: event(column) },
});

const plain = { person: "person_id", source: null, visit: false, period: false } as const;
const row = { ...plain, visit: true } as const;

/**
 * Every criterion type of Circe: the table it reads and what its attributes filter. Schema, reader, engine, SQL and
 * linter derive from this one value. Source: the OHDSI Circe expression format and the OMOP CDM 5.4 specification.
 */
export const domains = {
  ConditionOccurrence: {
    ...row,
    table: "condition_occurrence",
    id: "condition_occurrence_id",
    concept: "condition_concept_id",
    source: { field: "ConditionSourceConcept", column: "condition_source_concept_id" },
    start: "condition_start_date",
    end: "condition_end_date",
    endRule: "column-or-next-day",
    attributes: {
      ...bothDates,
      ...clinical,
      ...pair("ConditionType", event("condition_type_concept_id"), "ConditionTypeExclude"),
      ...pair("ConditionStatus", event("condition_status_concept_id")),
      StopReason: { kind: "text", column: "stop_reason" },
    },
  },
  ConditionEra: {
    ...plain,
    table: "condition_era",
    id: "condition_era_id",
    concept: "condition_concept_id",
    start: "condition_era_start_date",
    end: "condition_era_end_date",
    endRule: "column",
    attributes: { ...era, OccurrenceCount: { kind: "number", column: "condition_occurrence_count" } },
  },
  DrugExposure: {
    ...row,
    table: "drug_exposure",
    id: "drug_exposure_id",
    concept: "drug_concept_id",
    source: { field: "DrugSourceConcept", column: "drug_source_concept_id" },
    start: "drug_exposure_start_date",
    end: "drug_exposure_end_date",
    endRule: "drug",
    attributes: {
      ...bothDates,
      ...clinical,
      ...pair("DrugType", event("drug_type_concept_id"), "DrugTypeExclude"),
      ...pair("RouteConcept", event("route_concept_id")),
      ...pair("DoseUnit", event("dose_unit_concept_id")),
      StopReason: { kind: "text", column: "stop_reason" },
      LotNumber: { kind: "text", column: "lot_number" },
      Refills: { kind: "number", column: "refills" },
      Quantity: { kind: "number", column: "quantity" },
      DaysSupply: { kind: "number", column: "days_supply" },
      EffectiveDrugDose: { kind: "inert-number" },
    },
  },
  DrugEra: {
    ...plain,
    table: "drug_era",
    id: "drug_era_id",
    concept: "drug_concept_id",
    start: "drug_era_start_date",
    end: "drug_era_end_date",
    endRule: "column",
    attributes: {
      ...era,
      OccurrenceCount: { kind: "number", column: "drug_exposure_count" },
      GapDays: { kind: "number", column: "gap_days" },
    },
  },
  DoseEra: {
    ...plain,
    table: "dose_era",
    id: "dose_era_id",
    concept: "drug_concept_id",
    start: "dose_era_start_date",
    end: "dose_era_end_date",
    endRule: "column",
    attributes: {
      ...era,
      ...pair("Unit", event("unit_concept_id")),
      DoseValue: { kind: "number", column: "dose_value" },
    },
  },
  ProcedureOccurrence: {
    ...row,
    table: "procedure_occurrence",
    id: "procedure_occurrence_id",
    concept: "procedure_concept_id",
    source: { field: "ProcedureSourceConcept", column: "procedure_source_concept_id" },
    start: "procedure_date",
    end: null,
    endRule: "next-day",
    attributes: {
      ...startDate,
      ...clinical,
      ...pair("ProcedureType", event("procedure_type_concept_id"), "ProcedureTypeExclude"),
      ...pair("Modifier", event("modifier_concept_id")),
      Quantity: { kind: "number", column: "quantity" },
    },
  },
  Measurement: {
    ...row,
    table: "measurement",
    id: "measurement_id",
    concept: "measurement_concept_id",
    source: { field: "MeasurementSourceConcept", column: "measurement_source_concept_id" },
    start: "measurement_date",
    end: null,
    endRule: "next-day",
    attributes: {
      ...startDate,
      ...clinical,
      ...pair("MeasurementType", event("measurement_type_concept_id"), "MeasurementTypeExclude"),
      ...pair("Operator", event("operator_concept_id")),
      ...pair("ValueAsConcept", event("value_as_concept_id")),
      ...pair("Unit", event("unit_concept_id")),
      ValueAsNumber: { kind: "number", column: "value_as_number" },
      RangeLow: { kind: "number", column: "range_low" },
      RangeHigh: { kind: "number", column: "range_high" },
      RangeLowRatio: { kind: "ratio", column: "range_low" },
      RangeHighRatio: { kind: "ratio", column: "range_high" },
      Abnormal: { kind: "abnormal" },
    },
  },
  Observation: {
    ...row,
    table: "observation",
    id: "observation_id",
    concept: "observation_concept_id",
    source: { field: "ObservationSourceConcept", column: "observation_source_concept_id" },
    start: "observation_date",
    end: null,
    endRule: "next-day",
    attributes: {
      ...startDate,
      ...clinical,
      ...pair("ObservationType", event("observation_type_concept_id"), "ObservationTypeExclude"),
      ...pair("Qualifier", event("qualifier_concept_id")),
      ...pair("ValueAsConcept", event("value_as_concept_id")),
      ...pair("Unit", event("unit_concept_id")),
      ValueAsNumber: { kind: "number", column: "value_as_number" },
      ValueAsString: { kind: "text", column: "value_as_string" },
    },
  },
  VisitOccurrence: {
    ...row,
    table: "visit_occurrence",
    id: "visit_occurrence_id",
    concept: "visit_concept_id",
    source: { field: "VisitSourceConcept", column: "visit_source_concept_id" },
    start: "visit_start_date",
    end: "visit_end_date",
    endRule: "column",
    attributes: {
      ...bothDates,
      ...age,
      ...gender,
      ...provider,
      ...placeOfService,
      ...pair("VisitType", event("visit_type_concept_id"), "VisitTypeExclude"),
      VisitLength: { kind: "length" },
      PlaceOfServiceLocation: { kind: "site-region" },
    },
  },
  VisitDetail: {
    ...row,
    table: "visit_detail",
    id: "visit_detail_id",
    concept: "visit_detail_concept_id",
    source: { field: "VisitDetailSourceConcept", column: "visit_detail_source_concept_id" },
    start: "visit_detail_start_date",
    end: "visit_detail_end_date",
    endRule: "column",
    attributes: {
      VisitDetailStartDate: { kind: "date", on: "start" },
      VisitDetailEndDate: { kind: "date", on: "end" },
      VisitDetailLength: { kind: "length" },
      Age: { kind: "age", on: "end" },
      GenderCS: { kind: "selection", of: { from: "person", column: "gender_concept_id" } },
      ProviderSpecialtyCS: { kind: "selection", of: { from: "provider", column: "specialty_concept_id" } },
      PlaceOfServiceCS: { kind: "selection", of: { from: "care-site", column: "place_of_service_concept_id" } },
      VisitDetailTypeCS: { kind: "selection", of: event("visit_detail_type_concept_id") },
      VisitDetailTypeExclude: { kind: "flag" },
      PlaceOfServiceLocation: { kind: "site-region" },
    },
  },
  DeviceExposure: {
    ...row,
    table: "device_exposure",
    id: "device_exposure_id",
    concept: "device_concept_id",
    source: { field: "DeviceSourceConcept", column: "device_source_concept_id" },
    start: "device_exposure_start_date",
    end: "device_exposure_end_date",
    endRule: "column-or-next-day",
    attributes: {
      ...bothDates,
      ...clinical,
      ...pair("DeviceType", event("device_type_concept_id"), "DeviceTypeExclude"),
      UniqueDeviceId: { kind: "text", column: "unique_device_id" },
      Quantity: { kind: "number", column: "quantity" },
    },
  },
  Death: {
    ...plain,
    table: "death",
    id: "person_id",
    concept: "cause_concept_id",
    source: { field: "DeathSourceConcept", column: "cause_source_concept_id" },
    start: "death_date",
    end: null,
    endRule: "next-day",
    attributes: {
      ...startDate,
      ...age,
      ...gender,
      ...pair("DeathType", event("death_type_concept_id"), "DeathTypeExclude"),
    },
  },
  Specimen: {
    ...plain,
    table: "specimen",
    id: "specimen_id",
    concept: "specimen_concept_id",
    source: { field: "SpecimenSourceConcept", column: "specimen_source_concept_id" },
    start: "specimen_date",
    end: null,
    endRule: "next-day",
    attributes: {
      ...startDate,
      ...age,
      ...gender,
      ...pair("SpecimenType", event("specimen_type_concept_id"), "SpecimenTypeExclude"),
      ...pair("Unit", event("unit_concept_id")),
      ...pair("AnatomicSite", event("anatomic_site_concept_id")),
      ...pair("DiseaseStatus", event("disease_status_concept_id")),
      Quantity: { kind: "number", column: "quantity" },
      SourceId: { kind: "text", column: "specimen_source_id" },
    },
  },
  ObservationPeriod: {
    ...plain,
    period: true,
    table: "observation_period",
    id: "observation_period_id",
    concept: null,
    start: "observation_period_start_date",
    end: "observation_period_end_date",
    endRule: "column",
    attributes: { ...period, ...pair("PeriodType", event("period_type_concept_id")) },
  },
  PayerPlanPeriod: {
    ...plain,
    period: true,
    table: "payer_plan_period",
    id: "payer_plan_period_id",
    concept: null,
    start: "payer_plan_period_start_date",
    end: "payer_plan_period_end_date",
    endRule: "column",
    attributes: {
      ...period,
      ...gender,
      ...payer("PayerConcept", "payer_concept_id"),
      ...payer("PlanConcept", "plan_concept_id"),
      ...payer("SponsorConcept", "sponsor_concept_id"),
      ...payer("StopReasonConcept", "stop_reason_concept_id"),
      ...payer("PayerSourceConcept", "payer_source_concept_id"),
      ...payer("PlanSourceConcept", "plan_source_concept_id"),
      ...payer("SponsorSourceConcept", "sponsor_source_concept_id"),
      ...payer("StopReasonSourceConcept", "stop_reason_source_concept_id"),
    },
  },
  LocationRegion: {
    ...plain,
    person: "entity_id",
    table: "location_history",
    id: "location_history_id",
    concept: "region_concept_id",
    start: "start_date",
    end: "end_date",
    endRule: "column-or-2099",
    attributes: { StartDate: { kind: "date", on: "start" }, EndDate: { kind: "date", on: "end" } },
  },
} as const satisfies Record<string, Domain>;

export type DomainName = keyof typeof domains;
export const domainNames = Object.keys(domains).filter((name): name is DomainName => name in domains);

/** The domain of a criterion type, widened so that its attributes can be looked up by name. */
export const domainOf = (name: DomainName): Domain => domains[name];

/** What a group may ask about the person at the index event. */
export const demographicAttributes: Readonly<Record<string, Attribute>> = {
  Age: { kind: "age", on: "start" },
  ...gender,
  ...pair("Race", { from: "person", column: "race_concept_id" }),
  ...pair("Ethnicity", { from: "person", column: "ethnicity_concept_id" }),
  ...bothDates,
};
