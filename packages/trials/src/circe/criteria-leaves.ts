import type { CodeResolver } from "@qinghao/clinical";
import type {
  ConceptRef,
  Count,
  ConceptSet as NamedConcepts,
  Range,
  Window as TimeWindow,
} from "../criteria/ranges.schema.ts";
import type { Leaf } from "../criteria/tree.schema.ts";
import type {
  Range as CirceRange,
  ConceptSet,
  CorrelatedCriterion,
  EventQuery,
  Filter,
  Window,
  WindowEdge,
} from "./definition.ts";
import type { ConceptSetItem } from "./values.schema.ts";

/** Why a part of a Circe definition has no counterpart in the criteria tree. */
export class NoCounterpart extends Error {}

const refuse = (reason: string): never => {
  throw new NoCounterpart(reason);
};

const factKinds = {
  ConditionOccurrence: "condition",
  ConditionEra: "condition",
  DrugExposure: "drug",
  DrugEra: "drug",
  ProcedureOccurrence: "procedure",
  Measurement: "measurement",
} as const;

/** OMOP's own visit concepts. */
const settings: Readonly<Record<number, "inpatient" | "outpatient" | "emergency">> = {
  9201: "inpatient",
  9202: "outpatient",
  9203: "emergency",
};

function conceptRef(
  { concept }: ConceptSetItem,
  kind: "condition" | "drug" | "procedure" | "measurement",
  resolver: CodeResolver,
): ConceptRef {
  const { VOCABULARY_ID: system, CONCEPT_CODE: code, CONCEPT_NAME: display } = concept;
  const found = resolver.resolve([{ system: system ?? "", code: code ?? "", display: display ?? "" }], kind);
  if (found === null) return refuse(`the concept ${display ?? concept.CONCEPT_ID} (${system} ${code}) is not known`);
  return display == null ? { id: found.concept } : { id: found.concept, en: display };
}

function namedConcepts(
  query: EventQuery,
  kind: "condition" | "drug" | "procedure" | "measurement",
  sets: readonly ConceptSet[],
  resolver: CodeResolver,
): NamedConcepts {
  const items = sets.find((set) => set.id === query.codesetId)?.items ?? [];
  const [included, excluded] = [
    items.filter((item) => item.isExcluded !== true),
    items.filter((item) => item.isExcluded === true),
  ];
  if (included.length === 0) refuse("it names no concept");
  const deep = items.map((item) => item.includeDescendants === true);
  if (deep.some((one) => one !== deep[0])) refuse("some of its concepts include their descendants and some do not");
  return {
    of: included.map((item) => conceptRef(item, kind, resolver)),
    ...(excluded.length === 0 ? {} : { except: excluded.map((item) => conceptRef(item, kind, resolver)) }),
    ...(deep[0] === true ? {} : { descendants: false }),
  };
}

/** A comparison as an interval. */
export function rangeOf({ op, negated, value, extent }: CirceRange): Range {
  if (negated) return refuse("it asks for values outside a range");
  const ranges: Readonly<Record<CirceRange["op"], Range>> = {
    lt: { max: value, maxExclusive: true },
    lte: { max: value },
    eq: { min: value, max: value },
    gt: { min: value, minExclusive: true },
    gte: { min: value },
    bt: { min: value, max: extent ?? value },
  };
  return ranges[op];
}

const offset = (edge: WindowEdge | null) =>
  edge === null || edge.days === null
    ? undefined
    : { value: edge.side === "before" && edge.days !== 0 ? -edge.days : edge.days, unit: "day" as const };

const isOpen = (edge: WindowEdge | null): boolean => edge === null || edge.days === null;

function timeOf(start: Window | null, end: Window | null): { when?: TimeWindow } {
  if (start?.indexDate === "end" || end?.indexDate === "end")
    return refuse("it counts from the end of the entry event");
  if (start === null && end === null) return {};
  if (end === null || start === null) {
    const only = start ?? end;
    return timeWindow(only?.start ?? null, only?.end ?? null, only?.eventDate ?? "start");
  }
  const overlaps = isOpen(start.start) && isOpen(end.end) && start.eventDate === "start" && end.eventDate === "end";
  return overlaps ? timeWindow(end.start, start.end, "overlap") : refuse("it bounds both ends of the event");
}

function timeWindow(start: WindowEdge | null, end: WindowEdge | null, part: NonNullable<TimeWindow["part"]>) {
  const [from, to] = [offset(start), offset(end)];
  if (from === undefined && to === undefined) return {};
  return { when: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), part } };
}

function countOf({ op, count, distinct }: CorrelatedCriterion["occurrence"]): { count?: Count } {
  if (distinct !== null) return refuse("it counts different values");
  if (op === "at-least") return count === 1 ? {} : { count: { min: count } };
  return { count: op === "exactly" ? { min: count, max: count } : { min: 0, max: count } };
}

function measurement(query: EventQuery, item: ConceptRef, time: { when?: TimeWindow }): Leaf {
  const value = query.filters.flatMap((filter) =>
    filter.kind === "number" || filter.kind === "ratio" ? [filter] : [],
  );
  const units = query.filters.filter((filter) => filter.kind === "concepts" && filter.field === "Unit");
  const [asked] = value;
  if (asked === undefined || value.length > 1 || value.length + units.length < query.filters.length) {
    return refuse("it asks more of the result than one value");
  }
  const leaf = {
    kind: "measurement",
    item,
    range: rangeOf(asked.range),
    pick: "any",
    world: "closed",
    ...time,
  } as const;
  if (asked.kind === "ratio") {
    const type = asked.column === "range_high" ? "times-upper-limit" : "times-lower-limit";
    return { ...leaf, expression: { type }, unit: null };
  }
  if (asked.column !== "value_as_number") return refuse("it asks about the reference interval itself");
  const [unit] = units.flatMap((filter: Filter) => (filter.kind === "concepts" ? filter.concepts : []));
  return { ...leaf, expression: { type: "value" }, unit: unit?.CONCEPT_CODE ?? null };
}

/** Refuses what no leaf of the tree can say. */
function checkPlain(query: EventQuery): void {
  if (query.correlated !== null) refuse("it asks what surrounds the event");
  if (query.first) refuse("it asks for the first event only");
  if (query.dateAdjustment !== null || query.period !== null) refuse("it changes the dates of the event");
  if (query.sourceCodesetId !== null) refuse("it asks for source codes");
}

/** The leaf that a query stands for, asked in `time` and counted. Throws `NoCounterpart`. */
export function leafOf(criterion: CorrelatedCriterion, sets: readonly ConceptSet[], resolver: CodeResolver): Leaf {
  const { query } = criterion;
  checkPlain(query);
  if (criterion.sameVisit) refuse("it asks for the same visit");
  const time = timeOf(criterion.startWindow, criterion.endWindow);
  if (query.domain === "VisitOccurrence") {
    const items = sets.find((set) => set.id === query.codesetId)?.items ?? [];
    const [item] = items;
    const setting = query.codesetId === null ? "any" : settings[item?.concept.CONCEPT_ID ?? 0];
    if (setting === undefined || items.length > 1 || query.filters.length > 0)
      return refuse("it asks for a kind of visit that has no counterpart");
    return { kind: "visit", setting, world: "closed", ...time, ...countOf(criterion.occurrence) };
  }
  const kind = Object.entries(factKinds).find(([domain]) => domain === query.domain)?.[1];
  if (kind === undefined) return refuse("records of this kind have no counterpart");
  const concepts = namedConcepts(query, kind, sets, resolver);
  if (kind === "measurement") {
    const [item] = concepts.of;
    if (item === undefined || concepts.of.length > 1) return refuse("it asks for several items at once");
    if (criterion.occurrence.op !== "at-least" || criterion.occurrence.count !== 1) return refuse("it counts results");
    return measurement(query, item, time);
  }
  if (query.filters.length > 0)
    return refuse(`it filters by ${query.filters.map((filter) => filter.field).join(", ")}`);
  return { kind, concepts, world: "closed", ...time, ...countOf(criterion.occurrence) };
}

/** Age and sex of a demographic criterion. Throws `NoCounterpart`. */
export function demographicLeaf(filter: Filter): Leaf {
  if (filter.kind === "age") return { kind: "age", range: rangeOf(filter.range), unit: "year" };
  if (filter.kind === "concepts" && filter.field === "Gender") {
    const sexes: Readonly<Record<number, "male" | "female">> = { 8507: "male", 8532: "female" };
    const is = filter.concepts.map(({ CONCEPT_ID: id }) => sexes[id] ?? refuse(`gender ${id} is not known`));
    return { kind: "sex", is };
  }
  return refuse(`${filter.field} has no counterpart`);
}
