import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "PharmGKB drug identifiers",
    version: "2025-10-31",
    date: "2025-10-31",
    licence: {
      id: "CC-BY-SA-4.0",
      class: "S",
      attribution:
        "PharmGKB / ClinPGx, CC BY-SA 4.0; ATC codes: WHO Collaborating Centre for Drug Statistics Methodology",
    },
    url: "https://www.clinpgx.org",
    origin: "github.com/biopragmatics/obo-db-ingest at 5613ff7e7e, export/pharmgkb.drug",
    changes: "Identifiers of ATC, RxNorm, DrugBank and MeSH only.",
  },
  [
    {
      file: "identifiers.tsv",
      from: "pharmgkb_drug_xrefs/drug_xrefs.tsv.gz",
      columns: [
        { name: "id", meaning: "PharmGKB id", from: "pharmgkb_id" },
        { name: "name", meaning: "name" },
        { name: "xref", meaning: "identifier" },
      ],
      keep: (row) => /^(atc|rxnorm|drugbank|mesh):/.test(row.xref!),
    },
  ],
);
