import { defineErrors } from "@qinghao/kernel";

/** Failures of registering and searching compounds. */
export const compoundsErrors = defineErrors("compounds", {
  "row.failed": {
    http: 500,
    retry: "never",
    user: "This row could not be handled ({kind}); the rows around it were.",
    userZh: "无法处理该行（{kind}），其余各行不受影响。",
  },
  "query.unreadable": {
    http: 422,
    retry: "never",
    user: "The query structure cannot be read.",
    userZh: "无法读取查询结构。",
  },
  "structure.no_descriptors": {
    http: 422,
    retry: "never",
    user: "No descriptors can be computed for this structure.",
    userZh: "无法计算该结构的描述符。",
  },
});
