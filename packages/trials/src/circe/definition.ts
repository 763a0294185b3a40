import type { ColumnRef, DomainName } from "./domains.ts";
import type { UnknownField } from "./read.ts";
import type { CirceConcept, ConceptSetItem } from "./values.schema.ts";

/** A day as whole days since 1970-01-01. */
export type Day = number;

export const comparisons = ["lt", "lte", "eq", "gt", "gte", "bt"] as const;
export type Comparison = (typeof comparisons)[number];

/** `value` alone, or `value` to `extent` inclusive for bt. */
export type Range = {
  readonly op: Comparison;
  readonly negated: boolean;
  readonly value: number;
  readonly extent: number | null;
};

export const textMatches = ["contains", "startsWith", "endsWith"] as const;
export type TextMatch = {
  readonly op: (typeof textMatches)[number];
  readonly negated: boolean;
  readonly text: string;
};

/** One attribute of a criterion; `field` is its name in Circe. A comparison with a missing value is never satisfied. */
export type Filter = { readonly field: string } & (
  | { readonly kind: "date" | "age"; readonly on: "start" | "end"; readonly range: Range }
  | { readonly kind: "number" | "ratio"; readonly column: string; readonly range: Range }
  | { readonly kind: "length"; readonly range: Range }
  | {
      readonly kind: "concepts";
      readonly of: ColumnRef;
      readonly concepts: readonly CirceConcept[];
      readonly excluded: boolean;
    }
  | { readonly kind: "selection"; readonly of: ColumnRef; readonly codesetId: number; readonly excluded: boolean }
  | { readonly kind: "codeset"; readonly of: ColumnRef; readonly codesetId: number }
  | { readonly kind: "text"; readonly column: string; readonly match: TextMatch }
  | { readonly kind: "abnormal" }
  | { readonly kind: "site-region"; readonly codesetId: number }
  /** Kept for the way back; changes nothing. */
  | { readonly kind: "inert"; readonly value: unknown }
);

export type DateAdjustment = {
  readonly startWith: "start" | "end";
  readonly startOffsetDays: number;
  readonly endWith: "start" | "end";
  readonly endOffsetDays: number;
};

/** Which records of a table are events, and when they start and end. */
export type EventQuery = {
  readonly domain: DomainName;
  readonly codesetId: number | null;
  readonly sourceCodesetId: number | null;
  /** Only the person's first matching record, before any filter. */
  readonly first: boolean;
  readonly dateAdjustment: DateAdjustment | null;
  readonly period: { readonly start: Day | null; readonly end: Day | null } | null;
  readonly filters: readonly Filter[];
  readonly correlated: CriteriaGroup | null;
};

/** So many days before or after the index date; null days reach to the edge of the observation period on that side. */
export type WindowEdge = { readonly days: number | null; readonly side: "before" | "after" };

export type Window = {
  readonly start: WindowEdge | null;
  readonly end: WindowEdge | null;
  readonly indexDate: "start" | "end";
  readonly eventDate: "start" | "end";
};

export const countColumns = [
  "START_DATE",
  "END_DATE",
  "VISIT_ID",
  "DOMAIN_CONCEPT",
  "DURATION",
  "QUANTITY",
  "DAYS_SUPPLY",
  "REFILLS",
  "RANGE_LOW",
  "RANGE_HIGH",
  "VALUE_AS_NUMBER",
  "UNIT",
  "ERA_OCCURRENCES",
  "GAP_DAYS",
] as const;
export type CountColumn = (typeof countColumns)[number];

export type Occurrence = {
  readonly op: "exactly" | "at-most" | "at-least";
  readonly count: number;
  /** Count different values of this column instead of events. */
  readonly distinct: CountColumn | null;
};

export type CorrelatedCriterion = {
  readonly query: EventQuery;
  readonly startWindow: Window | null;
  readonly endWindow: Window | null;
  readonly occurrence: Occurrence;
  readonly sameVisit: boolean;
  readonly ignoreObservationPeriod: boolean;
};

export type CriteriaGroup = {
  readonly need: { readonly op: "all" | "any" | "at-least" | "at-most"; readonly count: number | null };
  readonly criteria: readonly CorrelatedCriterion[];
  readonly demographics: readonly (readonly Filter[])[];
  readonly groups: readonly CriteriaGroup[];
};

export type Limit = "all" | "first" | "last";

export type ConceptSet = {
  readonly id: number;
  readonly name: string | null;
  readonly items: readonly ConceptSetItem[];
};

export type InclusionRule = {
  readonly name: string | null;
  readonly description: string | null;
  readonly group: CriteriaGroup | null;
};

export type Exit =
  | { readonly kind: "observation-end" }
  | { readonly kind: "date-offset"; readonly from: "start" | "end"; readonly offsetDays: number }
  | {
      readonly kind: "continuous-drug";
      readonly codesetId: number;
      readonly gapDays: number;
      readonly offsetDays: number;
      readonly daysSupplyOverride: number | null;
    };

/** A Circe definition with its defaults filled in and its operators parsed: what the engine, SQL and linter read. */
export type CohortDefinition = {
  readonly title: string | null;
  readonly cdmVersionRange: string | null;
  readonly conceptSets: readonly ConceptSet[];
  readonly entry: {
    readonly queries: readonly EventQuery[];
    readonly priorDays: number;
    readonly postDays: number;
    readonly limit: Limit;
  };
  readonly qualifying: { readonly group: CriteriaGroup } | null;
  readonly qualifiedLimit: Limit;
  readonly inclusionRules: readonly InclusionRule[];
  readonly expressionLimit: Limit;
  readonly exit: Exit;
  readonly censoring: readonly EventQuery[];
  readonly collapse: { readonly type: string; readonly eraPadDays: number };
  readonly censorWindow: { readonly start: Day | null; readonly end: Day | null };
  /** What the schema did not know; written back on export. The engine does not run a definition that has some. */
  readonly unknown: readonly UnknownField[];
};
