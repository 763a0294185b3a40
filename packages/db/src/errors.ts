import { defineErrors } from "@qinghao/kernel";

/** Every failure of the database layer. */
export const dbErrors = defineErrors("db", {
  away: {
    http: 503,
    retry: "later",
    user: "The database cannot be reached right now. The work continues when it is back.",
    userZh: "暂时无法连接数据库，恢复后任务会继续。",
  },
  conflict: {
    http: 409,
    retry: "now",
    user: "Another process changed the same data at the same time.",
    userZh: "另一个进程同时修改了相同的数据。",
  },
  failed: {
    http: 500,
    retry: "never",
    user: "The database refused a statement ({sqlstate}). Nothing was changed by it.",
    userZh: "数据库拒绝了一条语句（{sqlstate}），未做任何更改。",
  },
  "project.missing": { http: 404, retry: "never", user: "There is no project {id}.", userZh: "项目 {id} 不存在。" },
  "upload.missing": { http: 404, retry: "never", user: "There is no upload {id}.", userZh: "上传 {id} 不存在。" },
  "import.missing": { http: 404, retry: "never", user: "There is no import {id}.", userZh: "导入 {id} 不存在。" },
  "compound.missing": { http: 404, retry: "never", user: "There is no compound {id}.", userZh: "化合物 {id} 不存在。" },
  "run.missing": { http: 404, retry: "never", user: "There is no run {id}.", userZh: "运行 {id} 不存在。" },
  "run.ended": { http: 409, retry: "never", user: "The run {id} has ended.", userZh: "运行 {id} 已结束。" },
  "campaign.missing": {
    http: 404,
    retry: "never",
    user: "There is no campaign {id}.",
    userZh: "筛选任务 {id} 不存在。",
  },
  "campaign.ended": {
    http: 409,
    retry: "never",
    user: "The campaign {id} has ended.",
    userZh: "筛选任务 {id} 已结束。",
  },
  "receptor.missing": { http: 404, retry: "never", user: "There is no receptor {id}.", userZh: "受体 {id} 不存在。" },
  "receptor.in_use": {
    http: 409,
    retry: "never",
    user: "The receptor {name} belongs to {count} campaigns, whose poses need it, so it stays.",
    userZh: "受体 {name} 被 {count} 个筛选任务使用，其构象依赖该受体，因此不能删除。",
  },
  "search.missing": { http: 404, retry: "never", user: "There is no search {id}.", userZh: "搜索 {id} 不存在。" },
  "trial.missing": { http: 404, retry: "never", user: "There is no trial {id}.", userZh: "试验 {id} 不存在。" },
  "criteria.missing": {
    http: 404,
    retry: "never",
    user: "There is no version {id} of criteria.",
    userZh: "入排标准版本 {id} 不存在。",
  },
  "criteria.signed": {
    http: 409,
    retry: "never",
    user: "Version {version} is signed and cannot be changed. Start an amendment.",
    userZh: "第 {version} 版已签署，不能更改。请新建修订版。",
  },
  "criteria.changed": {
    http: 409,
    retry: "now",
    user: "Somebody changed these criteria since you opened them. Load them again.",
    userZh: "您打开之后，入排标准已被他人修改。请重新载入。",
  },
  "site.missing": { http: 404, retry: "never", user: "There is no site {id}.", userZh: "中心 {id} 不存在。" },
  "candidate.missing": {
    http: 404,
    retry: "never",
    user: "This candidate is not on the list.",
    userZh: "该候选者不在名单上。",
  },
  "candidate.step": {
    http: 409,
    retry: "never",
    user: "A candidate cannot go from {from} to {to}.",
    userZh: "候选者不能从 {from} 变为 {to}。",
  },
});
