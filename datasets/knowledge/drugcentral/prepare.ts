import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "DrugCentral",
    version: "37a81bf71e; targets with action and indications 0e085ddb6a (2016)",
    date: "2023",
    licence: {
      id: "CC-BY-SA-4.0",
      class: "S",
      attribution:
        "DrugCentral, University of New Mexico, CC BY-SA 4.0; Avram et al. 2023, Nucleic Acids Research 51, D1276; 2016 parts by D. Himmelstein (CC BY 4.0)",
    },
    url: "https://drugcentral.org",
    origin: "github.com/unmtransinfo/DrugCentral-2023 at 37a81bf71e; github.com/dhimmel/drugcentral at 0e085ddb6a",
    changes: "Columns used only.",
    known: ["Pairs of drug and protein are measured bioactivities, not all of them the mechanism."],
  },
  [
    {
      file: "drugs.tsv",
      from: "drugcentral/structures.tsv.gz",
      columns: [
        { name: "id", meaning: "DrugCentral id", from: "ID" },
        { name: "name", meaning: "INN", from: "INN" },
        { name: "inchikey", meaning: "standard InChIKey", from: "InChIKey" },
        { name: "smiles", meaning: "structure as SMILES", from: "SMILES" },
      ],
    },
    {
      file: "targets.tsv",
      from: "drugcentral/drug_target.tsv.gz",
      columns: [
        { name: "id", meaning: "DrugCentral id", from: "drugcentral_id" },
        { name: "uniprot", meaning: "UniProt accession" },
      ],
    },
    {
      file: "actions.tsv",
      from: "drugcentral/rephetio2016_targets_with_action.tsv.gz",
      columns: [
        { name: "ncbi", meaning: "NCBI gene", from: "GeneID" },
        { name: "drugbank", meaning: "DrugBank id", from: "drugbank_id" },
        { name: "action", meaning: "action", from: "actions" },
      ],
    },
    {
      file: "indications.tsv",
      from: "drugcentral/rephetio2016_indications.tsv.gz",
      columns: [
        { name: "doid", meaning: "CURIE", from: "doid_id" },
        { name: "drugbank", meaning: "DrugBank id", from: "drugbank_id" },
        {
          name: "category",
          meaning: "DM disease-modifying, SYM symptomatic, NOT no indication; empty where not reviewed",
        },
      ],
    },
  ],
);
