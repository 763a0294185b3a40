import { defineErrors } from "@qinghao/kernel";

export const trialMatchingErrors = defineErrors("trial-matching", {
  "criteria.unsigned": {
    http: 409,
    retry: "never",
    user: "Version {version} of the criteria is not signed by two people. Sign it before it is run.",
    userZh: "入排标准第 {version} 版尚未经两人签署。请先签署再运行。",
  },
  "answer.invalid": {
    http: 502,
    retry: "never",
    user: "The site's answer does not have the form of a release and was not stored.",
    userZh: "该中心返回的结果不符合发布格式，未予保存。",
  },
  "site.gone": {
    http: 502,
    retry: "never",
    user: "The site's node ended the question without an answer.",
    userZh: "该中心的节点未作答即结束了查询。",
  },
});
