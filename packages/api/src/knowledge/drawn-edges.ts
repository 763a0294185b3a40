import type { Knowledge, Predicate } from "@qinghao/knowledge";
import type { ConceptGraph } from "../schema.ts";
import type { Wish } from "./neighbourhood.ts";

/** More lines than this per concept hide each other. */
const edgesPerNode = 2;

type Pair = { from: number; to: number; predicate: Predicate };

/**
 * Relations between the concepts of a drawing, once each whatever the number of sources. All that touch the start are
 * drawn, and one that ties each concept to a nearer one; of the others as many as stay readable, kinds of relation in turn.
 */
export function drawnEdges(
  knowledge: Knowledge,
  steps: ReadonlyMap<number, number>,
  isWanted: Wish,
): Pick<ConceptGraph, "edges" | "omittedEdges"> {
  const pairs = pairsAmong(knowledge, steps, isWanted);
  const away = (number: number) => steps.get(number)!;
  const tied = new Set<number>();
  const drawn: Pair[] = [];
  const others = new Map<Predicate, Pair[]>();
  for (const pair of pairs) {
    const [near, far] = away(pair.from) <= away(pair.to) ? [pair.from, pair.to] : [pair.to, pair.from];
    const isTie = away(near) < away(far) && !tied.has(far);
    if (away(near) === 0 || isTie) {
      drawn.push(pair);
      tied.add(far);
    } else others.set(pair.predicate, [...(others.get(pair.predicate) ?? []), pair]);
  }
  const room = Math.max(0, edgesPerNode * steps.size - drawn.length);
  drawn.push(...inTurns([...others.values()], room));
  return { edges: withSources(knowledge, drawn), omittedEdges: pairs.length - drawn.length };
}

function pairsAmong(knowledge: Knowledge, steps: ReadonlyMap<number, number>, isWanted: Wish): Pair[] {
  const found = new Map<string, Pair>();
  for (const from of steps.keys()) {
    knowledge.visitEdges(from, "out", (to, predicate) => {
      if (!steps.has(to) || !(isWanted(predicate, to) || isWanted(predicate, from))) return;
      const key = `${from} ${predicate} ${to}`;
      if (!found.has(key)) found.set(key, { from, to, predicate });
    });
  }
  return [...found.values()];
}

/** One of each list in turn until there is no room. */
function inTurns(lists: readonly (readonly Pair[])[], room: number): Pair[] {
  const chosen: Pair[] = [];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let turn = 0; turn < longest && chosen.length < room; turn++) {
    for (const list of lists) if (list[turn] !== undefined && chosen.length < room) chosen.push(list[turn]!);
  }
  return chosen;
}

/** Each relation with the first source that states it. */
function withSources(knowledge: Knowledge, pairs: readonly Pair[]): ConceptGraph["edges"] {
  const wanted = new Map<number, Pair[]>();
  for (const pair of pairs) wanted.set(pair.from, [...(wanted.get(pair.from) ?? []), pair]);
  return [...wanted].flatMap(([from, leaving]) => {
    const subject = knowledge.idOf(from);
    const predicate = [...new Set(leaving.map((pair) => pair.predicate))];
    const stated = new Map<string, string>();
    for (const edge of knowledge.edges(subject, { predicate, direction: "out" })) {
      const key = `${edge.predicate} ${edge.object}`;
      if (!stated.has(key)) stated.set(key, edge.source.id);
    }
    return leaving.map((pair) => {
      const object = knowledge.idOf(pair.to);
      const source = stated.get(`${pair.predicate} ${object}`)!;
      return { from: subject, to: object, predicate: pair.predicate, source };
    });
  });
}
