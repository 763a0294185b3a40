import type { TermRole } from "../../schema.ts";
import type { Assembly } from "../assembly.ts";
import { descendantsOf, groupPairs } from "../hierarchy.ts";
import { rowsOf, type Sources, textOf } from "../source-tables.ts";
import { parseObo, type SynonymScope } from "./obo.ts";

const source = "hpo";
const abnormality = "HP:0000118";

const roleOfScope: Record<SynonymScope, TermRole> = {
  EXACT: "synonym",
  RELATED: "related",
  BROAD: "broader",
  NARROW: "narrower",
};
const systems: Readonly<Record<string, string>> = { UMLS: "UMLS", NCIT: "NCIT", ORPHA: "Orphanet" };

/**
 * The spine of phenotypes: every current term of HPO with its names as they stand there, and is-a. Below "Phenotypic
 * abnormality" a term is a phenotype; modifiers, onset and inheritance are kept for their hierarchy but decide nothing.
 */
export function addHpo(assembly: Assembly, sources: Sources): void {
  const { terms } = parseObo(textOf(sources, source, "hp.obo"));
  const children = groupPairs(terms.flatMap((term) => term.parents.map((parent) => [parent, term.id] as const)));
  const phenotypes = descendantsOf(children, [abnormality]);
  const current = terms.filter((term) => !term.isObsolete);
  for (const term of current) {
    const isPhenotype = phenotypes.has(term.id);
    const usable = isPhenotype && term.id !== abnormality;
    assembly.addConcept(term.id, isPhenotype ? "phenotype" : "other", source);
    assembly.addTerm(term.id, term.name, source, { role: "preferred", usable });
    for (const { text, scope, type } of term.synonyms) {
      const isShort = type === "abbreviation";
      assembly.addTerm(term.id, text, source, {
        role: isShort ? "abbreviation" : roleOfScope[scope],
        usable: usable && scope === "EXACT" && !(isShort && text.length < 3) && type !== "obsolete_synonym",
      });
    }
    for (const former of term.formerIds) assembly.addXref(term.id, "HPFormer", former.replace(/^HP:/, ""), source);
    for (const xref of term.xrefs) {
      const split = xref.indexOf(":");
      const system = systems[xref.slice(0, split)];
      if (system !== undefined) assembly.addXref(term.id, system, xref.slice(split + 1), source);
    }
  }
  for (const term of current) {
    for (const parent of term.parents) if (assembly.has(parent)) assembly.addEdge(term.id, "is-a", parent, source);
  }
  for (const { id, replacedBy } of terms.filter((term) => term.isObsolete)) {
    if (replacedBy !== null && assembly.has(replacedBy))
      assembly.addXref(replacedBy, "HPFormer", id.replace(/^HP:/, ""), source);
  }
  addChineseLabels(assembly, sources);
}

/** The official Chinese labels, unchanged. Each also names the Mondo disease that lists the HPO term as its own. */
function addChineseLabels(assembly: Assembly, sources: Sources): void {
  for (const row of rowsOf(sources, "hpo-zh", "hp-zh.babelon.tsv", [
    "subject_id",
    "translation_value",
    "translation_status",
    "predicate_id",
  ])) {
    if (row.translation_status !== "OFFICIAL" || row.predicate_id !== "rdfs:label") continue;
    if (!assembly.has(row.subject_id)) {
      assembly.report("hpo-zh", row.subject_id, row.translation_value, "no current HPO term of this id");
      continue;
    }
    const usable = assembly.kindOf(row.subject_id) === "phenotype" && row.subject_id !== abnormality;
    assembly.addTerm(row.subject_id, row.translation_value, "hpo-zh", {
      language: "zh-Hans",
      role: "preferred",
      usable,
    });
  }
}
