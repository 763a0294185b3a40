import type { Criterion } from "../criteria/document.schema.ts";
import type {
  Count,
  ConceptSet as NamedConcepts,
  Offset,
  Range,
  Window as TimeWindow,
} from "../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../criteria/tree.schema.ts";
import type {
  Range as CirceRange,
  CohortDefinition,
  ConceptSet,
  CorrelatedCriterion,
  CriteriaGroup,
  EventQuery,
  Filter,
  Occurrence,
  Window,
  WindowEdge,
} from "./definition.ts";
import type { DomainName } from "./domains.ts";
import type { CirceConcept } from "./values.schema.ts";

/** The OMOP concepts behind the ids that criteria name; null where the vocabulary has none. */
export type OmopConcepts = {
  concepts(id: string): readonly CirceConcept[] | null;
  unit(ucum: string): CirceConcept | null;
};

/** A criterion, or a part of one, that Circe cannot say. */
export type LeftOut = { readonly criterion: string; readonly reason: string };

class NotInCirce extends Error {}
const refuse = (reason: string): never => {
  throw new NotInCirce(reason);
};

const daysOf: Readonly<Record<Offset["unit"], number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 };
const edge = (offset: Offset | undefined, open: "before" | "after"): WindowEdge => {
  if (offset === undefined) return { days: null, side: open };
  const days = Math.round(offset.value * daysOf[offset.unit]);
  return days === 0 ? { days: 0, side: open } : { days: Math.abs(days), side: days < 0 ? "before" : "after" };
};

type Windows = Pick<CorrelatedCriterion, "startWindow" | "endWindow">;

/** An event overlaps a window when it starts before the window's end and ends after its start. */
function windowsOf(when: TimeWindow | undefined, usualPart: "start" | "overlap"): Windows {
  const part = when?.part ?? usualPart;
  const [from, to] = [edge(when?.from, "before"), edge(when?.to, "after")];
  const window = (start: WindowEdge, end: WindowEdge, eventDate: "start" | "end"): Window => ({
    start,
    end,
    indexDate: "start",
    eventDate,
  });
  if (when === undefined || part !== "overlap") {
    return { startWindow: window(from, to, part === "end" ? "end" : "start"), endWindow: null };
  }
  return {
    startWindow: window(edge(undefined, "before"), to, "start"),
    endWindow: window(from, edge(undefined, "after"), "end"),
  };
}

function occurrenceOf(count: Count | undefined): Occurrence {
  const { min = count?.max === undefined ? 1 : 0, max } = count ?? {};
  const distinct = count?.distinct === "day" ? "START_DATE" : null;
  if (max === undefined) return { op: "at-least", count: min, distinct };
  if (min === max) return { op: "exactly", count: max, distinct };
  return min === 0 ? { op: "at-most", count: max, distinct } : refuse("a count between two numbers");
}

function rangeOf({ min, max, minExclusive, maxExclusive }: Range): CirceRange {
  const plain = { negated: false, extent: null };
  if (min !== undefined && max !== undefined) {
    if (minExclusive === true || maxExclusive === true) refuse("a range with an open end on both sides");
    return min === max ? { op: "eq", value: min, ...plain } : { op: "bt", negated: false, value: min, extent: max };
  }
  if (min !== undefined) return { op: minExclusive === true ? "gt" : "gte", value: min, ...plain };
  return { op: maxExclusive === true ? "lt" : "lte", value: max ?? 0, ...plain };
}

const visitConcepts = { inpatient: 9201, outpatient: 9202, emergency: 9203 } as const;

/** Collects the concept sets of one definition. */
function openSets(omop: OmopConcepts) {
  const sets: ConceptSet[] = [];
  const add = (name: string, items: ConceptSet["items"]): number => {
    sets.push({ id: sets.length, name, items });
    return sets.length - 1;
  };
  const named = ({ of, except = [], descendants = true }: NamedConcepts): number => {
    const items = [
      ...of.map((ref) => ({ ref, isExcluded: false })),
      ...except.map((ref) => ({ ref, isExcluded: true })),
    ];
    return add(
      of.map((ref) => ref.en ?? ref.zh ?? ref.id).join(" or "),
      items.flatMap(({ ref, isExcluded }) =>
        (omop.concepts(ref.id) ?? refuse(`no OMOP concept for ${ref.en ?? ref.id}`)).map((concept) => ({
          concept,
          isExcluded,
          includeDescendants: descendants,
        })),
      ),
    );
  };
  return { sets, add, named };
}
type Sets = ReturnType<typeof openSets>;

const query = (domain: DomainName, codesetId: number | null, filters: readonly Filter[] = []): EventQuery => ({
  domain,
  codesetId,
  sourceCodesetId: null,
  first: false,
  dateAdjustment: null,
  period: null,
  filters,
  correlated: null,
});

const correlated = (asked: EventQuery, windows: Windows, count?: Count): CorrelatedCriterion => ({
  query: asked,
  ...windows,
  occurrence: occurrenceOf(count),
  sameVisit: false,
  ignoreObservationPeriod: true,
});

function measurementFilters(leaf: Extract<Leaf, { kind: "measurement" }>, omop: OmopConcepts): Filter[] {
  if (leaf.fasting !== undefined) refuse("whether a sample was taken fasting");
  if ((leaf.pick ?? "latest") !== "any") refuse(`the ${leaf.pick ?? "latest"} of several results`);
  const range = rangeOf(leaf.range);
  const ratios = { "times-upper-limit": "range_high", "times-lower-limit": "range_low" } as const;
  const { type } = leaf.expression;
  if (type === "times-upper-limit" || type === "times-lower-limit") {
    const field = type === "times-upper-limit" ? "RangeHighRatio" : "RangeLowRatio";
    return [{ field, kind: "ratio", column: ratios[type], range }];
  }
  if (type !== "value") return refuse(`a ${type} of results`);
  const value: Filter = { field: "ValueAsNumber", kind: "number", column: "value_as_number", range };
  if (leaf.unit === null) return [value];
  const unit = omop.unit(leaf.unit) ?? refuse(`no OMOP concept for the unit ${leaf.unit}`);
  const of = { from: "event", column: "unit_concept_id" } as const;
  return [{ field: "Unit", kind: "concepts", of, concepts: [unit], excluded: false }, value];
}

const group = (
  op: CriteriaGroup["need"]["op"],
  count: number | null,
  parts: Partial<CriteriaGroup>,
): CriteriaGroup => ({
  need: { op, count },
  criteria: [],
  demographics: [],
  groups: [],
  ...parts,
});
const one = (criterion: CorrelatedCriterion): CriteriaGroup => group("all", null, { criteria: [criterion] });

function leafGroup(leaf: Leaf, sets: Sets, omop: OmopConcepts): CriteriaGroup {
  switch (leaf.kind) {
    case "age": {
      if (leaf.unit !== "year") return refuse(`an age in ${leaf.unit}s`);
      const age: Filter = { field: "Age", kind: "age", on: "start", range: rangeOf(leaf.range) };
      return group("all", null, { demographics: [[age]] });
    }
    case "sex": {
      const ids = { male: 8507, female: 8532, other: 8521 } as const;
      const concepts = leaf.is.map((sex) => ({ CONCEPT_ID: ids[sex], CONCEPT_NAME: sex.toUpperCase() }));
      const of = { from: "person", column: "gender_concept_id" } as const;
      return group("all", null, {
        demographics: [[{ field: "Gender", kind: "concepts", of, concepts, excluded: false }]],
      });
    }
    case "condition":
      if (leaf.status === "active" || (leaf.qualifiers ?? []).length > 0)
        return refuse("whether a diagnosis is active or qualified");
      return one(
        correlated(
          query("ConditionOccurrence", sets.named(leaf.concepts)),
          windowsOf(leaf.when, "overlap"),
          leaf.count,
        ),
      );
    case "procedure":
      if (leaf.status === "planned" || leaf.intent !== undefined) return refuse("a plan or what a treatment is for");
      return one(
        correlated(query("ProcedureOccurrence", sets.named(leaf.concepts)), windowsOf(leaf.when, "start"), leaf.count),
      );
    case "drug":
      if (leaf.status === "current" || leaf.dose !== undefined || leaf.line !== undefined)
        return refuse("a dose, a line of therapy or current use");
      if (leaf.status === "planned" || leaf.intent !== undefined) return refuse("a plan or what a treatment is for");
      return one(
        correlated(query("DrugExposure", sets.named(leaf.concepts)), windowsOf(leaf.when, "overlap"), leaf.count),
      );
    case "visit": {
      const id = leaf.setting === "any" ? null : visitConcepts[leaf.setting];
      const items = [{ concept: { CONCEPT_ID: id ?? 0 }, includeDescendants: true }];
      return one(
        correlated(
          query("VisitOccurrence", id === null ? null : sets.add(leaf.setting, items)),
          windowsOf(leaf.when, "start"),
          leaf.count,
        ),
      );
    }
    case "measurement": {
      const filters = measurementFilters(leaf, omop);
      const asked = query("Measurement", sets.named({ of: [leaf.item] }), filters);
      return one(correlated(asked, windowsOf(leaf.when, "start")));
    }
    default:
      return refuse(`a criterion of kind ${leaf.kind}`);
  }
}

function treeGroup(tree: Tree, sets: Sets, omop: OmopConcepts): CriteriaGroup {
  const children = (of: readonly Tree[]) => ({ groups: of.map((child) => treeGroup(child, sets, omop)) });
  switch (tree.kind) {
    case "all":
    case "any":
      return group(tree.kind, null, children(tree.of));
    case "at-least":
      return group("at-least", tree.n, children(tree.of));
    case "not":
      return group("at-most", 0, children([tree.of]));
    case "temporal":
      return refuse("two events related in time");
    default:
      return leafGroup(tree, sets, omop);
  }
}

/**
 * A Circe definition of criteria: the index event is the person's latest visit, each criterion an inclusion rule (an
 * exclusion asks for none). Circe knows no "unknown": silence counts as no. Months count 30 days, years 365.
 * What Circe cannot say is in `left`, with the reason; nothing is dropped without a word.
 */
export function criteriaToCirce(
  criteria: readonly Criterion[],
  omop: OmopConcepts,
  title: string | null = null,
): { definition: CohortDefinition; left: LeftOut[] } {
  const sets = openSets(omop);
  const left: LeftOut[] = [];
  const inclusionRules = criteria.flatMap((criterion) => {
    const before = sets.sets.length;
    try {
      const asked = treeGroup(criterion.tree, sets, omop);
      const rule = criterion.type === "inclusion" ? asked : group("at-most", 0, { groups: [asked] });
      return [{ name: criterion.id, description: criterion.text, group: rule }];
    } catch (cause) {
      if (!(cause instanceof NotInCirce)) throw cause;
      sets.sets.length = before;
      left.push({ criterion: criterion.id, reason: cause.message });
      return [];
    }
  });
  const definition: CohortDefinition = {
    title,
    cdmVersionRange: ">=5.0.0",
    conceptSets: sets.sets,
    entry: { queries: [query("VisitOccurrence", null)], priorDays: 0, postDays: 0, limit: "last" },
    qualifying: null,
    qualifiedLimit: "first",
    inclusionRules,
    expressionLimit: "first",
    exit: { kind: "observation-end" },
    censoring: [],
    collapse: { type: "ERA", eraPadDays: 0 },
    censorWindow: { start: null, end: null },
    unknown: [],
  };
  return { definition, left };
}
