import type { Assembly } from "../assembly.ts";
import { isAbbreviation } from "../label-key.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";
import type { ConceptMap } from "./concept-map.ts";
import type { CodeClaim } from "./mondo.ts";

const source = "doid";

/** How Disease Ontology calls systems; ICD-10-CM codes are linked, not equated. */
const systems: Readonly<Record<string, string>> = {
  UMLS_CUI: "UMLS",
  NCI: "NCIT",
  MESH: "MESH",
  OMIM: "OMIM",
  ORDO: "Orphanet",
  ICDO: "ICDO",
  EFO: "EFO",
  GARD: "GARD",
};

/** Disease Ontology onto Mondo; what Mondo does not have becomes a disease of its own under the nearest parent that is there. */
export function addDoid(assembly: Assembly, sources: Sources, map: ConceptMap): CodeClaim[] {
  const claims: CodeClaim[] = [];
  const conceptOf = new Map<string, string>();
  const terms = [...rowsOf(sources, source, "terms.tsv", ["id", "name", "synonyms", "xrefs", "alt_ids"])];
  for (const { id, name, synonyms, xrefs, alt_ids } of terms) {
    if (name === "" || /^obsolete/i.test(name)) {
      assembly.report(source, id, name, "obsolete or without name");
      continue;
    }
    const local = id.slice("DOID:".length);
    const found = map.find({
      system: "DOID",
      value: local,
      name,
      xrefs: listOf(xrefs)
        .map(toXref)
        .filter((one) => one !== null),
    });
    const concept = found ?? id;
    conceptOf.set(id, concept);
    if (found === undefined) {
      assembly.addConcept(id, "disease", source);
      assembly.report(source, id, name, "no Mondo disease: a concept of its own");
    } else assembly.addXref(concept, "DOID", local, source);
    assembly.addTerm(concept, name, source, { role: "preferred" });
    for (const synonym of listOf(synonyms)) {
      const short = isAbbreviation(synonym);
      assembly.addTerm(concept, synonym, source, {
        role: short ? "abbreviation" : "synonym",
        usable: !(short && synonym.length < 3),
      });
    }
    for (const former of listOf(alt_ids)) assembly.addXref(concept, "DOIDFormer", former.replace(/^DOID:/, ""), source);
    for (const xref of listOf(xrefs)) {
      const [system, value] = cut(xref);
      if (system === "ICD10CM") claims.push({ concept, code: value, source });
      else if (found === undefined && systems[system]) assembly.addXref(concept, systems[system], value, source);
    }
  }
  for (const { child, parent } of rowsOf(sources, source, "is-a.tsv", ["child", "parent"])) {
    const below = conceptOf.get(child);
    const above = conceptOf.get(parent);
    if (below === child && above !== undefined) assembly.addEdge(below, "is-a", above, source);
  }
  return claims;
}

const cut = (xref: string): [string, string] => [xref.slice(0, xref.indexOf(":")), xref.slice(xref.indexOf(":") + 1)];
const toXref = (xref: string) => {
  const [name, value] = cut(xref);
  const system = systems[name];
  return system === undefined ? null : { system, value };
};
