import { defineErrors } from "@qinghao/kernel";

/** Failures of modelling runs. */
export const modellingErrors = defineErrors("modelling", {
  "endpoint.unknown": {
    http: 422,
    retry: "never",
    user: "There is no model for {endpoint} on the worker.",
    userZh: "工作进程没有 {endpoint} 的模型。",
  },
  "shard.incomplete": {
    http: 500,
    retry: "later",
    user: "The predictor answered for {got} of {asked} molecules.",
    userZh: "预测器只返回了 {asked} 个分子中的 {got} 个结果。",
  },
});
