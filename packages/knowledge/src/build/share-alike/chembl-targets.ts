import type { Assembly } from "../assembly.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

const source = "chembl-targets";

/** ChEMBL's ids of human single proteins on their genes: the bridge to bioactivity data. */
export function addChemblTargets(pack: Assembly, core: Assembly, sources: Sources): void {
  for (const { id, uniprot } of rowsOf(sources, source, "targets.tsv", ["id", "uniprot"])) {
    const genes = core.byXref("UniProt", uniprot, "gene");
    if (genes.length === 0) pack.report(source, id, uniprot, "no human gene with this protein");
    for (const gene of genes) pack.addXref(gene, "ChEMBLTarget", id, source);
  }
}
