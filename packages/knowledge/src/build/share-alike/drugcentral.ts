import type { Assembly } from "../assembly.ts";
import type { DrugFinder } from "../drug/drug-finder.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

const source = "drugcentral";

/** What the reviewers said of a pair; pairs without a word were not reviewed, `NOT` means that it is no indication. */
const reviewed: Readonly<Record<string, string>> = { DM: "disease-modifying", SYM: "symptomatic" };

/** DrugCentral: measured pairs of drug and protein (2023), targets with action and indications (2016). */
export function addDrugcentral(pack: Assembly, core: Assembly, sources: Sources, drugs: DrugFinder): void {
  const drugOf = new Map<string, string>();
  for (const row of rowsOf(sources, source, "drugs.tsv", ["id", "name", "inchikey", "smiles"])) {
    const { id, name, inchikey, smiles } = row;
    const drug = core.oneByXref("InChIKey", inchikey, "drug") ?? drugs.find(name);
    if (drug === undefined) {
      pack.report(source, id, name, "no drug of this structure or name");
      continue;
    }
    drugOf.set(id, drug);
    pack.addXref(drug, "DrugCentral", id, source);
    // A drug found by its name alone may be drawn as a salt or another form there.
    const isSameStructure = core.xrefs.get(drug)?.some((one) => one.system === "InChIKey" && one.value === inchikey);
    if (smiles !== "" && isSameStructure === true) pack.addXref(drug, "SMILES", smiles, source);
  }
  const acting = new Set<string>();
  for (const { ncbi, drugbank, action } of rowsOf(sources, source, "actions.tsv", ["ncbi", "drugbank", "action"])) {
    const gene = core.oneByXref("NCBIGene", ncbi, "gene");
    const drug = `DRUGBANK:${drugbank}`;
    if (gene === undefined || !core.has(drug)) {
      pack.report(source, `NCBIGene:${ncbi}`, drugbank, "gene or drug is not in the core");
      continue;
    }
    acting.add(`${drug} ${gene}`);
    pack.addEdge(drug, "targets", gene, source, `action=${action.toLowerCase()};date=2016`);
  }
  for (const { id, uniprot } of rowsOf(sources, source, "targets.tsv", ["id", "uniprot"])) {
    const drug = drugOf.get(id);
    // Proteins of other species have no human gene and are left out without a line each.
    for (const gene of drug === undefined ? [] : core.byXref("UniProt", uniprot, "gene")) {
      if (!acting.has(`${drug} ${gene}`))
        pack.addEdge(drug!, "targets", gene, source, "kind=measured-activity;date=2023");
    }
  }
  for (const { doid, drugbank, category } of rowsOf(sources, source, "indications.tsv", [
    "doid",
    "drugbank",
    "category",
  ])) {
    const disease = core.oneByXref("DOID", doid.slice(5), "disease");
    const drug = `DRUGBANK:${drugbank}`;
    if (disease === undefined || !core.has(drug))
      pack.report(source, doid, drugbank, "disease or drug is not in the core");
    else if (category === "NOT") pack.report(source, doid, drugbank, "reviewed as no indication");
    else {
      const said = reviewed[category];
      pack.addEdge(drug, "indicated-for", disease, source, `${said === undefined ? "" : `category=${said};`}date=2016`);
    }
  }
}
