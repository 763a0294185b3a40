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
  "protocol.encrypted": {
    http: 422,
    retry: "never",
    user: "This {format} file is locked with a password. Save a copy without the password and read that one.",
    userZh: "该 {format} 文件已用密码加密。请另存一份不带密码的副本再读取。",
  },
  "protocol.damaged": {
    http: 422,
    retry: "never",
    user: "This {format} file is damaged and cannot be opened. Save or download it once more.",
    userZh: "该 {format} 文件已损坏，无法打开。请重新保存或下载。",
  },
  "protocol.scanned": {
    http: 422,
    retry: "never",
    user: "This PDF holds pictures of {pages} page(s) and no text. Run text recognition (OCR) on it first, or paste the eligibility section as text.",
    userZh: "该 PDF 的 {pages} 页均为图片，没有文字。请先进行文字识别（OCR），或直接粘贴入选和排除标准的文本。",
  },
  "protocol.old_word": {
    http: 415,
    retry: "never",
    user: "This is a document of Word 97–2003. Save it as DOCX or PDF and read that one.",
    userZh: "这是 Word 97–2003 格式的文档。请另存为 DOCX 或 PDF 后再读取。",
  },
  "model.unreachable": {
    http: 502,
    retry: "later",
    user: "The language model {model} did not answer. Check its address; the criteria are unchanged.",
    userZh: "语言模型 {model} 没有响应。请检查其地址；标准未作更改。",
  },
  "model.refused": {
    http: 502,
    retry: "later",
    user: "The language model {model} refused the request (status {status}). The criteria are unchanged.",
    userZh: "语言模型 {model} 拒绝了请求（状态 {status}）。标准未作更改。",
  },
  "model.unreadable": {
    http: 502,
    retry: "later",
    user: "The answer of the language model {model} could not be read: {problem}. The criteria are unchanged.",
    userZh: "无法读取语言模型 {model} 的回答：{problem}。标准未作更改。",
  },
  "circe.invalid": {
    http: 422,
    retry: "never",
    user: "This is not a Circe cohort definition: at {where}, {reason}.",
    userZh: "这不是有效的 Circe 队列定义：{where} 处 {reason}。",
  },
  "circe.unsupported": {
    http: 422,
    retry: "never",
    user: "The cohort definition cannot be run: {reason}.",
    userZh: "无法执行该队列定义：{reason}。",
  },
});
