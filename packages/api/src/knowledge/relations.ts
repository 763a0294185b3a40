import { type ConceptEdge, type Knowledge, predicates } from "@qinghao/knowledge";
import type { RelationView } from "../schema.ts";
import { conceptRef } from "./concept-ref.ts";
import { edgeDetail, phaseOf } from "./edge-detail.ts";
import type { SourceSet } from "./source-set.ts";

/** The other end of a relation, seen from a concept. */
export const otherEnd = (id: string, { subject, object }: ConceptEdge): string => (subject === id ? object : subject);

/** By predicate, then leaving ones first, then the latest clinical phase, then the neighbours of which most is known. */
export function rankRelations(knowledge: Knowledge, id: string, edges: readonly ConceptEdge[]): ConceptEdge[] {
  return edges
    .map((edge) => ({
      edge,
      predicate: predicates.indexOf(edge.predicate),
      incoming: edge.subject === id ? 0 : 1,
      phase: phaseOf(edge) ?? -1,
      degree: knowledge.degree(knowledge.numberOf(otherEnd(id, edge))),
    }))
    .sort(
      (a, b) =>
        a.predicate - b.predicate ||
        a.incoming - b.incoming ||
        b.phase - a.phase ||
        b.degree - a.degree ||
        compare(otherEnd(id, a.edge), otherEnd(id, b.edge)) ||
        compare(a.edge.source.id, b.edge.source.id),
    )
    .map(({ edge }) => edge);
}

/** A relation as the API answers it; its source is noted in `sources`. */
export function relationView(knowledge: Knowledge, id: string, edge: ConceptEdge, sources?: SourceSet): RelationView {
  sources?.add(edge.source);
  return {
    predicate: edge.predicate,
    direction: edge.subject === id ? "out" : "in",
    concept: conceptRef(knowledge, otherEnd(id, edge)),
    source: edge.source.id,
    detail: edgeDetail(edge),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
