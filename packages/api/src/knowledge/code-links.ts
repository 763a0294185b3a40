import { type ConceptEdge, codeSystems, type Knowledge, type Predicate } from "@qinghao/knowledge";
import type { ConceptView } from "../schema.ts";
import { namesOf } from "./concept-ref.ts";
import { edgeDetail } from "./edge-detail.ts";
import type { SourceSet } from "./source-set.ts";

type CodeLink = ConceptView["codes"][number];

const relations: readonly Predicate[] = ["exact", "narrower", "broader", "candidate"];
const isRelation = (predicate: Predicate): predicate is CodeLink["relation"] => relations.includes(predicate);

/** Names of code systems by the prefix of their codes' ids. */
const systems: ReadonlyMap<string, string> = new Map(
  Object.entries(codeSystems).map(([name, { prefix }]) => [prefix, name]),
);

/** System and bare code of a code's id: `ICD10CN:C34.9`, or a site's own `LOCAL:his-lab/0071`. */
export function codeOf(id: string): { system: string; code: string } {
  const split = id.indexOf(":");
  const [prefix, local] = [id.slice(0, split), id.slice(split + 1)];
  if (prefix === "LOCAL") {
    const slash = local.indexOf("/");
    return { system: `local:${local.slice(0, slash)}`, code: local.slice(slash + 1) };
  }
  return { system: systems.get(prefix) ?? prefix.toLowerCase(), code: local };
}

/** Codes that stand for a concept, each with how it stands to it and who says so; LOINC codes are identifiers of an item. */
export function codeLinks(knowledge: Knowledge, id: string, sources: SourceSet): CodeLink[] {
  const links = knowledge.edges(id, { predicate: relations, direction: "in" }).flatMap((edge): CodeLink[] => {
    const { subject, predicate, source } = edge;
    if (!isRelation(predicate) || knowledge.kindOf(knowledge.numberOf(subject)) !== "code") return [];
    sources.add(source);
    return [
      { ...codeOf(subject), title: namesOf(knowledge, subject), relation: predicate, id: subject, ...told(edge) },
    ];
  });
  for (const { system, value, source } of knowledge.concept(id).xrefs) {
    if (system !== "LOINC") continue;
    sources.add(source);
    links.push({
      system: "loinc",
      code: value,
      title: namesOf(knowledge, id),
      relation: "exact",
      id,
      source: source.id,
      detail: {},
    });
  }
  return links.sort(
    (a, b) =>
      compare(a.system, b.system) ||
      relations.indexOf(a.relation) - relations.indexOf(b.relation) ||
      compare(a.code, b.code),
  );
}

const told = (edge: ConceptEdge) => ({ source: edge.source.id, detail: edgeDetail(edge) });
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
