import { expect, it } from "vitest";
import { DrugFinder } from "../../src/build/drug/drug-finder.ts";
import { Assembly } from "../../src/build/index.ts";
import { addDrugcentral } from "../../src/build/share-alike/drugcentral.ts";
import { sourcesOf } from "./small-sources.ts";

const sources = sourcesOf({
  drugcentral: {
    "drugs.tsv": "id ; name ; inchikey ; smiles\n1 ; imatinib ; ;",
    "actions.tsv": "ncbi ; drugbank ; action",
    "targets.tsv": "id ; uniprot",
    "indications.tsv": `
      doid ; drugbank ; category
      DOID:1 ; DB00619 ; DM
      DOID:2 ; DB00619 ; SYM
      DOID:3 ; DB00619 ; NOT
      DOID:4 ; DB00619 ;`,
  },
});

it("a pair that reviewers found to be no indication is none; one without a word says nothing of its kind", () => {
  const core = new Assembly();
  core.addConcept("DRUGBANK:DB00619", "drug", "drugbank-vocabulary");
  for (const number of ["1", "2", "3", "4"]) {
    core.addConcept(`MONDO:000000${number}`, "disease", "mondo");
    core.addXref(`MONDO:000000${number}`, "DOID", number, "mondo");
  }
  const pack = new Assembly();
  addDrugcentral(pack, core, sources, new DrugFinder(core));
  expect(
    (pack.edges.get("DRUGBANK:DB00619") ?? []).map(({ predicate, object, detail }) => [predicate, object, detail]),
  ).toEqual([
    ["indicated-for", "MONDO:0000001", "category=disease-modifying;date=2016"],
    ["indicated-for", "MONDO:0000002", "category=symptomatic;date=2016"],
    ["indicated-for", "MONDO:0000004", "date=2016"],
  ]);
});
