import type { ConceptKind, Knowledge, Predicate } from "@qinghao/knowledge";
import type { ConceptGraph } from "../schema.ts";
import { conceptRef, numberOf } from "./concept-ref.ts";
import { drawnEdges } from "./drawn-edges.ts";

export type NeighbourhoodQuery = {
  predicates?: readonly Predicate[];
  kinds?: readonly ConceptKind[];
  /** Most concepts to return, the start included. */
  limit: number;
};

/** Relations of more concepts than this say little about any of them: such a concept is drawn, but not gone through. */
const hubDegree = 400;
/** Share of the room that direct neighbours may take when there are more than fit. */
const directShare = 0.7;
/** A drawing of fewer concepts goes one step further. */
const sparse = 40;
/** Left out unless they are asked for: they state no fact about the concept. */
const unasked: ReadonlySet<Predicate> = new Set(["candidate", "excludes"]);

type Group = { key: string; concepts: { number: number; score: number }[] };

/**
 * What lies around a concept, breadth first, at most three steps. Where not all fits, the kinds of relation take turns, and
 * within each the neighbours come first of which much is known without their being hubs.
 * @returns concepts with their steps, relations between them as `drawnEdges` chooses, and how many neighbours of concepts
 *   that were gone through (hubs included) are left out
 * Errors: `knowledge.concept.unknown`.
 */
export function neighbourhood(knowledge: Knowledge, id: string, query: NeighbourhoodQuery): ConceptGraph {
  const start = numberOf(knowledge, id);
  const isWanted = wishOf(knowledge, query);
  const steps = new Map([[start, 0]]);
  let frontier = [start];
  let reserve: number[] = [];
  for (let step = 1; step <= 3 && frontier.length > 0; step++) {
    if (step === 3 && steps.size >= sparse) break;
    const ranked = takeTurns(groupsAround(knowledge, frontier, steps, isWanted));
    const room = query.limit - steps.size;
    const share = step === 1 ? Math.max(1, Math.floor(directShare * (query.limit - 1))) : room;
    const chosen = ranked.slice(0, share);
    if (step === 1) reserve = ranked.slice(share);
    for (const number of chosen) steps.set(number, step);
    frontier = chosen.filter((number) => knowledge.degree(number) <= hubDegree);
  }
  for (const number of reserve) if (steps.size < query.limit && !steps.has(number)) steps.set(number, 1);
  return {
    nodes: [...steps].map(([number, away]) => ({ ...conceptRef(knowledge, knowledge.idOf(number)), steps: away })),
    ...drawnEdges(knowledge, steps, isWanted),
    omitted: countOmitted(knowledge, steps, isWanted),
  };
}

/** Whether a relation to a concept belongs into the drawing. */
export type Wish = (predicate: Predicate, other: number) => boolean;

function wishOf(knowledge: Knowledge, { predicates, kinds }: NeighbourhoodQuery): Wish {
  const wanted = predicates === undefined || predicates.length === 0 ? null : new Set(predicates);
  const ofKind = kinds === undefined || kinds.length === 0 ? null : new Set(kinds);
  return (predicate, other) =>
    (wanted === null ? !unasked.has(predicate) : wanted.has(predicate)) &&
    (ofKind === null || ofKind.has(knowledge.kindOf(other)));
}

/** New neighbours by relation and direction, the most telling first; a neighbour met by several counts in the first. */
function groupsAround(
  knowledge: Knowledge,
  frontier: readonly number[],
  known: ReadonlyMap<number, number>,
  isWanted: Wish,
): Group[] {
  const groups = new Map<string, Map<number, number>>();
  const links = new Map<number, number>();
  for (const at of frontier) {
    for (const direction of ["out", "in"] as const) {
      knowledge.visitEdges(at, direction, (other, predicate) => {
        if (known.has(other) || !isWanted(predicate, other)) return;
        const key = `${predicate} ${direction}`;
        const group = groups.get(key) ?? new Map<number, number>();
        groups.set(key, group);
        group.set(other, at);
        links.set(other, (links.get(other) ?? 0) + 1);
      });
    }
  }
  return [...groups]
    .map(([key, group]) => ({
      key,
      concepts: [...group.keys()]
        .map((number) => ({ number, score: informativeness(knowledge.degree(number), links.get(number) ?? 1) }))
        .sort((a, b) => b.score - a.score || a.number - b.number),
    }))
    .sort((a, b) => a.concepts.length - b.concepts.length || (a.key < b.key ? -1 : 1));
}

/** Grows with what is known of a concept and with its ties to what is drawn already; hubs fall behind. */
const informativeness = (degree: number, links: number): number =>
  Math.log2(1 + Math.min(degree, hubDegree)) - 3 * Math.max(0, Math.log2(degree / hubDegree)) + 2 * Math.log2(links);

/** One of each group in turn, each concept once. */
function takeTurns(groups: readonly Group[]): number[] {
  const taken = new Set<number>();
  const longest = Math.max(0, ...groups.map(({ concepts }) => concepts.length));
  for (let turn = 0; turn < longest; turn++) {
    for (const { concepts } of groups) {
      const next = concepts[turn];
      if (next !== undefined) taken.add(next.number);
    }
  }
  return [...taken];
}

function countOmitted(knowledge: Knowledge, steps: ReadonlyMap<number, number>, isWanted: Wish): number {
  const omitted = new Set<number>();
  for (const [number, away] of steps) {
    if (away > 1) continue;
    for (const direction of ["out", "in"] as const) {
      knowledge.visitEdges(number, direction, (other, predicate) => {
        if (!steps.has(other) && isWanted(predicate, other)) omitted.add(other);
      });
    }
  }
  return omitted.size;
}
