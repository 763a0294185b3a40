import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Mainland ICD-10 codes and ICD-10-CM codes of the same four characters",
    version: "2026-11-22",
    date: "2026-11-22",
    licence: {
      id: "Apache-2.0 and OGDL-Taiwan-1.0",
      class: "G",
      attribution: "OpenDRG (Apache-2.0); 衛生福利部中央健康保險署 2023年中文版ICD-10-CM/PCS (OGDL-Taiwan-1.0)",
    },
    url: "https://github.com/OpenDRG/DRG_JavaScript",
    origin: "joined from the mainland titles and the Chinese ICD-10-CM titles",
    changes: "Titles left out; pairs without ICD-10-CM code left out.",
    known: ["A low similarity is a difference of wording or of meaning."],
  },
  [
    {
      file: "pairs.tsv",
      from: "derived_icd10_zh_crosswalk/mainland_base_to_icd10cm.tsv.gz",
      columns: [
        { name: "code", meaning: "mainland code", from: "mainland_code" },
        { name: "icd10cm", meaning: "ICD-10-CM code", from: "icd10cm_same_4char" },
        {
          name: "similarity",
          meaning: "Jaccard index of the character pairs of the two titles",
          from: "name_bigram_jaccard",
          unit: "0 to 1",
        },
      ],
      keep: (row) => row.icd10cm_same_4char !== "" && row.name_bigram_jaccard !== "",
    },
  ],
);
