import { type Knowledge, predicates } from "@qinghao/knowledge";
import type { ConceptView } from "../schema.ts";
import { codeLinks } from "./code-links.ts";
import { conceptRef, numberOf } from "./concept-ref.ts";
import { identifierAddress } from "./identifier-address.ts";
import { SourceSet } from "./source-set.ts";

const mostChildren = 200;

/** Everything that the page of a concept shows at once. Errors: `knowledge.concept.unknown`. */
export function conceptView(knowledge: Knowledge, id: string): ConceptView {
  const sources = new SourceSet();
  const concept = knowledge.concept(id);
  for (const source of concept.sources) sources.add(source);
  const number = numberOf(knowledge, id);
  const children = unique(knowledge.children(id))
    .map((child) => ({ child, degree: knowledge.degree(knowledge.numberOf(child)) }))
    .sort((a, b) => b.degree - a.degree)
    .map(({ child }) => child);
  return {
    ...conceptRef(knowledge, id),
    names: concept.names.map(({ text, language, role, usable, source }) => ({
      text,
      language,
      role,
      usable,
      source: source.id,
    })),
    codes: codeLinks(knowledge, id, sources),
    identifiers: concept.xrefs.map(({ system, value, source }) => ({
      system,
      value,
      url: identifierAddress(system, value),
      source: source.id,
    })),
    parents: unique(knowledge.parents(id)).map((parent) => conceptRef(knowledge, parent)),
    children: {
      total: children.length,
      rows: children.slice(0, mostChildren).map((child) => conceptRef(knowledge, child)),
    },
    ancestors: ancestorsOf(knowledge, number),
    descendants: knowledge.walk(number, "in").length,
    relations: countRelations(knowledge, id, sources),
    sources: sources.list(),
  };
}

/** All above by `is-a`, nearest first, with the fewest steps that lead there. */
function ancestorsOf(knowledge: Knowledge, start: number): ConceptView["ancestors"] {
  const steps = new Map([[start, 0]]);
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const here = queue[at]!;
    knowledge.visitEdges(here, "out", (other, predicate) => {
      if (predicate !== "is-a" || steps.has(other)) return;
      steps.set(other, steps.get(here)! + 1);
      queue.push(other);
    });
  }
  return queue
    .slice(1)
    .map((number) => ({ ...conceptRef(knowledge, knowledge.idOf(number)), steps: steps.get(number)! }));
}

function countRelations(knowledge: Knowledge, id: string, sources: SourceSet): ConceptView["relations"] {
  const counts = new Map<string, ConceptView["relations"][number]>();
  for (const { subject, predicate, source } of knowledge.edges(id)) {
    sources.add(source);
    const direction = subject === id ? "out" : "in";
    const key = `${predicate} ${direction}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { predicate, direction, count: 1 });
    else known.count++;
  }
  return [...counts.values()].sort(
    (a, b) => predicates.indexOf(a.predicate) - predicates.indexOf(b.predicate) || (a.direction === "out" ? -1 : 1),
  );
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
