import type { Assembly } from "../assembly.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";
import type { ConceptMap } from "./concept-map.ts";

const source = "oncotree";

/** Tumour types of OncoTree onto Mondo; the others become diseases of their own below the nearest type that is there. */
export function addOncotree(assembly: Assembly, sources: Sources, map: ConceptMap): void {
  const types = [...rowsOf(sources, source, "types.tsv", ["code", "name", "parent", "umls", "ncit"])];
  const conceptOf = new Map<string, string>();
  for (const { code, name, parent, umls, ncit } of types) {
    // The root and its children are organs, not diseases.
    if (code === "TISSUE" || parent === "TISSUE") continue;
    const xrefs = [
      ...listOf(ncit).map((value) => ({ system: "NCIT", value })),
      ...listOf(umls).map((value) => ({ system: "UMLS", value })),
    ];
    const found = map.find({ system: "ONCOTREE", value: code, name, xrefs });
    const concept = found ?? `ONCOTREE:${code}`;
    conceptOf.set(code, concept);
    if (found === undefined) {
      assembly.addConcept(concept, "disease", source);
      assembly.report(source, concept, name, "no Mondo disease: a concept of its own");
      for (const { system, value } of xrefs) assembly.addXref(concept, system, value, source);
    }
    assembly.addXref(concept, "ONCOTREE", code, source);
    assembly.addTerm(concept, name, source, { role: "preferred" });
  }
  for (const { code, parent } of types) {
    const below = conceptOf.get(code);
    const above = conceptOf.get(parent);
    if (below === `ONCOTREE:${code}` && above !== undefined) assembly.addEdge(below, "is-a", above, source);
  }
}
