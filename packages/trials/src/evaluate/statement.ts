import type { Fact } from "@qinghao/clinical";
import type { Truth } from "@qinghao/kernel";

/** Concepts of results in words. */
export const POSITIVE = "RESULT:positive";
export const NEGATIVE = "RESULT:negative";

/** Whether a fact says that its state holds: `absent`, `false` and a negative result say that it does not. */
export function statementOf(fact: Fact): Truth {
  if (fact.assertion === "absent") return "false";
  if (fact.value?.type === "boolean") return fact.value.value ? "true" : "false";
  if (fact.value?.type === "code") {
    if (fact.value.concept === NEGATIVE) return "false";
    return fact.value.concept === POSITIVE ? "true" : "unknown";
  }
  return "true";
}
