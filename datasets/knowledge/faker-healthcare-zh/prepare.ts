import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Reviewed Chinese names of medicines, symptoms and diseases",
    version: "2.5.0",
    date: "2026-08-16",
    licence: { id: "MIT", class: "G", attribution: "faker-healthcare-provider 2.5.0 (MIT)" },
    url: "https://pypi.org/project/faker-healthcare-provider/",
    origin:
      "tests/zh_cn_equivalents.py and faker_healthcare/zh_CN/disease_correlations.py of the PyPI package faker-healthcare-provider 2.5.0",
    changes: "Python dictionaries to TSV; only names.",
    known: [
      "Made for invented records: names only, not the pairs of disease and drug.",
      "Some Chinese names carry the salt.",
    ],
  },
  [
    {
      file: "medicines.tsv",
      from: "faker_healthcare_zh/medications_en_zh.tsv.gz",
      columns: [
        { name: "name_en", meaning: "English name" },
        { name: "name_zh", meaning: "Chinese name" },
      ],
    },
    {
      file: "symptoms.tsv",
      from: "faker_healthcare_zh/symptoms_en_zh.tsv.gz",
      columns: [
        { name: "name_en", meaning: "English name" },
        { name: "name_zh", meaning: "Chinese name" },
      ],
    },
    {
      file: "diseases.tsv",
      from: "faker_healthcare_zh/diseases_zh_icd10_symptoms_drugs.tsv.gz",
      columns: [
        { name: "name_zh", meaning: "Chinese name" },
        { name: "icd10cm", meaning: "ICD-10-CM code" },
      ],
    },
  ],
);
