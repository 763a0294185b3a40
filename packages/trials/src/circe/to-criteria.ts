import type { CodeResolver } from "@qinghao/clinical";
import type { Tree } from "../criteria/tree.schema.ts";
import { addCriterion, emptyTrial, type ImportedTrial } from "../import/imported-trial.ts";
import { demographicLeaf, leafOf, NoCounterpart } from "./criteria-leaves.ts";
import type { CohortDefinition, ConceptSet, CorrelatedCriterion, CriteriaGroup, EventQuery } from "./definition.ts";
import { domainWords } from "./lint/words.ts";

/** A criterion that the tree says only in part: the definition with this one rule, whole, for the Circe engine. */
export type CarriedRule = { readonly criterion: string; readonly definition: CohortDefinition };

export type CriteriaOfCirce = { readonly trial: ImportedTrial; readonly carried: readonly CarriedRule[] };

type Reading = { readonly sets: readonly ConceptSet[]; readonly resolver: CodeResolver; readonly notes: string[] };

function subjectOf(query: EventQuery, sets: readonly ConceptSet[]): string {
  const set = sets.find(({ id }) => id === query.codesetId);
  const name = set === undefined ? "any" : (set.name ?? `concept set ${set.id}`);
  return `${domainWords[query.domain].en}: ${name}`;
}

function lineOf({ query, occurrence }: CorrelatedCriterion, sets: readonly ConceptSet[]): string {
  return `${occurrence.op.replace("-", " ")} ${occurrence.count} of ${subjectOf(query, sets)}`;
}

/** What the tree cannot say stays visible as text. */
function orText(read: () => Tree, words: string, reading: Reading): Tree {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof NoCounterpart)) throw cause;
    reading.notes.push(`"${words}" is left to the Circe engine: ${cause.message}.`);
    return { kind: "text", text: words };
  }
}

const joined = (kind: "all" | "any", of: Tree[]): Tree => (of.length === 1 ? of[0]! : { kind, of });

function treeOfCriterion(criterion: CorrelatedCriterion, reading: Reading): Tree {
  const { op, count } = criterion.occurrence;
  const none = count === 0 && op !== "at-least";
  const asked: CorrelatedCriterion = none
    ? { ...criterion, occurrence: { op: "at-least", count: 1, distinct: null } }
    : criterion;
  const read = (): Tree => {
    const leaf = leafOf(asked, reading.sets, reading.resolver);
    return none ? { kind: "not", of: leaf } : leaf;
  };
  return orText(read, lineOf(criterion, reading.sets), reading);
}

function treeOfGroup(group: CriteriaGroup, reading: Reading): Tree {
  const of = [
    ...group.criteria.map((criterion) => treeOfCriterion(criterion, reading)),
    ...group.demographics.map((filters) =>
      joined(
        "all",
        filters.map((filter) => orText(() => demographicLeaf(filter), filter.field, reading)),
      ),
    ),
    ...group.groups.map((child) => treeOfGroup(child, reading)),
  ];
  const n = group.need.count ?? 0;
  switch (group.need.op) {
    case "all":
      return joined("all", of);
    case "any":
      return joined("any", of);
    case "at-least":
      return { kind: "at-least", n, of };
    case "at-most":
      return { kind: "not", of: n === 0 ? joined("any", of) : { kind: "at-least", n: n + 1, of } };
  }
}

/** An entry event as "ever up to the index date". */
const asEver = (query: EventQuery): CorrelatedCriterion => ({
  query,
  startWindow: { start: null, end: { days: 0, side: "before" }, indexDate: "start", eventDate: "start" },
  endWindow: null,
  occurrence: { op: "at-least", count: 1, distinct: null },
  sameVisit: false,
  ignoreObservationPeriod: true,
});

/**
 * Reads a Circe definition as eligibility criteria: entry events, additional criteria and each inclusion rule become one
 * criterion. A rule that asks for none of something becomes an exclusion. Circe counts time from the entry event, criteria
 * from the index date of the trial; every criterion says so. What the tree cannot say is text there, and whole in `carried`.
 */
export function circeToCriteria(definition: CohortDefinition, resolver: CodeResolver): CriteriaOfCirce {
  const trial = emptyTrial("circe");
  trial.title = definition.title;
  const carried: CarriedRule[] = [];
  const add = (line: string, tree: Tree, notes: string[], rule: Partial<CohortDefinition>) => {
    const negative = tree.kind === "not";
    addCriterion(trial, negative ? "exclusion" : "inclusion", line, negative ? tree.of : tree, notes);
    const added = trial.criteria.at(-1);
    if (added === undefined || added.computable === "full") return;
    carried.push({ criterion: added.id, definition: { ...definition, qualifying: null, inclusionRules: [], ...rule } });
  };
  const reading = (notes: string[]): Reading => ({ sets: definition.conceptSets, resolver, notes });
  const fromEntry = "Times count from the entry event in Circe, from the index date here.";

  const { queries } = definition.entry;
  if (queries.length > 0) {
    const notes: string[] = [];
    const tree = joined(
      "any",
      queries.map((query) => treeOfCriterion(asEver(query), reading(notes))),
    );
    add(
      `Entry event: ${queries.map((query) => subjectOf(query, definition.conceptSets)).join(" or ")}`,
      tree,
      notes,
      {},
    );
  }
  if (definition.qualifying !== null) {
    const notes = [fromEntry];
    const { qualifying } = definition;
    add("Additional criteria", treeOfGroup(qualifying.group, reading(notes)), notes, { qualifying });
  }
  definition.inclusionRules.forEach((rule, at) => {
    if (rule.group === null) return;
    const notes = [fromEntry];
    const line = [rule.name ?? `Rule ${at + 1}`, rule.description]
      .filter((words) => words !== null && words !== "")
      .join(": ");
    add(line, treeOfGroup(rule.group, reading(notes)), notes, { inclusionRules: [rule] });
  });
  return { trial, carried };
}
