import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Laboratory items of the National Health Insurance of Taiwan",
    version: "fee schedule of 2017-05; map 1982647c6b",
    date: "2017-05",
    licence: {
      id: "CC0-1.0 and OGDL-Taiwan-1.0",
      class: "G",
      attribution:
        "National Health Insurance Administration, Taiwan (衛生福利部中央健康保險署); TWNHIFHIR/pas (CC0 1.0); lab22-tw/NHI_Code (MIT)",
      notice:
        "This material contains content from LOINC (http://loinc.org). LOINC is copyright (c) Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license.",
    },
    url: "https://github.com/TWNHIFHIR/pas",
    origin:
      "github.com/TWNHIFHIR/pas at 1982647c6b, ConceptMap-NHI_LOINC.fsh; github.com/lab22-tw/NHI_Code at 4f886fc314, NHI_fee.csv",
    changes: "Laboratory chapters with English name; simplified characters by OpenCC (tw2sp).",
  },
  [
    {
      file: "items.tsv",
      from: "labs_tw_nhi/nhi_lab_items_2017.tsv.gz",
      columns: [
        { name: "code", meaning: "NHI code", from: "nhi_code" },
        { name: "name_en", meaning: "English name" },
        { name: "name_zh_hant", meaning: "traditional Chinese name" },
        { name: "name_zh_hans", meaning: "the same in simplified characters", from: "name_zh_hans_opencc" },
      ],
    },
    {
      file: "loinc.tsv",
      from: "labs_tw_nhi/nhi_item_to_loinc.tsv.gz",
      columns: [
        { name: "code", meaning: "NHI code", from: "nhi_code" },
        { name: "name_zh_hant", meaning: "traditional Chinese name" },
        { name: "name_zh_hans", meaning: "the same in simplified characters", from: "name_zh_hans_opencc" },
        { name: "loinc", meaning: "LOINC code" },
        { name: "equivalence", meaning: "mostly relatedto: by specimen and method" },
      ],
    },
  ],
);
