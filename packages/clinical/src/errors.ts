import { defineErrors } from "@qinghao/kernel";

export const clinicalErrors = defineErrors("clinical", {
  "patients.missing": {
    http: 404,
    retry: "never",
    user: "There is no file or folder {path}. Name a FHIR bundle, a folder of bundles or NDJSON files, or a folder of OMOP CSV tables.",
    userZh: "没有文件或文件夹 {path}。请指定 FHIR Bundle、含 Bundle 或 NDJSON 文件的文件夹，或 OMOP CSV 表的文件夹。",
  },
  "patients.unknown_format": {
    http: 415,
    retry: "never",
    user: "{path} holds neither FHIR (.json, .ndjson) nor an OMOP PERSON.csv.",
    userZh: "{path} 中既没有 FHIR 文件（.json、.ndjson），也没有 OMOP 的 PERSON.csv。",
  },
  "patients.unreadable": {
    http: 422,
    retry: "never",
    user: "Line {line} of {file} is not valid JSON. Repair the file and try again; nothing was read.",
    userZh: "{file} 第 {line} 行不是有效的 JSON。请修正文件后重试；未读入任何内容。",
  },
});
