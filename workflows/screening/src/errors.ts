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
  "selection.method": {
    http: 422,
    retry: "never",
    user: "The method {method} scores every ligand that reaches it; only docking can score a share chosen by active learning.",
    userZh: "方法 {method} 会为进入该阶段的每个配体打分；只有对接可以用主动学习只处理一部分。",
  },
  "selection.fraction": {
    http: 422,
    retry: "never",
    user: "Active learning docks a share above 0 and below 1 (given: {fraction}). To dock every ligand, leave it out.",
    userZh: "主动学习的对接比例须大于 0 且小于 1（给定：{fraction}）。若要对接全部配体，请不要启用。",
  },
  "selection.batches": {
    http: 422,
    retry: "never",
    user: "Active learning takes {fewest} to {most} batches, a whole number (given: {batches}).",
    userZh: "主动学习的批数须为 {fewest} 到 {most} 的整数（给定：{batches}）。",
  },
  "stage.too_many": {
    http: 422,
    retry: "never",
    user: "The method {method} looks at all ligands at once and takes at most {most}, but {count} reached it. Keep fewer in the stage before it.",
    userZh: "方法 {method} 需一次处理全部配体，最多 {most} 个，但有 {count} 个进入该阶段。请减少上一阶段保留的数量。",
  },
});
