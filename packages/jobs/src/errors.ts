import { defineErrors } from "@qinghao/kernel";

/** Failures of running jobs, whatever the job. */
export const jobsErrors = defineErrors("jobs", {
  unexpected: {
    http: 500,
    retry: "later",
    user: "The job met an error that it does not know ({kind}). It tries again.",
    userZh: "任务遇到未知错误（{kind}），将重试。",
  },
  "gave-up": {
    http: 500,
    retry: "never",
    user: "The job met the same unknown error again and again ({kind}) and gave up. The worker's log says more.",
    userZh: "任务反复遇到同一未知错误（{kind}），已停止。详情见工作进程日志。",
  },
});
