import { formatDay } from "./days.ts";
import type {
  CohortDefinition,
  CorrelatedCriterion,
  CriteriaGroup,
  EventQuery,
  Exit,
  Filter,
  Limit,
  Occurrence,
  Range,
  Window,
  WindowEdge,
} from "./definition.ts";
import { domainOf } from "./domains.ts";
import { writeCirce } from "./read.ts";
import type { CirceCohortExpression, CirceCorrelated, CirceCriterion, CirceGroup } from "./schema.ts";

const exportRange = (range: Range, format: (value: number) => string | number) => ({
  Value: format(range.value),
  ...(range.extent === null ? {} : { Extent: format(range.extent) }),
  Op: `${range.negated ? "!" : ""}${range.op}`,
});

function exportFilter(filter: Filter): unknown {
  switch (filter.kind) {
    case "date":
      return exportRange(filter.range, formatDay);
    case "age":
    case "number":
    case "ratio":
    case "length":
      return exportRange(filter.range, (value) => value);
    case "concepts":
      return filter.concepts;
    case "selection":
      return { CodesetId: filter.codesetId, IsExclusion: filter.excluded };
    case "codeset":
    case "site-region":
      return filter.codesetId;
    case "text":
      return {
        ...(filter.match.text === "" ? {} : { Text: filter.match.text }),
        Op: `${filter.match.negated ? "!" : ""}${filter.match.op}`,
      };
    case "abnormal":
      return true;
    case "inert":
      return filter.value;
  }
}

const exportFilters = (filters: readonly Filter[]): Record<string, unknown> =>
  Object.fromEntries(filters.map((filter) => [filter.field, exportFilter(filter)]));

const exportPeriod = (period: { start: number | null; end: number | null }) => ({
  ...(period.start === null ? {} : { StartDate: formatDay(period.start) }),
  ...(period.end === null ? {} : { EndDate: formatDay(period.end) }),
});

export function exportQuery(query: EventQuery): CirceCriterion {
  const { dateAdjustment: adjustment } = query;
  const side = (date: "start" | "end") => (date === "start" ? "START_DATE" : "END_DATE");
  const source = domainOf(query.domain).source?.field;
  return {
    [query.domain]: {
      ...(query.correlated === null ? {} : { CorrelatedCriteria: exportGroup(query.correlated) }),
      ...(query.codesetId === null ? {} : { CodesetId: query.codesetId }),
      ...(source === undefined || query.sourceCodesetId === null ? {} : { [source]: query.sourceCodesetId }),
      ...(query.first ? { First: true } : {}),
      ...(query.period === null ? {} : { UserDefinedPeriod: exportPeriod(query.period) }),
      ...(adjustment === null
        ? {}
        : {
            DateAdjustment: {
              StartWith: side(adjustment.startWith),
              StartOffset: adjustment.startOffsetDays,
              EndWith: side(adjustment.endWith),
              EndOffset: adjustment.endOffsetDays,
            },
          }),
      ...exportFilters(query.filters),
    },
  };
}

const exportEdge = (edge: WindowEdge): { Days?: number; Coeff: -1 | 1 } => ({
  ...(edge.days === null ? {} : { Days: edge.days }),
  Coeff: edge.side === "before" ? -1 : 1,
});

const exportWindow = (window: Window) => ({
  ...(window.start === null ? {} : { Start: exportEdge(window.start) }),
  ...(window.end === null ? {} : { End: exportEdge(window.end) }),
  UseIndexEnd: window.indexDate === "end",
  UseEventEnd: window.eventDate === "end",
});

const occurrenceType = { exactly: 0, "at-most": 1, "at-least": 2 } as const;

const exportOccurrence = (occurrence: Occurrence) => ({
  Type: occurrenceType[occurrence.op],
  Count: occurrence.count,
  IsDistinct: occurrence.distinct !== null,
  ...(occurrence.distinct === null ? {} : { CountColumn: occurrence.distinct }),
});

const exportCorrelated = (criterion: CorrelatedCriterion): CirceCorrelated => ({
  Criteria: exportQuery(criterion.query),
  ...(criterion.startWindow === null ? {} : { StartWindow: exportWindow(criterion.startWindow) }),
  ...(criterion.endWindow === null ? {} : { EndWindow: exportWindow(criterion.endWindow) }),
  RestrictVisit: criterion.sameVisit,
  IgnoreObservationPeriod: criterion.ignoreObservationPeriod,
  Occurrence: exportOccurrence(criterion.occurrence),
});

const groupType = { all: "ALL", any: "ANY", "at-least": "AT_LEAST", "at-most": "AT_MOST" } as const;

export const exportGroup = (group: CriteriaGroup): CirceGroup => ({
  Type: groupType[group.need.op],
  ...(group.need.count === null ? {} : { Count: group.need.count }),
  CriteriaList: group.criteria.map(exportCorrelated),
  DemographicCriteriaList: group.demographics.map(exportFilters),
  Groups: group.groups.map(exportGroup),
});

const limitType: Readonly<Record<Limit, string>> = { all: "All", first: "First", last: "Last" };

function exportExit(exit: Exit): { EndStrategy?: NonNullable<CirceCohortExpression["EndStrategy"]> } {
  if (exit.kind === "observation-end") return {};
  if (exit.kind === "date-offset") {
    const DateField = exit.from === "start" ? "StartDate" : "EndDate";
    return { EndStrategy: { DateOffset: { DateField, Offset: exit.offsetDays } } };
  }
  return {
    EndStrategy: {
      CustomEra: {
        DrugCodesetId: exit.codesetId,
        GapDays: exit.gapDays,
        Offset: exit.offsetDays,
        ...(exit.daysSupplyOverride === null ? {} : { DaysSupplyOverride: exit.daysSupplyOverride }),
      },
    },
  };
}

/** Circe JSON of a definition, defaults written out, ready for ATLAS, WebAPI or any other Circe reader. */
export function exportCirce(definition: CohortDefinition): unknown {
  const expression: CirceCohortExpression = {
    ...(definition.title === null ? {} : { Title: definition.title }),
    ...(definition.cdmVersionRange === null ? {} : { cdmVersionRange: definition.cdmVersionRange }),
    ConceptSets: definition.conceptSets.map((set) => ({
      id: set.id,
      ...(set.name === null ? {} : { name: set.name }),
      expression: { items: [...set.items] },
    })),
    PrimaryCriteria: {
      CriteriaList: definition.entry.queries.map(exportQuery),
      ObservationWindow: { PriorDays: definition.entry.priorDays, PostDays: definition.entry.postDays },
      PrimaryCriteriaLimit: { Type: limitType[definition.entry.limit] },
    },
    ...(definition.qualifying === null ? {} : { AdditionalCriteria: exportGroup(definition.qualifying.group) }),
    QualifiedLimit: { Type: limitType[definition.qualifiedLimit] },
    ExpressionLimit: { Type: limitType[definition.expressionLimit] },
    InclusionRules: definition.inclusionRules.map((rule) => ({
      ...(rule.name === null ? {} : { name: rule.name }),
      ...(rule.description === null ? {} : { description: rule.description }),
      ...(rule.group === null ? {} : { expression: exportGroup(rule.group) }),
    })),
    ...exportExit(definition.exit),
    CensoringCriteria: definition.censoring.map(exportQuery),
    CollapseSettings: { CollapseType: definition.collapse.type, EraPad: definition.collapse.eraPadDays },
    CensorWindow: exportPeriod(definition.censorWindow),
  };
  return writeCirce({ expression, unknown: definition.unknown });
}
