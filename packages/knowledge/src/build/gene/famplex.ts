import type { Assembly } from "../assembly.ts";
import { isAbbreviation } from "../label-key.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

const source = "famplex";
const systemOf: Readonly<Record<string, string>> = { MESH: "MESH", NCIT: "NCIT", IP: "InterPro" };

/** Families and complexes of proteins above the genes: AKT, ERK, PI3K as texts say them. */
export function addFamplex(assembly: Assembly, sources: Sources, genes: ReadonlyMap<string, string>): void {
  for (const { id } of rowsOf(sources, source, "entities.tsv", ["id"])) {
    assembly.addConcept(`FPLX:${id}`, "family", source);
    const name = id.replaceAll("_", " ");
    assembly.addTerm(`FPLX:${id}`, name, source, { role: "preferred", usable: isClear(name) });
  }
  for (const { text, id } of rowsOf(sources, source, "names.tsv", ["text", "id"])) {
    const concept = `FPLX:${id}`;
    if (!assembly.has(concept)) assembly.report(source, concept, text, "name of a family that is not in the list");
    else
      assembly.addTerm(concept, text, source, {
        role: isAbbreviation(text) ? "abbreviation" : "synonym",
        usable: isClear(text),
      });
  }
  for (const row of rowsOf(sources, source, "relations.tsv", ["subject_system", "subject", "relation", "object"])) {
    const subject = row.subject_system === "FPLX" ? `FPLX:${row.subject}` : genes.get(row.subject);
    const object = `FPLX:${row.object}`;
    if (subject === undefined || !assembly.has(subject) || !assembly.has(object)) {
      assembly.report(
        source,
        `${row.subject_system}:${row.subject}`,
        row.object,
        "member is no approved gene symbol or family",
      );
      continue;
    }
    assembly.addEdge(subject, "member-of", object, source, `relation=${row.relation}`);
  }
  for (const { system, value, id } of rowsOf(sources, source, "equivalences.tsv", ["system", "value", "id"])) {
    const name = systemOf[system];
    if (name !== undefined && assembly.has(`FPLX:${id}`)) assembly.addXref(`FPLX:${id}`, name, value, source);
  }
}

const isClear = (text: string) => text.length > 2 && !/^[a-z]{1,4}$/.test(text);
