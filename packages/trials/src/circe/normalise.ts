import { err, isQinghaoError, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import type { z } from "zod";
import { trialsErrors } from "../errors.ts";
import { parseDay } from "./days.ts";
import type {
  CohortDefinition,
  CorrelatedCriterion,
  CountColumn,
  CriteriaGroup,
  EventQuery,
  Exit,
  Limit,
  Occurrence,
  Window,
  WindowEdge,
} from "./definition.ts";
import { countColumns } from "./definition.ts";
import { demographicAttributes, domainNames, domainOf } from "./domains.ts";
import { normaliseFilters } from "./normalise-filters.ts";
import type { CirceDocument } from "./read.ts";
import type { CirceCohortExpression, CirceCorrelated, CirceCriterion, CirceGroup } from "./schema.ts";
import { groupSchema } from "./schema.ts";
import {
  type CirceOccurrence,
  type CirceWindow,
  dateAdjustmentSchema,
  type endpointSchema,
  periodSchema,
} from "./values.schema.ts";

const refuse = (reason: string): never => {
  throw trialsErrors.create("circe.unsupported", { reason });
};

const dayOrNull = (text: string | null | undefined): number | null =>
  text == null ? null : (parseDay(text) ?? refuse(`${text} is not a date`));

const codeset = (value: unknown): number | null => (typeof value === "number" ? value : null);

function normaliseQuery(criterion: CirceCriterion | null | undefined): EventQuery {
  for (const name of domainNames) {
    const body = criterion?.[name];
    if (body === undefined) continue;
    const domain = domainOf(name);
    const adjustment = dateAdjustmentSchema.nullish().parse(body.DateAdjustment);
    const period = periodSchema.nullish().parse(body.UserDefinedPeriod);
    const correlated = groupSchema.nullish().parse(body.CorrelatedCriteria);
    const side = (date: "START_DATE" | "END_DATE") => (date === "START_DATE" ? "start" : "end");
    return {
      domain: name,
      codesetId: codeset(body.CodesetId),
      sourceCodesetId: domain.source === null ? null : codeset(body[domain.source.field]),
      first: body.First === true,
      dateAdjustment:
        adjustment == null
          ? null
          : {
              startWith: side(adjustment.StartWith),
              startOffsetDays: adjustment.StartOffset,
              endWith: side(adjustment.EndWith),
              endOffsetDays: adjustment.EndOffset,
            },
      period: period == null ? null : { start: dayOrNull(period.StartDate), end: dayOrNull(period.EndDate) },
      filters: normaliseFilters(domain.attributes, body),
      correlated: correlated == null ? null : normaliseGroup(correlated),
    };
  }
  return refuse("a criterion names no known type");
}

function edge(endpoint: z.infer<typeof endpointSchema> | null | undefined): WindowEdge | null {
  return endpoint == null ? null : { days: endpoint.Days ?? null, side: endpoint.Coeff === -1 ? "before" : "after" };
}

function normaliseWindow(window: CirceWindow | null | undefined, eventEndByDefault: boolean): Window | null {
  if (window == null) return null;
  return {
    start: edge(window.Start),
    end: edge(window.End),
    indexDate: window.UseIndexEnd === true ? "end" : "start",
    eventDate: (window.UseEventEnd ?? eventEndByDefault) ? "end" : "start",
  };
}

const occurrenceOps = ["exactly", "at-most", "at-least"] as const;

function normaliseOccurrence(occurrence: CirceOccurrence | null | undefined): Occurrence {
  if (occurrence == null) return refuse("a correlated criterion has no occurrence count");
  const op = occurrenceOps[occurrence.Type] ?? refuse(`occurrence type ${occurrence.Type} is unknown`);
  const asked = occurrence.CountColumn ?? "DOMAIN_CONCEPT";
  const column: CountColumn =
    countColumns.find((known) => known === asked) ?? refuse(`count column ${asked} is unknown`);
  return { op, count: occurrence.Count, distinct: occurrence.IsDistinct === true ? column : null };
}

function normaliseCorrelated(correlated: CirceCorrelated): CorrelatedCriterion {
  return {
    query: normaliseQuery(correlated.Criteria),
    startWindow: normaliseWindow(correlated.StartWindow, false),
    endWindow: normaliseWindow(correlated.EndWindow, true),
    occurrence: normaliseOccurrence(correlated.Occurrence),
    sameVisit: correlated.RestrictVisit === true,
    ignoreObservationPeriod: correlated.IgnoreObservationPeriod === true,
  };
}

const groupOps = { ALL: "all", ANY: "any", AT_LEAST: "at-least", AT_MOST: "at-most" } as const;

function normaliseGroup(group: CirceGroup): CriteriaGroup {
  const asked = (group.Type ?? "ALL").toUpperCase();
  const op = Object.entries(groupOps).find(([name]) => name === asked)?.[1] ?? refuse(`group type ${asked} is unknown`);
  const counted = op === "at-least" || op === "at-most";
  if (counted && group.Count == null) refuse(`a group of type ${asked} has no count`);
  return {
    need: { op, count: group.Count ?? null },
    criteria: (group.CriteriaList ?? []).map(normaliseCorrelated),
    demographics: (group.DemographicCriteriaList ?? []).map((body) => normaliseFilters(demographicAttributes, body)),
    groups: (group.Groups ?? []).map(normaliseGroup),
  };
}

function normaliseLimit(type: string | null | undefined): Limit {
  const limit = (type ?? "All").toLowerCase();
  return limit === "all" || limit === "first" || limit === "last" ? limit : refuse(`limit ${limit} is unknown`);
}

function normaliseExit(expression: CirceCohortExpression): Exit {
  const { DateOffset: offset, CustomEra: era } = expression.EndStrategy ?? {};
  if (offset != null) {
    return { kind: "date-offset", from: offset.DateField === "EndDate" ? "end" : "start", offsetDays: offset.Offset };
  }
  if (era == null) return { kind: "observation-end" };
  return {
    kind: "continuous-drug",
    codesetId: era.DrugCodesetId ?? refuse("the continuous exposure exit names no drug concept set"),
    gapDays: era.GapDays ?? 0,
    offsetDays: era.Offset ?? 0,
    daysSupplyOverride: era.DaysSupplyOverride ?? null,
  };
}

function normalise({ expression, unknown }: CirceDocument): CohortDefinition {
  const primary = expression.PrimaryCriteria;
  return {
    title: expression.Title ?? null,
    cdmVersionRange: expression.cdmVersionRange ?? null,
    conceptSets: (expression.ConceptSets ?? []).map((set) => ({
      id: set.id,
      name: set.name ?? null,
      items: set.expression?.items ?? [],
    })),
    entry: {
      queries: (primary?.CriteriaList ?? []).map(normaliseQuery),
      priorDays: primary?.ObservationWindow?.PriorDays ?? 0,
      postDays: primary?.ObservationWindow?.PostDays ?? 0,
      limit: normaliseLimit(primary?.PrimaryCriteriaLimit?.Type),
    },
    qualifying: expression.AdditionalCriteria == null ? null : { group: normaliseGroup(expression.AdditionalCriteria) },
    qualifiedLimit: normaliseLimit(expression.QualifiedLimit?.Type),
    inclusionRules: (expression.InclusionRules ?? []).map((rule) => ({
      name: rule.name ?? null,
      description: rule.description ?? null,
      group: rule.expression == null ? null : normaliseGroup(rule.expression),
    })),
    expressionLimit: normaliseLimit(expression.ExpressionLimit?.Type),
    exit: normaliseExit(expression),
    censoring: (expression.CensoringCriteria ?? []).map(normaliseQuery),
    collapse: {
      type: expression.CollapseSettings?.CollapseType ?? "ERA",
      eraPadDays: expression.CollapseSettings?.EraPad ?? 0,
    },
    censorWindow: {
      start: dayOrNull(expression.CensorWindow?.StartDate),
      end: dayOrNull(expression.CensorWindow?.EndDate),
    },
    unknown,
  };
}

/**
 * The typed definition behind a Circe document: defaults filled, operators and dates parsed.
 * Fails with `circe.unsupported` when an operator, type or date is none that Circe defines.
 */
export function toDefinition(document: CirceDocument): Result<CohortDefinition, QinghaoError> {
  try {
    return ok(normalise(document));
  } catch (cause) {
    if (isQinghaoError(cause)) return err(cause);
    throw cause;
  }
}
