import type { Assembly } from "../assembly.ts";
import { diseaseOf } from "../phenotype/annotations.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

/** Gene associated-with disease: Mendelian pairs of HPO, common diseases of Hetionet (text mining and GWAS, 2016). */
export function addGeneDisease(assembly: Assembly, sources: Sources): void {
  for (const { ncbi_gene_id, gene_symbol, disease_id } of rowsOf(sources, "hpo", "gene-disease.tsv", [
    "ncbi_gene_id",
    "gene_symbol",
    "disease_id",
  ])) {
    const gene = assembly.oneByXref("NCBIGene", ncbi_gene_id, "gene");
    const disease = diseaseOf(assembly, disease_id);
    if (gene === undefined || disease === undefined) {
      const reason =
        gene === undefined ? "no approved human gene of this id" : "no Mondo disease, or more than one, lists this id";
      assembly.report("hpo", gene === undefined ? `NCBIGene:${ncbi_gene_id}` : disease_id, gene_symbol, reason);
    } else assembly.addEdge(gene, "associated-with", disease, "hpo", `kind=mendelian;by=${disease_id.split(":")[0]}`);
  }
  const source = "gene-disease-hetionet";
  for (const { doid, ncbi, sources: by } of rowsOf(sources, source, "pairs.tsv", ["doid", "ncbi", "sources"])) {
    const gene = assembly.oneByXref("NCBIGene", ncbi, "gene");
    const disease = assembly.oneByXref("DOID", doid.slice(5), "disease");
    if (gene === undefined || disease === undefined) {
      assembly.report(source, gene === undefined ? `NCBIGene:${ncbi}` : doid, "", "gene or disease is not in the pack");
    } else assembly.addEdge(gene, "associated-with", disease, source, `by=${by.replaceAll("|", ",")}`);
  }
}
