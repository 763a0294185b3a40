import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Chinese candidates for names of Mondo diseases",
    version: "2026-11-22",
    date: "2026-11-22",
    licence: {
      id: "CC-BY-4.0 and OGDL-Taiwan-1.0 and HPO",
      class: "G",
      attribution:
        "Mondo (CC BY 4.0); 衛生福利部中央健康保險署 2023年中文版ICD-10-CM/PCS (OGDL-Taiwan-1.0); Human Phenotype Ontology, labels unchanged",
      notice:
        "This product uses the Human Phenotype Ontology (2025-01-16). Find out more at http://www.human-phenotype-ontology.org",
    },
    url: "https://mondo.monarchinitiative.org",
    origin: "joined from Mondo, the Chinese ICD-10-CM titles and the Chinese HPO labels",
    changes: "Candidates by an equal English name or by an HPO identifier; those by a code alone are left out.",
    known: ["Not reviewed."],
  },
  [
    {
      file: "candidates.tsv",
      from: "derived_mondo_zh_candidates/mondo_zh_candidates.tsv.gz",
      columns: [
        { name: "id", meaning: "CURIE", from: "mondo_id" },
        { name: "name_zh", meaning: "Chinese name" },
        { name: "evidence", meaning: "how it was found" },
        { name: "source_id", meaning: "code or HPO id" },
      ],
      keep: (row) => !row.evidence!.startsWith("code_only"),
    },
  ],
);
