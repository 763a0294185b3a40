import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "ChEMBL human targets",
    version: "ChEMBL 36",
    date: "2025",
    licence: { id: "CC-BY-SA-3.0", class: "S", attribution: "ChEMBL 36, EMBL-EBI, CC BY-SA 3.0" },
    url: "https://www.ebi.ac.uk/chembl/",
    origin: "github.com/biopragmatics/obo-db-ingest at 5613ff7e7e, export/chembl.target",
    changes: "Human single proteins only; names left out.",
  },
  [
    {
      file: "targets.tsv",
      from: "chembl_targets/human_targets_chembl36.tsv.gz",
      columns: [
        { name: "id", meaning: "ChEMBL target", from: "chembl_target_id" },
        { name: "uniprot", meaning: "UniProt accession" },
      ],
      keep: (row) => row.target_type === "single-protein",
    },
  ],
);
