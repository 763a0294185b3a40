import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Bioregistry, patterns of identifiers",
    version: "0.15.6",
    date: "2026",
    licence: {
      id: "CC0-1.0",
      class: "G",
      attribution: "Bioregistry, CC0 1.0; Hoyt et al. 2022, Scientific Data 9, 714",
    },
    url: "https://bioregistry.io",
    origin: "data/bioregistry.json of the PyPI package bioregistry 0.15.6",
    changes: "The prefixes used here.",
  },
  [
    {
      file: "prefixes.tsv",
      from: "bioregistry_subset/prefixes.tsv.gz",
      columns: [
        { name: "prefix", meaning: "prefix" },
        { name: "name", meaning: "name" },
        { name: "pattern", meaning: "regular expression of the local id" },
        { name: "uri_format", meaning: "address, $1 stands for the local id" },
      ],
    },
  ],
);
