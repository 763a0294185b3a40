import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "WikiPathways, human",
    version: "20251010",
    date: "2025-10-10",
    licence: {
      id: "CC0-1.0",
      class: "G",
      attribution: "WikiPathways, CC0 1.0; Agrawal et al. 2024, Nucleic Acids Research 52, D679",
    },
    url: "https://www.wikipathways.org",
    origin: "github.com/biopragmatics/obo-db-ingest at 5613ff7e7e, export/wikipathways",
    changes: "Human pathways and their genes only.",
  },
  [
    {
      file: "pathways.tsv",
      from: "wikipathways/human_pathways.tsv.gz",
      columns: [
        { name: "id", meaning: "WikiPathways id", from: "wikipathways_id" },
        { name: "name", meaning: "name" },
      ],
    },
    {
      file: "genes.tsv",
      from: "wikipathways/pathway_gene.tsv.gz",
      columns: [
        { name: "id", meaning: "WikiPathways id", from: "wikipathways_id" },
        { name: "ncbi", meaning: "NCBI gene", from: "ncbi_gene" },
      ],
    },
  ],
);
