import { defineErrors } from "@qinghao/kernel";

/** What the API itself can answer besides the errors of the packages below it. */
export const apiErrors = defineErrors("api", {
  unexpected: {
    http: 500,
    retry: "later",
    user: "Something went wrong here. The server's log has it under {id}.",
    userZh: "服务器内部出错。日志编号 {id}。",
  },
  "input.invalid": {
    http: 400,
    retry: "never",
    user: "The request is not valid: {problem}.",
    userZh: "请求内容无效：{problem}。",
  },
  "route.unknown": {
    http: 404,
    retry: "never",
    user: "There is nothing at {method} {path}. See /api/v1/openapi.json for what there is.",
    userZh: "{method} {path} 不存在。可用接口见 /api/v1/openapi.json。",
  },
  "procedure.unknown": {
    http: 404,
    retry: "never",
    user: "This server has no such call. See /api/v1/openapi.json for what there is.",
    userZh: "服务器没有此接口。可用接口见 /api/v1/openapi.json。",
  },
  "procedure.method": {
    http: 400,
    retry: "never",
    user: "This call needs another HTTP method: GET for queries, POST for changes.",
    userZh: "HTTP 方法不对：查询用 GET，修改用 POST。",
  },
  "body.unreadable": {
    http: 400,
    retry: "never",
    user: "The request body could not be read as JSON.",
    userZh: "请求内容不是有效的 JSON。",
  },
  "body.media_type": {
    http: 415,
    retry: "never",
    user: "Send the request body as {expected}.",
    userZh: "请以 {expected} 格式发送请求内容。",
  },
  "body.too_large": {
    http: 413,
    retry: "never",
    user: "The request is larger than {limit}. Send fewer or smaller items, or upload a file.",
    userZh: "请求超过 {limit}。请减少内容，或改为上传文件。",
  },
  "host.refused": {
    http: 403,
    retry: "never",
    user: "This server answers on this computer only. Open it as http://localhost or http://127.0.0.1.",
    userZh: "本服务仅供本机访问。请使用 http://localhost 或 http://127.0.0.1 打开。",
  },
  "origin.refused": {
    http: 403,
    retry: "never",
    user: "A page of {origin} may not change data here.",
    userZh: "{origin} 的页面不能修改此处的数据。",
  },
  "upload.too_large": {
    http: 413,
    retry: "never",
    user: "The file is larger than {limit}. Split it and import the parts one after the other.",
    userZh: "文件超过 {limit}。请拆分后依次导入。",
  },
  "upload.broken_off": {
    http: 400,
    retry: "now",
    user: "The upload broke off after {received} bytes. Upload the file again.",
    userZh: "上传在 {received} 字节处中断，请重新上传。",
  },
  "source.missing": {
    http: 400,
    retry: "never",
    user: "Give either uploadId or text, and only one of them.",
    userZh: "请提供 uploadId 或 text，且只能提供其中之一。",
  },
  "endpoint.unknown": {
    http: 422,
    retry: "never",
    user: "There is no endpoint {endpoint}. These there are: {known}.",
    userZh: "没有名为 {endpoint} 的终点。可用：{known}。",
  },
  "column.unknown": {
    http: 422,
    retry: "never",
    user: "There is no column {column} to export. See /api/v1/openapi.json for the columns.",
    userZh: "没有可导出的列 {column}。可用列见 /api/v1/openapi.json。",
  },
  "knowledge.missing": {
    http: 503,
    retry: "later",
    user: "There is no knowledge pack in {folder}. Build it with `npm start -- --check`, or let QINGHAO_KNOWLEDGE name the folder of the packs.",
    userZh: "{folder} 中没有知识包。请运行 `npm start -- --check` 构建，或用 QINGHAO_KNOWLEDGE 指定知识包所在文件夹。",
  },
  "concept.not_target": {
    http: 422,
    retry: "never",
    user: "{id} is of the kind {kind}, and only a gene, a family or a variant is a target. See /knowledge/concepts/{id}.",
    userZh: "{id} 的类别是 {kind}，只有基因、家族或变异可作为靶点。请查看 /knowledge/concepts/{id}。",
  },
  "concept.not_drug": {
    http: 422,
    retry: "never",
    user: "{id} is of the kind {kind}, not a drug. See /knowledge/concepts/{id}.",
    userZh: "{id} 的类别是 {kind}，不是药物。请查看 /knowledge/concepts/{id}。",
  },
  "run.empty": {
    http: 422,
    retry: "never",
    user: "No compound is in this scope, so there is nothing to predict.",
    userZh: "所选范围内没有化合物，无需预测。",
  },
  "temporal.away": {
    http: 503,
    retry: "later",
    user: "The job server (Temporal) does not answer, so no job was started. Try again shortly.",
    userZh: "任务服务器（Temporal）没有响应，任务未启动，请稍后再试。",
  },
  "job.finished": {
    http: 409,
    retry: "never",
    user: "{id} has already ended ({state}), so it cannot be cancelled.",
    userZh: "{id} 已结束（{state}），无法取消。",
  },
});
