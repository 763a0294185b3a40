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
  "patients.unreadable_table": {
    http: 422,
    retry: "never",
    user: "The record from line {line} of {file} on is not valid CSV; often a quote is missing its partner. Repair the file and try again.",
    userZh: "{file} 从第 {line} 行开始的记录不是有效的 CSV，常见原因是引号不成对。请修正文件后重试。",
  },
  "patients.no_person_column": {
    http: 422,
    retry: "never",
    user: "{file} has no column person_id, so nobody can tell whose its rows are. Export the table with its header and try again.",
    userZh: "{file} 没有 person_id 列，无法判断各行属于哪位患者。请连同表头重新导出该表后重试。",
  },
});
