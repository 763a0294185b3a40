import { defineErrors } from "@qinghao/kernel";

/** Failures of a hospital's node. None quotes a record. */
export const nodeErrors = defineErrors("node", {
  "records.loading": {
    http: 503,
    retry: "later",
    user: "The site's records are still being read. The question is answered when they are there.",
    userZh: "该中心的病历仍在读取中，读取完成后将回答查询。",
  },
  "records.unreadable": {
    http: 422,
    retry: "never",
    user: "The site's records could not be read ({code}). The hospital's own pages say more.",
    userZh: "无法读取该中心的病历（{code}）。详情见医院自己的页面。",
  },
  "criterion.not-compiled": {
    http: 422,
    retry: "never",
    user: "Criterion {id} cannot be evaluated at this site.",
    userZh: "该中心无法评估第 {id} 条标准。",
  },
  "page.failed": {
    http: 500,
    retry: "later",
    user: "The page could not be made. Try again.",
    userZh: "页面无法生成，请重试。",
  },
  "port.none-free": {
    http: 500,
    retry: "later",
    user: "No free port was found from {port} on.",
    userZh: "从 {port} 起没有空闲端口。",
  },
  "reader.unknown": {
    http: 422,
    retry: "never",
    user: "Say who you are first, at the top of the page: your name stands beside what you decide.",
    userZh: "请先在页面顶部填写您的姓名：它会记录在您的决定旁。",
  },
  "page.missing": { http: 404, retry: "never", user: "There is no such page.", userZh: "没有这个页面。" },
  "form.invalid": {
    http: 422,
    retry: "never",
    user: "Something is missing: {field}.",
    userZh: "缺少内容：{field}。",
  },
});
