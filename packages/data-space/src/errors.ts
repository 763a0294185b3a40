import { defineErrors } from "@qinghao/kernel";

/** Why a node refuses a query. A refusal depends on the query alone, never on who is in the records. */
export const dataSpaceErrors = defineErrors("data-space", {
  "query.invalid": {
    http: 422,
    retry: "never",
    user: "The query does not have the form that this node understands.",
    userZh: "查询的格式不是本节点所能识别的。",
  },
  "query.altered": {
    http: 422,
    retry: "never",
    user: "The criteria are not the ones that were signed: their checksum differs.",
    userZh: "入排标准与签署的版本不符：校验和不同。",
  },
  "query.unsigned": {
    http: 403,
    retry: "never",
    user: "The criteria were signed by {signed} people; this node asks for {needed}.",
    userZh: "入排标准仅有 {signed} 人签署；本节点要求 {needed} 人。",
  },
  "query.too-large": {
    http: 413,
    retry: "never",
    user: "The query asks for {asked} cells; this node answers at most {limit} at once.",
    userZh: "查询要求 {asked} 个数值；本节点一次最多回答 {limit} 个。",
  },
});
