import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "DrugBank Vocabulary (open data)",
    version: "b6ae3d5fbe",
    date: "2025",
    licence: { id: "CC0-1.0", class: "G", attribution: "DrugBank Vocabulary, DrugBank Open Data, CC0 1.0" },
    url: "https://go.drugbank.com/releases/latest#open-data",
    origin: "github.com/samyama-ai/clinicaltrials-kg at b6ae3d5fbe, data/drugbank_vocabulary.csv",
    changes: "CSV to TSV; secondary accession numbers left out.",
  },
  [
    {
      file: "drugs.tsv",
      from: "drugbank_vocabulary/drugbank_vocabulary.tsv.gz",
      columns: [
        { name: "id", meaning: "DrugBank id", from: "drugbank_id" },
        { name: "name", meaning: "common name" },
        { name: "cas", meaning: "CAS number" },
        { name: "unii", meaning: "UNII" },
        { name: "synonyms", meaning: "synonyms, | between" },
        { name: "inchikey", meaning: "standard InChIKey" },
      ],
    },
  ],
);
