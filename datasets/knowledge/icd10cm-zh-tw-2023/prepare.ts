import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "ICD-10-CM 2023 in Chinese (Taiwan)",
    version: "2023 edition, update of 2026-05-06",
    date: "2023",
    licence: {
      id: "OGDL-Taiwan-1.0",
      class: "G",
      attribution: "衛生福利部中央健康保險署 2023年中文版ICD-10-CM/PCS, 政府資料開放授權條款-第1版",
    },
    url: "https://www.nhi.gov.tw",
    origin: "github.com/vecear/ICD10 at edd0d31fb0, dist/icd10.html",
    changes: "Table taken out; simplified characters by OpenCC 1.4.2 (tw2sp), wording of Taiwan remains.",
  },
  [
    {
      file: "titles.tsv",
      from: "icd10cm_zh_tw_2023/icd10cm_zh.tsv.gz",
      columns: [
        { name: "code", meaning: "code" },
        { name: "name_en", meaning: "English title" },
        { name: "name_zh_hant", meaning: "Chinese title" },
        {
          name: "name_zh_hans",
          meaning: "the same in simplified characters; empty when equal",
          from: "name_zh_hans_opencc",
        },
      ],
      derive: (row) => ({
        name_zh_hans_opencc: row.name_zh_hans_opencc === row.name_zh_hant ? "" : row.name_zh_hans_opencc!,
      }),
    },
  ],
);
