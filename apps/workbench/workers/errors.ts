import { defineErrors } from "@qinghao/kernel";

/** Failures of the workers that run in the page. */
export const workerErrors = defineErrors("workbench", {
  failed: {
    http: 500,
    retry: "now",
    user: "The calculation in the page failed: {reason}. Change the structure or reload the page.",
    userZh: "页面内的计算失败：{reason}。请修改结构或重新载入页面。",
  },
  crashed: {
    http: 500,
    retry: "now",
    user: "The calculation in the page stopped unexpectedly ({reason}). It starts again with the next change.",
    userZh: "页面内的计算意外终止（{reason}）。下一次修改时会自动重新开始。",
  },
  asset_missing: {
    http: 503,
    retry: "later",
    user: "The file {path} could not be loaded (status {status}). Check that the workbench is running, then reload the page.",
    userZh: "无法载入文件 {path}（状态 {status}）。请确认工作台正在运行，然后重新载入页面。",
  },
});
