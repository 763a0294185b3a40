import type { Assembly } from "../assembly.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

const source = "wikipathways";

/** Human pathways and the genes in them. Their names are common phrases and decide nothing in texts. */
export function addPathways(assembly: Assembly, sources: Sources): void {
  for (const { id, name } of rowsOf(sources, source, "pathways.tsv", ["id", "name"])) {
    assembly.addConcept(`WIKIPATHWAYS:${id}`, "pathway", source);
    assembly.addTerm(`WIKIPATHWAYS:${id}`, name, source, { role: "preferred", usable: false });
  }
  for (const { id, ncbi } of rowsOf(sources, source, "genes.tsv", ["id", "ncbi"])) {
    const gene = assembly.oneByXref("NCBIGene", ncbi, "gene");
    if (gene === undefined) assembly.report(source, `NCBIGene:${ncbi}`, id, "no approved human gene of this id");
    else assembly.addEdge(gene, "in-pathway", `WIKIPATHWAYS:${id}`, source);
  }
}
