import type { ConceptSet } from "../definition.ts";
import type { ConceptSetItem } from "../values.schema.ts";
import { type CdmRow, numberOf, textOf } from "./cdm.ts";

/** The vocabulary rows that concept sets are resolved with. Without `concept` every listed id is taken as it is. */
export type VocabularyTables = {
  readonly concept?: readonly CdmRow[];
  readonly concept_ancestor?: readonly CdmRow[];
  readonly concept_relationship?: readonly CdmRow[];
};

export type Vocabulary = {
  /** Whether a concept with this id is in the vocabulary. */
  readonly has: (id: number) => boolean;
  /** Valid descendants, as CONCEPT_ANCESTOR lists them. */
  readonly descendants: (id: number) => readonly number[];
  /** Concepts that map to this one by a valid "Maps to". */
  readonly mappedFrom: (id: number) => readonly number[];
};

function grouped(pairs: Iterable<readonly [number, number]>): (key: number) => readonly number[] {
  const map = new Map<number, number[]>();
  for (const [key, value] of pairs) {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  }
  return (key) => map.get(key) ?? [];
}

function* idPairs(rows: readonly CdmRow[], from: string, to: string): Generator<readonly [number, number]> {
  for (const row of rows) {
    const [key, value] = [numberOf(row, from), numberOf(row, to)];
    if (key !== null && value !== null) yield [key, value];
  }
}

/** Indexes CONCEPT, CONCEPT_ANCESTOR and CONCEPT_RELATIONSHIP rows. */
export function openVocabulary(tables: VocabularyTables): Vocabulary {
  const known = tables.concept === undefined ? null : new Map<number, boolean>();
  for (const row of tables.concept ?? []) {
    const id = numberOf(row, "concept_id");
    if (id !== null) known?.set(id, textOf(row, "invalid_reason") === null);
  }
  const isValid = (id: number) => known === null || known.get(id) === true;
  const mapsTo = (tables.concept_relationship ?? []).filter(
    (row) => textOf(row, "relationship_id") === "Maps to" && textOf(row, "invalid_reason") === null,
  );
  const descendants = grouped(idPairs(tables.concept_ancestor ?? [], "ancestor_concept_id", "descendant_concept_id"));
  return {
    has: (id) => known === null || known.has(id),
    descendants: (id) => descendants(id).filter(isValid),
    mappedFrom: grouped(idPairs(mapsTo, "concept_id_2", "concept_id_1")),
  };
}

function expand(items: readonly ConceptSetItem[], vocabulary: Vocabulary): Set<number> {
  const out = new Set<number>();
  for (const item of items) {
    const id = item.concept.CONCEPT_ID;
    const own = [
      ...(vocabulary.has(id) ? [id] : []),
      ...(item.includeDescendants === true ? vocabulary.descendants(id) : []),
    ];
    for (const concept of own) {
      out.add(concept);
      if (item.includeMapped === true) for (const mapped of vocabulary.mappedFrom(concept)) out.add(mapped);
    }
  }
  return out;
}

/** The concept ids of a set: what its included items reach less what its excluded items reach. */
export function resolveConceptSet(items: readonly ConceptSetItem[], vocabulary: Vocabulary): Set<number> {
  const included = expand(
    items.filter((item) => item.isExcluded !== true),
    vocabulary,
  );
  const excluded = expand(
    items.filter((item) => item.isExcluded === true),
    vocabulary,
  );
  return new Set([...included].filter((id) => !excluded.has(id)));
}

/** Every concept set of a definition by its id. An id that no set has resolves to no concept. */
export function resolveConceptSets(sets: readonly ConceptSet[], vocabulary: Vocabulary): Map<number, Set<number>> {
  return new Map(sets.map((set) => [set.id, resolveConceptSet(set.items, vocabulary)]));
}
