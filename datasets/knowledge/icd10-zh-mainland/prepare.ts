import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Mainland ICD-10 with extension codes and ICD-9-CM-3 procedures (code tables for CHS-DRG grouping)",
    version: "c07e973029",
    date: "2023",
    licence: {
      id: "Apache-2.0",
      class: "G",
      attribution: "Contains code tables from OpenDRG (Apache-2.0); ICD-10 (c) World Health Organization",
    },
    url: "https://github.com/OpenDRG/DRG_JavaScript",
    origin: "github.com/OpenDRG/DRG_JavaScript at c07e973029, drg_group/suzhou_2023",
    changes: "JSON to TSV; only code, name and kind; of the code map only pairs that differ.",
    known: [
      "No edition number is stated in the origin: not to be called an official edition.",
      "Some titles are damaged in the origin: a rare character became ? or ??.",
    ],
  },
  [
    {
      file: "diagnoses.tsv",
      from: "icd10_zh_mainland/diagnosis.tsv.gz",
      columns: [
        { name: "code", meaning: "code" },
        { name: "name", meaning: "Chinese title", from: "name_zh" },
        { name: "kind", meaning: "base, local_extension or dagger_asterisk" },
      ],
    },
    {
      file: "diagnosis-map.tsv",
      from: "icd10_zh_mainland/diagnosis_code_map.tsv.gz",
      columns: [
        { name: "from", meaning: "code that hospitals also use", from: "from_code" },
        { name: "to", meaning: "code of the table", from: "to_code" },
      ],
      keep: (row) => row.from_code !== row.to_code,
    },
    {
      file: "procedures.tsv",
      from: "icd10_zh_mainland/procedure_icd9cm3.tsv.gz",
      columns: [
        { name: "code", meaning: "code" },
        { name: "name", meaning: "Chinese title", from: "name_zh" },
      ],
    },
    {
      file: "procedure-map.tsv",
      from: "icd10_zh_mainland/procedure_code_map.tsv.gz",
      columns: [
        { name: "from", meaning: "code that hospitals also use", from: "from_code" },
        { name: "to", meaning: "code of the table", from: "to_code" },
      ],
      keep: (row) => row.from_code !== row.to_code,
    },
  ],
);
