import { defineErrors } from "@qinghao/kernel";

export const trialsErrors = defineErrors("trials", {
  "import.invalid": {
    http: 422,
    retry: "never",
    user: "This is not a {format} record: {where}: {problem}. Check the file, or choose its format yourself.",
    userZh: "这不是 {format} 记录：{where}：{problem}。请检查文件，或手动选择格式。",
  },
  "import.unknown_format": {
    http: 415,
    retry: "never",
    user: "The format of this file is not recognised. Readable: ClinicalTrials.gov (API v2 JSON, XML), CTML, OHDSI Circe JSON, CDISC USDM, FHIR, PDF, DOCX, plain text.",
    userZh:
      "无法识别该文件的格式。可读取：ClinicalTrials.gov（API v2 JSON、XML）、CTML、OHDSI Circe JSON、CDISC USDM、FHIR、PDF、DOCX、纯文本。",
  },
  "import.empty": {
    http: 422,
    retry: "never",
    user: "No eligibility criteria were found in this file.",
    userZh: "文件中未找到入选和排除标准。",
  },
});
