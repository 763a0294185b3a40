import { defineErrors } from "@qinghao/kernel";

export const launcherErrors = defineErrors("launcher", {
  "data.in_use": {
    http: 409,
    retry: "never",
    user: "Qinghao already runs on {dataDir} (process {pid}): {url}. Stop it first, or choose another folder with --data.",
    userZh: "Qinghao 已在使用 {dataDir}（进程 {pid}）：{url}。请先停止它，或用 --data 另选文件夹。",
  },
  "arguments.wrong": {
    http: 400,
    retry: "never",
    user: "{reason}. Usage: npm start -- [--data DIR] [--port N] [--check]",
    userZh: "{reason}。用法：npm start -- [--data 文件夹] [--port 端口] [--check]",
  },
  "build.failed": {
    http: 500,
    retry: "never",
    user: "The workbench could not be built (log: {log}):\n{reason}",
    userZh: "无法构建工作台（日志：{log}）：\n{reason}",
  },
  "part.not_ready": {
    http: 500,
    retry: "later",
    user: "{part} did not become ready: {reason} (log: {log})",
    userZh: "{part} 未能就绪：{reason}（日志：{log}）",
  },
  "port.lost": {
    http: 500,
    retry: "later",
    user: "Port {port} of {part} is taken by another program now.",
    userZh: "{part} 的端口 {port} 现被其他程序占用。",
  },
  "database.unreachable": {
    http: 503,
    retry: "later",
    user: "The database of DATABASE_URL ({where}) does not answer: {reason}",
    userZh: "DATABASE_URL 所指的数据库（{where}）没有响应：{reason}",
  },
  "temporal.unreachable": {
    http: 503,
    retry: "later",
    user: "The Temporal server {where} does not answer for namespace {namespace}: {reason}",
    userZh: "Temporal 服务器 {where} 的命名空间 {namespace} 没有响应：{reason}",
  },
  "demonstration.failed": {
    http: 500,
    retry: "later",
    user: "The demonstration project could not be filled: {reason}",
    userZh: "无法填充示例项目：{reason}",
  },
});
