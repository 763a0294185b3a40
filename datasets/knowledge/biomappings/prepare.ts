import { prepareSource } from "../tables.ts";

const used = /^(mesh|doid|mondo|hp|efo|ncit|umls|hgnc|drugbank|fplx):/;

await prepareSource(
  import.meta.url,
  {
    title: "Biomappings, confirmed mappings",
    version: "0.6.0",
    date: "2026",
    licence: {
      id: "CC0-1.0",
      class: "G",
      attribution: "Biomappings, CC0 1.0; Hoyt et al. 2023, Bioinformatics 39, btad130",
    },
    url: "https://github.com/biopragmatics/biomappings",
    origin: "resources/positive.sssom.tsv of the PyPI package biomappings 0.6.0",
    changes: "Only exact matches among the systems used here.",
  },
  [
    {
      file: "mappings.tsv",
      from: "biomappings/positive.sssom.tsv.gz",
      columns: [
        { name: "subject", meaning: "CURIE, lower-case prefix", from: "subject_id" },
        { name: "object", meaning: "CURIE, lower-case prefix", from: "object_id" },
      ],
      keep: (row) => row.predicate_id === "skos:exactMatch" && used.test(row.subject_id!) && used.test(row.object_id!),
    },
  ],
);
