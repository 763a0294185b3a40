import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "OncoTree",
    version: "2025-10-03",
    date: "2025-10-03",
    licence: {
      id: "CC-BY-4.0",
      class: "G",
      attribution: "OncoTree, Memorial Sloan Kettering Cancer Center, CC BY 4.0",
    },
    url: "https://oncotree.mskcc.org",
    origin: "github.com/cBioPortal/oncotree at b362db70f6, trees/oncotree_2025_10_03.json",
    changes: "Tree to TSV.",
  },
  [
    {
      file: "types.tsv",
      from: "oncotree/oncotree_2025-10-03.tsv.gz",
      columns: [
        { name: "code", meaning: "OncoTree code" },
        { name: "name", meaning: "name" },
        { name: "parent", meaning: "code of the parent" },
        { name: "main_type", meaning: "main cancer type" },
        { name: "tissue", meaning: "tissue" },
        { name: "umls", meaning: "UMLS concept ids, | between" },
        { name: "ncit", meaning: "NCI Thesaurus ids, | between" },
      ],
    },
  ],
);
