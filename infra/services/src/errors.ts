import { defineErrors } from "@qinghao/kernel";

export const servicesErrors = defineErrors("services", {
  "postgres.unsupported_platform": {
    http: 500,
    retry: "never",
    user: "No PostgreSQL program is available for {platform}. Set DATABASE_URL to a PostgreSQL server of your own.",
    userZh: "没有适用于 {platform} 的 PostgreSQL 程序。请把 DATABASE_URL 设为您自己的 PostgreSQL 服务器。",
  },
  "postgres.other_version": {
    http: 500,
    retry: "never",
    user: "{dataDir} was written by PostgreSQL {found}, this project runs {expected}. Choose another folder with --data, or set DATABASE_URL.",
    userZh:
      "{dataDir} 由 PostgreSQL {found} 写成，而本项目运行 {expected}。请用 --data 另选文件夹，或设置 DATABASE_URL。",
  },
  "postgres.in_use": {
    http: 409,
    retry: "later",
    user: "A PostgreSQL server (process {pid}) already runs on {dataDir}.",
    userZh: "已有 PostgreSQL 服务器（进程 {pid}）在使用 {dataDir}。",
  },
  "postgres.account": {
    http: 500,
    retry: "never",
    user: "PostgreSQL refuses to run as root and no account for it could be made ({reason}). Run as an ordinary user, or set DATABASE_URL.",
    userZh: "PostgreSQL 拒绝以 root 身份运行，且无法为它创建账户（{reason}）。请以普通用户运行，或设置 DATABASE_URL。",
  },
  "postgres.unreachable": {
    http: 500,
    retry: "never",
    user: "The account that PostgreSQL runs as cannot enter {folder}. Allow it (chmod o+x), choose another place, or run as an ordinary user.",
    userZh: "运行 PostgreSQL 的账户无法进入 {folder}。请放开权限（chmod o+x）、另选位置，或以普通用户运行。",
  },
  "postgres.init_failed": {
    http: 500,
    retry: "never",
    user: "The database in {dataDir} could not be created: {reason}",
    userZh: "无法在 {dataDir} 创建数据库：{reason}",
  },
  "postgres.start_failed": {
    http: 500,
    retry: "later",
    user: "PostgreSQL did not start: {reason} (log: {log})",
    userZh: "PostgreSQL 未能启动：{reason}（日志：{log}）",
  },
  "postgres.own_database": {
    http: 500,
    retry: "never",
    user: "The database {name} with a role of its own could not be made: {reason}. Give the role of DATABASE_URL the right to create roles and databases, or start with --no-sites.",
    userZh:
      "无法创建带有独立角色的数据库 {name}：{reason}。请授予 DATABASE_URL 的角色创建角色和数据库的权限，或使用 --no-sites 启动。",
  },
  "temporal.missing": {
    http: 500,
    retry: "never",
    user: "No Temporal server was found. Set TEMPORAL_ADDRESS to a running one, put `temporal` on PATH, or run `npm start` once, which fetches or builds it.",
    userZh:
      "未找到 Temporal 服务器。请把 TEMPORAL_ADDRESS 设为正在运行的服务器，把 `temporal` 放入 PATH，或运行一次 `npm start` 以获取或构建它。",
  },
  "temporal.start_failed": {
    http: 500,
    retry: "later",
    user: "The Temporal server did not start: {reason} (log: {log})",
    userZh: "Temporal 服务器未能启动：{reason}（日志：{log}）",
  },
  "port.none_free": {
    http: 500,
    retry: "later",
    user: "No free port was found from {port} on.",
    userZh: "从 {port} 起没有空闲端口。",
  },
});
