import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "oncoPharmaDB",
    version: "f68475d3ff",
    date: "2022-05-03",
    licence: {
      id: "CC-BY-SA-3.0",
      class: "S",
      attribution:
        "oncoPharmaDB, Sigve Nakken; from Open Targets 2022.02 (CC0 1.0), ChEMBL 30 (CC BY-SA 3.0), NCI Thesaurus 22.04d (CC BY 4.0)",
    },
    url: "https://github.com/sigven/oncoPharmaDB",
    origin: "github.com/sigven/oncoPharmaDB at f68475d3ff, data/oncopharmadb.rda",
    changes: "One wide table to four; columns used only.",
    known: ["Cancer only, state of spring 2022."],
  },
  [
    {
      file: "drugs.tsv",
      from: "oncopharmadb/drugs.tsv.gz",
      columns: [
        { name: "ncit", meaning: "NCI Thesaurus id", from: "nci_t" },
        { name: "name", meaning: "name", from: "display_name" },
        { name: "chembl", meaning: "ChEMBL id", from: "chembl_id" },
        { name: "phase", meaning: "highest phase", from: "max_ct_phase" },
        { name: "approved", meaning: "year of the first approval", from: "year_first_approval", unit: "year" },
        { name: "synonyms", meaning: "synonyms, | between" },
      ],
    },
    {
      file: "targets.tsv",
      from: "oncopharmadb/drug_target.tsv.gz",
      columns: [
        { name: "ncit", meaning: "NCI Thesaurus id", from: "nci_t" },
        { name: "action", meaning: "action", from: "action_type" },
        { name: "symbol", meaning: "gene symbol", from: "target_symbol" },
        { name: "ensembl", meaning: "Ensembl gene" },
      ],
    },
    {
      file: "indications.tsv",
      from: "oncopharmadb/drug_indication.tsv.gz",
      columns: [
        { name: "ncit", meaning: "NCI Thesaurus id", from: "nci_t" },
        { name: "disease_id", meaning: "EFO, Mondo or Orphanet id", from: "efo_id" },
        { name: "disease", meaning: "name" },
        { name: "phase", meaning: "highest phase", from: "max_phase" },
        { name: "approved", meaning: "True or False", from: "approved_indication" },
      ],
    },
    {
      file: "trials.tsv",
      from: "oncopharmadb/drug_trial.tsv.gz",
      columns: [
        { name: "ncit", meaning: "NCI Thesaurus id", from: "nci_t" },
        { name: "nct", meaning: "trial", from: "nct_id" },
        { name: "disease_id", meaning: "EFO, Mondo or Orphanet id", from: "efo_id" },
      ],
    },
  ],
);
