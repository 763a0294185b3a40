import { defineErrors } from "@qinghao/kernel";

/** Every failure of the knowledge package. */
export const knowledgeErrors = defineErrors("knowledge", {
  "pack.unreadable": {
    http: 500,
    retry: "never",
    user: "The knowledge pack cannot be read ({reason}). Build it again with `npm start -- --check`.",
    userZh: "知识包无法读取（{reason}）。请运行 `npm start -- --check` 重新构建。",
  },
  "row.invalid": {
    http: 422,
    retry: "never",
    user: "{what} {id} of {source} cannot enter the knowledge pack: {reason}.",
    userZh: "来源 {source} 的 {what} {id} 无法进入知识包：{reason}。",
  },
  "table.missing": {
    http: 500,
    retry: "never",
    user: "The knowledge table {file} of {source} is missing or of another form.",
    userZh: "来源 {source} 的知识表 {file} 缺失或格式不符。",
  },
  "build.refused": {
    http: 500,
    retry: "never",
    user: "The knowledge pack was not built: {count} findings.\n{findings}",
    userZh: "知识包未能构建：发现 {count} 个问题。\n{findings}",
  },
  "concept.unknown": {
    http: 404,
    retry: "never",
    user: "There is no concept {id}. Search for its name to find the right id.",
    userZh: "没有编号为 {id} 的概念，请按名称搜索以找到正确的编号。",
  },
  "system.unknown": {
    http: 422,
    retry: "never",
    user: "The code system {system} is not known. Known ones: {known}.",
    userZh: "未知的编码系统 {system}。可用的有：{known}。",
  },
});
