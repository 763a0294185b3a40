import { domainOf } from "../domains.ts";
import type { CirceCohortExpression } from "../schema.ts";
import { type CirceConceptSet, type ConceptSetItem, conceptSetSelectionSchema } from "../values.schema.ts";
import { type CirceFinding, finding } from "./findings.ts";
import type { CriterionSite, Sites } from "./sites.ts";
import { demographicsIn, partWords } from "./words.ts";

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Every concept set id that a criterion refers to itself, not through nested criteria. */
function referencesOf({ domain: name, body }: CriterionSite): number[] {
  const domain = domainOf(name);
  const direct = [body.CodesetId, domain.source === null ? null : body[domain.source.field]];
  const attributes = Object.entries(domain.attributes).map(([field, attribute]) => {
    const value = body[field];
    if (attribute.kind === "selection" && isObject(value)) return conceptSetSelectionSchema.parse(value).CodesetId;
    return attribute.kind === "codeset" || attribute.kind === "site-region" ? value : null;
  });
  return [...direct, ...attributes].filter((id) => typeof id === "number");
}

/** References of demographic criteria: id and where. */
const demographicReferences = ({ groups }: Sites) =>
  groups.flatMap(({ group, part }) =>
    (group.DemographicCriteriaList ?? []).flatMap((body) =>
      Object.entries(body).flatMap(([field, value]) => {
        const id = field.endsWith("CS") && isObject(value) ? conceptSetSelectionSchema.parse(value).CodesetId : null;
        return id == null ? [] : [{ id, what: demographicsIn(part) }];
      }),
    ),
  );

const itemKey = (item: ConceptSetItem): string =>
  [
    item.concept.CONCEPT_ID,
    item.isExcluded === true,
    item.includeDescendants === true,
    item.includeMapped === true,
  ].join();

const nameOf = (set: CirceConceptSet): string => set.name ?? String(set.id);

function checkContents(sets: readonly CirceConceptSet[]): CirceFinding[] {
  const keys = sets.map((set) => [...new Set((set.expression?.items ?? []).map(itemKey))].sort().join(";"));
  return sets.flatMap((set, at) => {
    const items = set.expression?.items ?? [];
    const pointer = `/ConceptSets/${at}`;
    if (items.length === 0) return [finding("concept-set-empty", pointer, { name: nameOf(set) })];
    const twin = sets.findIndex((_, other) => other < at && keys[other] === keys[at]);
    const other = sets[twin];
    const details = { name: nameOf(set), other: other === undefined ? "" : nameOf(other) };
    return [
      ...(other === undefined ? [] : [finding("concept-set-repeated", pointer, details)]),
      ...repeatedConcepts(items, nameOf(set), pointer),
    ];
  });
}

/** Concepts that one set lists more than once in the same way. */
export function repeatedConcepts(items: readonly ConceptSetItem[], name: string, pointer: string): CirceFinding[] {
  const groups = [...Map.groupBy(items, itemKey).values()].filter((same) => same.length > 1);
  return groups.map(([item]) => finding("concept-repeated", pointer, { name, concept: item?.concept.CONCEPT_ID ?? 0 }));
}

/** Concept sets that are unused, unknown, empty or the same, and criteria that name none. */
export function checkConceptSets(expression: CirceCohortExpression, sites: Sites): CirceFinding[] {
  const sets = expression.ConceptSets ?? [];
  const known = new Set(sets.map((set) => set.id));
  const exit = expression.EndStrategy?.CustomEra?.DrugCodesetId;
  const references = [
    ...sites.criteria.flatMap((site) =>
      referencesOf(site).map((id) => ({ id, what: site.what, pointer: site.pointer })),
    ),
    ...demographicReferences(sites).map((reference) => ({ ...reference, pointer: "/" })),
    ...(exit == null ? [] : [{ id: exit, what: partWords.exit, pointer: "/EndStrategy" }]),
  ];
  const used = new Set(references.map(({ id }) => id));
  return [
    ...sites.criteria
      .filter((site) => domainOf(site.domain).concept !== null && referencesOf(site).length === 0)
      .map((site) => finding("concept-set-missing", site.pointer, { what: site.what })),
    ...references
      .filter(({ id }) => !known.has(id))
      .map(({ id, what, pointer }) => finding("concept-set-unknown", pointer, { id, what })),
    ...sets
      .filter((set) => !used.has(set.id))
      .map((set) => finding("concept-set-unused", `/ConceptSets/${sets.indexOf(set)}`, { name: nameOf(set) })),
    ...checkContents(sets),
  ];
}
