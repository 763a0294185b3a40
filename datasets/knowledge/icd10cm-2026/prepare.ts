import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "ICD-10-CM tabular list",
    version: "April 1, 2026",
    date: "2026-04-01",
    licence: {
      id: "US-public-domain",
      class: "G",
      attribution:
        "US Centers for Disease Control and Prevention, National Center for Health Statistics; ICD-10 (c) World Health Organization",
    },
    url: "https://www.cdc.gov/nchs/icd/icd-10-cm/",
    origin: "icd10c-tabular-April-1-2026.xml of the PyPI package simple-icd-10-cm 1.5.0",
    changes: "XML to TSV; seventh characters not spelled out.",
  },
  [
    {
      file: "tabular.tsv",
      from: "icd10cm_2026/tabular.tsv.gz",
      columns: [
        { name: "code", meaning: "code, block or chapter" },
        { name: "title", meaning: "title" },
        { name: "parent", meaning: "parent" },
        { name: "inclusion", meaning: "inclusion terms, | between", from: "inclusion_terms" },
        { name: "includes", meaning: "includes notes, | between" },
        { name: "excludes1", meaning: "not coded here, | between" },
        { name: "excludes2", meaning: "not included here, | between" },
      ],
    },
  ],
);
