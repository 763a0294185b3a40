import { defineErrors } from "@qinghao/kernel";

/** Failures of screening campaigns. */
export const campaignErrors = defineErrors("campaign", {
  "shard.incomplete": {
    http: 500,
    retry: "later",
    user: "The method answered for {got} of {asked} ligands.",
    userZh: "该方法只返回了 {asked} 个配体中的 {got} 个结果。",
  },
  "docking.no_box": {
    http: 422,
    retry: "never",
    user: "A docking stage needs the box that poses are searched in.",
    userZh: "对接阶段需要给出搜索盒子。",
  },
  "stage.too_many": {
    http: 422,
    retry: "never",
    user: "The method {method} looks at all ligands at once and takes at most {most}, but {count} reached it. Keep fewer in the stage before it.",
    userZh: "方法 {method} 需一次处理全部配体，最多 {most} 个，但有 {count} 个进入该阶段。请减少上一阶段保留的数量。",
  },
});
