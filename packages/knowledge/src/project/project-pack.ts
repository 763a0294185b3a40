import { KnowledgePack } from "../pack/knowledge-pack.ts";
import type { ConceptRow, EdgeRow, TermRow, XrefRow } from "../pack/rows.ts";
import { writePack } from "../pack/write-pack.ts";
import type { ConceptKind, SourceInfo } from "../schema.ts";
import { keysOfTerm } from "../text/keys.ts";
import type { ProjectEntry } from "./entry.schema.ts";

const source = "project";

/** Id of a site's own code as a concept: `LOCAL:his-lab/0071`. */
export const localCodeId = (system: string, code: string): string => `LOCAL:${system}/${code}`;

/**
 * A pack of what a project added, to be laid over the shipped ones and never mixed into them.
 * @param kindOf kind of a concept of the shipped packs, null where there is none
 * @returns the pack, and the entries that point at a concept which nobody defines (they are left out of it)
 */
export function buildProjectPack(
  project: { name: string; date: string },
  entries: readonly ProjectEntry[],
  kindOf: (id: string) => ConceptKind | null,
): { pack: KnowledgePack; dangling: ProjectEntry[] } {
  const concepts = new Map<string, ConceptRow>();
  for (const one of entries) {
    if (one.entry === "concept") concepts.set(one.concept, { id: one.concept, kind: one.kind, source });
  }
  const own = new Set(concepts.keys());
  const knows = (id: string): boolean => {
    if (concepts.has(id)) return true;
    const kind = kindOf(id);
    if (kind === null) return false;
    concepts.set(id, { id, kind, source, reference: true });
    return true;
  };
  const terms: TermRow[] = [];
  const edges: EdgeRow[] = [];
  const xrefs: XrefRow[] = [];
  const dangling: ProjectEntry[] = [];
  const preferred = new Set<string>();
  for (const one of entries) {
    const { concept, text, language } = one;
    if (!knows(concept) || (one.entry === "concept" && one.parent !== null && !knows(one.parent))) {
      dangling.push(one);
      if (!own.has(concept)) continue;
    }
    if (one.entry === "name") {
      terms.push({ concept, text, language, role: one.role, source, usable: true });
    } else if (one.entry === "concept") {
      const role = preferred.has(`${concept} ${language}`) ? "synonym" : "preferred";
      preferred.add(`${concept} ${language}`);
      terms.push({ concept, text, language, role, source, usable: true });
      if (one.parent !== null && concepts.has(one.parent)) {
        edges.push({ subject: concept, predicate: "is-a", object: one.parent, source });
      }
    } else {
      const id = localCodeId(one.system, one.code);
      if (!concepts.has(id)) {
        concepts.set(id, { id, kind: "code", source });
        terms.push({ concept: id, text, language, role: "preferred", source, usable: true });
        xrefs.push({ concept: id, system: one.system, value: one.code, source });
      }
      edges.push({ subject: id, predicate: one.relation, object: concept, source });
    }
  }
  const rows = {
    name: source,
    version: project.date,
    builtFrom: source,
    sources: [sourceOf(project)],
    concepts: [...concepts.values()],
    terms,
    edges,
    xrefs,
  };
  return { pack: new KnowledgePack(writePack(rows, keysOfTerm)), dangling };
}

const sourceOf = ({ name, date }: { name: string; date: string }): SourceInfo => ({
  id: source,
  title: name,
  version: date,
  date,
  licence: "the project's own",
  licenceClass: "project",
  url: "",
  attribution: name,
});
