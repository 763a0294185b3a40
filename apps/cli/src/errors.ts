import { defineErrors } from "@qinghao/kernel";

/** What the command line says besides the errors of the packages below it. */
export const cliErrors = defineErrors("cli", {
  "input.missing": {
    http: 404,
    retry: "never",
    user: "There is no file {path}.",
    userZh: "文件 {path} 不存在。",
  },
  "input.unreadable": {
    http: 422,
    retry: "never",
    user: "{path} cannot be read ({reason}).",
    userZh: "无法读取 {path}（{reason}）。",
  },
  "input.no_row": {
    http: 422,
    retry: "never",
    user: "No row of {path} holds a structure that can be read; {out} says why, row by row.",
    userZh: "{path} 中没有可识别的结构；各行原因见 {out}。",
  },
  "input.no_rows": {
    http: 422,
    retry: "never",
    user: "There is no row in {path}.",
    userZh: "{path} 中没有任何数据行。",
  },
  "input.broken_off": {
    http: 422,
    retry: "never",
    user: "Only the first {rows} rows were read: {en}",
    userZh: "仅读取了前 {rows} 行：{zh}",
  },
  "row.failed": {
    http: 500,
    retry: "never",
    user: "The structure could not be handled.",
    userZh: "无法处理该结构。",
  },
  stopped: {
    http: 409,
    retry: "never",
    user: "Stopped after {rows} rows; the output is partial.",
    userZh: "已在 {rows} 行后停止，输出不完整。",
  },
  stopped_at: {
    http: 409,
    retry: "never",
    user: "Stopped after {rows} rows; the output is partial and lies in {part}.",
    userZh: "已在 {rows} 行后停止，输出不完整，保存在 {part}。",
  },
  "output.unwritable": {
    http: 422,
    retry: "never",
    user: "{path} cannot be written ({reason}).",
    userZh: "无法写入 {path}（{reason}）。",
  },
  "output.is_input": {
    http: 422,
    retry: "never",
    user: "The output {path} is the input itself. Give another name after -o.",
    userZh: "输出 {path} 与输入相同，请在 -o 后换一个文件名。",
  },
  "endpoint.unknown": {
    http: 422,
    retry: "never",
    user: "There is no endpoint {endpoint}. These there are: {known}.",
    userZh: "没有名为 {endpoint} 的终点。可用：{known}。",
  },
  "option.invalid": {
    http: 400,
    retry: "never",
    user: "{option}: {problem}.",
    userZh: "{option}：{problem}。",
  },
  "weights.missing": {
    http: 404,
    retry: "never",
    user: "There are no weights for {endpoints} in {path}. Choose with --endpoint or --weights, see `qinghao models list`.",
    userZh: "{path} 中没有 {endpoints} 的权重。请用 --endpoint 或 --weights 选择，见 `qinghao models list`。",
  },
  "packs.missing": {
    http: 404,
    retry: "never",
    user: "There is no knowledge pack in {path}. Leave --knowledge and QINGHAO_KNOWLEDGE out to use those built from the committed tables.",
    userZh: "{path} 中没有知识包。不指定 --knowledge 和 QINGHAO_KNOWLEDGE 时使用由随附数据表构建的知识包。",
  },
  "model.not_reproduced": {
    http: 422,
    retry: "never",
    user: "The figures of the manifest were not found again for {endpoints}.",
    userZh: "{endpoints} 的结果与清单中所述不一致。",
  },
  "criteria.unreadable": {
    http: 422,
    retry: "never",
    user: "{path} is not a criteria document ({reason}). Make one with `qinghao criteria parse`.",
    userZh: "{path} 不是标准文档（{reason}）。请用 `qinghao criteria parse` 生成。",
  },
  "criteria.contradict": {
    http: 422,
    retry: "never",
    user: "{count} findings make it impossible for anyone to be eligible.",
    userZh: "有 {count} 处问题会使任何人都无法入选。",
  },
  "server.away": {
    http: 503,
    retry: "later",
    user: "No Qinghao server answers at {server}. Start one with `npm start`, or name it with --server.",
    userZh: "{server} 没有 Qinghao 服务响应。请用 `npm start` 启动，或用 --server 指定地址。",
  },
  "server.broke_off": {
    http: 502,
    retry: "now",
    user: "The download from {server} broke off; what came is in the .part file.",
    userZh: "从 {server} 的下载中断，已收到的部分保存在 .part 文件中。",
  },
  "server.answer": {
    http: 502,
    retry: "never",
    user: "{server} answered {status}, which is not an answer of Qinghao. Is --server right?",
    userZh: "{server} 返回 {status}，不是 Qinghao 的响应。请检查 --server。",
  },
  "project.unknown": {
    http: 404,
    retry: "never",
    user: "There is no project {project} on the server. See `qinghao projects list`, or add --create.",
    userZh: "服务器上没有项目 {project}。请查看 `qinghao projects list`，或加上 --create。",
  },
  "project.ambiguous": {
    http: 409,
    retry: "never",
    user: "{count} projects are named {project}. Give the id instead, see `qinghao projects list`.",
    userZh: "有 {count} 个项目名为 {project}。请改用项目编号，见 `qinghao projects list`。",
  },
  "job.not_completed": {
    http: 409,
    retry: "never",
    user: "{id} ended as {state}.",
    userZh: "{id} 以状态 {state} 结束。",
  },
  unexpected: {
    http: 500,
    retry: "never",
    user: "Something went wrong that was not foreseen: {reason}. Run again with QINGHAO_DEBUG=1 for the details.",
    userZh: "发生意外错误：{reason}。设置 QINGHAO_DEBUG=1 后重试可查看详情。",
  },
});
