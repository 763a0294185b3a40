import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "DrugMechDB",
    version: "b83cc5ddb6",
    date: "2025",
    licence: {
      id: "CC0-1.0",
      class: "G",
      attribution: "Gonzalez-Cavazos et al. 2023, Scientific Data 10, 632 (DrugMechDB), CC0 1.0",
    },
    url: "https://github.com/SuLab/DrugMechDB",
    origin: "github.com/SuLab/DrugMechDB-agentic at b83cc5ddb6, kb/paths",
    changes: "YAML to TSV; of the paths only the edges that touch a protein, a gene family or the drug are kept.",
    known: ["The repository curates the release of 2023 anew: some paths are under revision."],
  },
  [
    {
      file: "indications.tsv",
      from: "drugmechdb/indications.tsv.gz",
      columns: [
        { name: "path", meaning: "path id", from: "path_id" },
        { name: "drug", meaning: "drug name" },
        { name: "drug_mesh", meaning: "MeSH id of the drug" },
        { name: "drugbank", meaning: "DrugBank id" },
        { name: "disease", meaning: "disease name" },
        { name: "disease_mesh", meaning: "MeSH id of the disease" },
      ],
    },
    {
      file: "edges.tsv",
      from: "drugmechdb/path_edges.tsv.gz",
      columns: [
        { name: "path", meaning: "path id", from: "path_id" },
        { name: "source", meaning: "CURIE" },
        { name: "predicate", meaning: "relation" },
        { name: "target", meaning: "CURIE" },
      ],
      keep: (row) => /^UniProt:/i.test(row.target!) && /^(MESH|DB):/.test(row.source!),
    },
  ],
);
