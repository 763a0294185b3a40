import { defineErrors } from "@qinghao/kernel";

/** Every failure of reading and running OHDSI Circe definitions. */
export const circeErrors = defineErrors("trials", {
  "circe.invalid": {
    http: 422,
    retry: "never",
    user: "This is not a Circe cohort definition: at {where}, {reason}.",
    userZh: "这不是有效的 Circe 队列定义：{where} 处 {reason}。",
  },
  "circe.unsupported": {
    http: 422,
    retry: "never",
    user: "The cohort definition cannot be run: {reason}.",
    userZh: "无法执行该队列定义：{reason}。",
  },
});
