import type { Assembly } from "../assembly.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";
import type { DrugFinder } from "./drug-finder.ts";

const source = "civic";

/** Clinical evidence of CIViC (2021): variants of genes, and what they say about diseases, drugs and trials. */
export function addCivic(assembly: Assembly, sources: Sources, drugs: DrugFinder): void {
  for (const { id, gene, ncbi, name, aliases } of rowsOf(sources, source, "variants.tsv", [
    "id",
    "gene",
    "ncbi",
    "name",
    "aliases",
  ])) {
    const owner = assembly.oneByXref("NCBIGene", ncbi, "gene");
    const concept = `CIVICVID:${id}`;
    if (owner === undefined) {
      assembly.report(source, concept, `${gene} ${name}`, "no approved human gene of this id");
      continue;
    }
    assembly.addConcept(concept, "variant", source);
    assembly.addTerm(concept, `${gene} ${name}`, source, { role: "preferred" });
    for (const alias of listOf(aliases, ",")) assembly.addTerm(concept, `${gene} ${alias}`, source);
    assembly.addEdge(concept, "member-of", owner, source, "relation=variant-of");
  }
  for (const row of rowsOf(sources, source, "evidence.tsv", [
    "id",
    "ncbi",
    "variant",
    "variant_id",
    "doid",
    "drugs",
    "type",
    "direction",
    "level",
    "significance",
    "pmid",
    "source",
    "nct",
    "rating",
    "status",
  ])) {
    if (row.status !== "accepted") continue;
    const gene = assembly.oneByXref("NCBIGene", row.ncbi, "gene");
    const disease = assembly.oneByXref("DOID", row.doid, "disease");
    if (row.doid !== "" && disease === undefined)
      assembly.report(source, `DOID:${row.doid}`, row.id, "no disease of this id");
    const found = listOf(row.drugs, ",").flatMap((name) => {
      const drug = drugs.find(name);
      if (drug === undefined) assembly.report(source, name, row.id, "no drug of this name");
      return drug ?? [];
    });
    const facts = [
      `eid=${row.id}`,
      `variant=${row.variant}`,
      `type=${row.type}`,
      `level=${row.level}`,
      `direction=${row.direction}`,
      `significance=${row.significance}`,
      row.rating && `rating=${row.rating}`,
      row.source === "PubMed" && `pmid=${row.pmid}`,
    ]
      .filter(Boolean)
      .join(";")
      .replaceAll("\t", " ");
    const variant = `CIVICVID:${row.variant_id}`;
    if (disease !== undefined) {
      if (gene !== undefined) assembly.addEdge(gene, "evidence", disease, source, facts);
      if (assembly.has(variant)) assembly.addEdge(variant, "evidence", disease, source, facts);
    }
    for (const drug of found) {
      if (disease !== undefined) assembly.addEdge(drug, "evidence", disease, source, facts);
      if (gene !== undefined) assembly.addEdge(drug, "evidence", gene, source, facts);
    }
    for (const nct of listOf(row.nct, ",").filter((id) => /^NCT\d{8}$/.test(id))) {
      const trial = addTrial(assembly, nct, source);
      for (const drug of found) assembly.addEdge(drug, "tested-in", trial, source);
      if (disease !== undefined) assembly.addEdge(trial, "studies", disease, source);
    }
  }
}

/** The concept of a trial; its only name is its registry number. */
export function addTrial(assembly: Assembly, nct: string, by: string): string {
  const trial = `NCT:${nct}`;
  if (!assembly.has(trial)) {
    assembly.addConcept(trial, "trial", by);
    assembly.addTerm(trial, nct, by, { role: "preferred" });
  }
  return trial;
}
