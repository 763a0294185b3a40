import { knowledgeErrors } from "../errors.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Language } from "../schema.ts";
import { type CodeLink, codesBeside, codesOf, conceptsOfCode } from "./code-links.ts";
import { type Exclusions, exclusionsOf } from "./exclusions.ts";
import type { DualCode, ExcludedCode, ExpandedCode, Expansion, ReasonStep } from "./expansion.ts";
import { codesNamedAs } from "./namesakes.ts";
import { readSystem } from "./systems.ts";

/** Above this many concepts, codes of equal name are not looked for: the answer would be a list that nobody reads. */
const mostNamed = 300;

type Way = { id: string; relation: "exact" | "narrower"; path: ReasonStep[] };

/**
 * All codes of a system for a concept and everything below it, each with the way that leads there. Codes that cover more
 * than the concept, and codes that nobody has decided on, are listed apart. A code kept out by an "Excludes1" note of an
 * included code is not pulled in from above, and reported; a code that is itself linked with the concept stays, and so do
 * parts of a code that is the concept (types of diabetes exclude each other, and all are diabetes).
 * @param system a shipped system, or a site's own as `local:NAME`
 * @param language language of the codes' names.
 * Errors: `knowledge.concept.unknown`, `knowledge.system.unknown`.
 */
export function expand(
  knowledge: Knowledge,
  concept: string,
  system: string,
  language: Language = system === "icd10-cn" || system === "icd9-cm3" ? "zh-Hans" : "en",
): Expansion {
  const target = readSystem(system);
  if (!knowledge.has(concept)) throw knowledgeErrors.create("concept.unknown", { id: concept });
  const concepts = conceptsBelow(knowledge, concept);
  const isTarget = target.holds;
  const roots = new Map<string, Way>();
  const broader = new Map<string, CodeLink>();
  const candidates = new Map<string, CodeLink>();
  const sortIn = (link: CodeLink, base: "exact" | "narrower") => {
    if (link.how === "broader") keepShorter(broader, link);
    else if (link.how === "candidate") keepShorter(candidates, link);
    else {
      const relation = link.how === "exact" ? base : "narrower";
      const known = roots.get(link.id);
      if (known === undefined || (known.relation === "narrower" && relation === "exact")) {
        roots.set(link.id, { id: link.id, relation, path: link.path });
      }
    }
  };
  for (const way of concepts) {
    if (isCode(knowledge, way.id)) roots.set(way.id, way);
    for (const link of codesOf(knowledge, way.id, way.path)) sortIn(link, way.relation);
  }
  const found = new Map<string, Way>();
  const excluded = new Map<string, ExcludedCode>();
  const notes = exclusionsOf(knowledge, roots.keys());
  for (const way of roots.values()) descend(knowledge, way, notes, found, excluded, language);
  for (const way of [...found.values()]) {
    if (isTarget(way.id)) continue;
    for (const link of codesBeside(knowledge, way.id, way.path)) {
      if (!isTarget(link.id)) continue;
      if (link.how === "exact" || link.how === "narrower") {
        const relation = link.how === "exact" ? way.relation : "narrower";
        descend(knowledge, { id: link.id, relation, path: link.path }, notes, found, excluded, language);
      } else keepShorter(link.how === "broader" ? broader : candidates, link);
    }
  }
  for (const way of concepts) {
    if (isTarget(way.id) && !found.has(way.id)) found.set(way.id, way);
    const isNamed = target.xref === null && concepts.length <= mostNamed && !isCode(knowledge, way.id);
    if (isNamed)
      for (const link of codesNamedAs(knowledge, way.id, target.prefix, way.path)) keepShorter(candidates, link);
    if (target.xref !== null) addIdentifiers(knowledge, way, target.prefix, target.xref, found);
  }
  const meant = new Set(concepts.map(({ id }) => id));
  const describe = (id: string, relation: ExpandedCode["relation"], path: ReasonStep[]): ExpandedCode => ({
    id,
    code: target.codeOf(id),
    name: knowledge.preferredName(id, language).text,
    relation,
    path,
    dual: dualOf(knowledge, id),
    returns: leadsBack(knowledge, id, meant),
  });
  const included = [...found.values()]
    .filter(({ id }) => isTarget(id) && (id !== concept || isCode(knowledge, id)))
    .map(({ id, relation, path }) => describe(id, relation, path));
  const apart = (links: Map<string, CodeLink>) =>
    [...links.values()]
      .filter(({ id }) => isTarget(id) && !found.has(id))
      .map(({ id, how, path }) => describe(id, how, path));
  return {
    concept,
    system,
    included: included.sort(byId),
    broader: apart(broader).sort(byId),
    candidates: apart(candidates).sort(byId),
    excluded: [...excluded.values()].filter(({ id }) => isTarget(id) && !found.has(id)).sort(byId),
    roundTrip: { included: included.length, returning: included.filter(({ returns }) => returns).length },
  };
}

/** The concept and everything below it, each with the steps that lead there. */
function conceptsBelow(knowledge: Knowledge, concept: string): Way[] {
  const ways = new Map<string, Way>([[concept, { id: concept, relation: "exact", path: [] }]]);
  for (const way of ways.values()) {
    for (const { subject, source } of knowledge.edges(way.id, { predicate: "is-a", direction: "in" })) {
      if (ways.has(subject)) continue;
      const path: ReasonStep[] = [...way.path, { from: way.id, how: "is-a", to: subject, source }];
      ways.set(subject, { id: subject, relation: "narrower", path });
    }
  }
  return [...ways.values()];
}

/** A note of one part against another part of a code that is the concept itself: both are meant, only never together. */
const separatesParts = (knowledge: Knowledge, root: Way, by: string) =>
  root.relation === "exact" && by !== root.id && knowledge.ancestors(by).includes(root.id);

/** A code and the codes below it, but not into what a note excludes. */
function descend(
  knowledge: Knowledge,
  root: Way,
  notes: Exclusions,
  found: Map<string, Way>,
  excluded: Map<string, ExcludedCode>,
  language: Language,
): void {
  const queue: Way[] = [root];
  for (const way of queue) {
    const known = found.get(way.id);
    if (known !== undefined && !(known.relation === "narrower" && way.relation === "exact")) continue;
    found.set(way.id, way);
    for (const { subject, source } of knowledge.edges(way.id, { predicate: "is-a", direction: "in" })) {
      const note = notes.get(subject);
      if (note !== undefined && !separatesParts(knowledge, root, note.by)) {
        const name = knowledge.preferredName(subject, language).text;
        excluded.set(subject, { id: subject, name, excludedBy: note.by, note: note.note });
        continue;
      }
      const path: ReasonStep[] = [...way.path, { from: way.id, how: "is-a", to: subject, source }];
      queue.push({ id: subject, relation: "narrower", path });
    }
  }
}

function addIdentifiers(knowledge: Knowledge, way: Way, prefix: string, system: string, found: Map<string, Way>): void {
  for (const xref of knowledge.concept(way.id).xrefs) {
    if (xref.system !== system) continue;
    const id = `${prefix}:${xref.value}`;
    if (found.has(id)) continue;
    const step: ReasonStep = { from: way.id, how: "identifier", to: id, source: xref.source };
    found.set(id, { id, relation: way.relation, path: [...way.path, step] });
  }
}

/** Whether a code, or one above it, is linked with what was asked for or something below it. */
function leadsBack(knowledge: Knowledge, id: string, meant: ReadonlySet<string>): boolean {
  if (meant.has(id)) return true;
  if (!knowledge.has(id)) return knowledge.findByIdentifier(id).some((one) => meant.has(one));
  return conceptsOfCode(knowledge, id).some((one) => meant.has(one));
}

/** The halves of a dagger-and-asterisk code; null for any other code. */
function dualOf(knowledge: Knowledge, id: string): DualCode | null {
  if (!/[+*†]/.test(id)) return null;
  const half = (mark: string) => {
    if (!knowledge.has(id)) return null;
    const edges = knowledge.edges(id, { predicate: "is-a", direction: "out" });
    return edges.find(({ detail }) => detail?.includes(`half=${mark}`))?.object ?? null;
  };
  return { dagger: half("dagger"), asterisk: half("asterisk") };
}

const isCode = (knowledge: Knowledge, id: string) => knowledge.kindOf(knowledge.numberOf(id)) === "code";

function keepShorter(links: Map<string, CodeLink>, link: CodeLink): void {
  const known = links.get(link.id);
  if (known === undefined || link.path.length < known.path.length) links.set(link.id, link);
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
