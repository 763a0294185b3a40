import type { LexiconRow } from "../language.ts";
import type { Operator } from "../mark.ts";

const before = (op: Operator) => ({ type: "comparator", op, place: "before" }) as const;
const after = (op: Operator) => ({ type: "comparator", op, place: "after" }) as const;

/** Comparators, ranges, multiples and limits of normal. */
export const comparisons: readonly LexiconRow[] = [
  [
    "≥|>=|=>|≧|>/=|> =|大于等于|大于或等于|大于/等于|大于及等于|高于或等于|高于等于|等于或大于|等于或高于|不低于|不少于|不小于|不短于|不早于|不轻于|至少|最少|至少为|最低|达到|达|须达到|≥=|年满|满",
    before(">="),
  ],
  [
    "≤|<=|=<|≦|</=|< =|小于等于|小于或等于|小于/等于|小于及等于|低于或等于|低于等于|等于或小于|等于或低于|不高于|不超过|不大于|不多于|不长于|不晚于|不超出|未超过|至多|最多|最高|不得超过|最大不超过",
    before("<="),
  ],
  [">|大于|超过|高于|超出|多于|长于|大于了|晚于|高过|大於", before(">")],
  ["<|小于|低于|少于|不足|不满|未满|不到|未达到|短于|早于|小於|未达", before("<")],
  ["=|等于|恰为", before("=")],
  ["{及,或,和,及其,}以上{者,的,}|{或,及}{更高,更多,更长}", after(">=")],
  ["{及,或,和,及其,}以下{者,的,}|{或,及}{更低,更少,更短}", after("<=")],
  ["介于|波动于|波动在|范围为|范围在|范围", { type: "range", role: "between" }],
  ["-|~|至|到|—|–|－|～|--|~~", { type: "range", role: "to" }],
  ["分|级|分值|积分", { type: "unit", ucum: "{score}" }],
  ["x|×|倍|*|✕|倍的|乘以|·", { type: "times" }],
  [
    "{实验室,本实验室,本中心,当地,中心,}{参考值,正常值,正常,正常范围,参考范围,正常参考值,正常参考范围,正常值范围,参考区间}{的,}{上限,高限,高值,最高值,上限值}{值,}{(uln),(unl),}|{uln,unl,iuln}{值,}",
    { type: "limit", side: "upper" },
  ],
  ["正常值|正常参考值|参考值", { type: "limit", side: "normal" }],
  [
    "{实验室,本实验室,本中心,当地,中心,}{参考值,正常值,正常,正常范围,参考范围,正常参考值,正常参考范围,正常值范围,参考区间}{的,}{下限,低限,低值,下限值}{值,}{(lln),}|lln{值,}",
    { type: "limit", side: "lower" },
  ],
  [
    "{在,处于,}正常{参考值,参考,值,}范围{之,以,}内|{均,}在正常范围{内,}|{检查,检测,结果,}正常|无异常|未见异常",
    { type: "result", is: ["normal"] },
  ],
  [
    "{不在,超出}正常{参考值,参考,值,}范围{之,以,}{内,}|异常|升高|增高|降低|不正常",
    { type: "result", is: ["abnormal"] },
  ],
];
