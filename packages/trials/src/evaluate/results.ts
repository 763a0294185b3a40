import type { Fact, QuantityValue } from "@qinghao/clinical";
import type { Window } from "../criteria/ranges.schema.ts";
import { type ConceptMembers, matchesOf } from "./concept-members.ts";
import { presenceIn, windowAt } from "./day-window.ts";
import type { MissingReason } from "./outcome.ts";
import type { PreparedFact, PreparedRecord } from "./prepared-record.ts";

/** A measurement in the window that may count. */
export type Result = { readonly fact: PreparedFact; readonly isCertain: boolean };

export type Results = { readonly inWindow: readonly Result[]; readonly none: MissingReason };

/** Measurements of an item in a window whose value is of one type; `none` says why there is not one. */
export function resultsOf(
  record: PreparedRecord,
  members: ConceptMembers,
  when: Window | undefined,
  hasValue: (fact: Fact) => boolean,
): Results {
  const window = when === undefined ? null : windowAt(when, record.asOf, "measurement");
  const inWindow: Result[] = [];
  let none: MissingReason = "no-record";
  for (const { fact, isMeant } of matchesOf(record, "measurement", members)) {
    const { assertion } = fact.fact;
    if (assertion === "absent") continue;
    if (!hasValue(fact.fact)) {
      if (none === "no-record") none = "value-missing";
      continue;
    }
    const presence = window === null ? "certain" : presenceIn(fact, window);
    if (presence === "no") none = "outside-window";
    else inWindow.push({ fact, isCertain: isMeant && presence === "certain" && assertion === "present" });
  }
  return { inWindow, none };
}

export const isQuantity = (fact: Fact): boolean => fact.value?.type === "quantity";

/** The quantity of a fact that `isQuantity` let through. */
export function quantityOf(result: { readonly fact: PreparedFact }): QuantityValue {
  const { value } = result.fact.fact;
  if (value?.type !== "quantity") throw new TypeError("the fact holds no quantity");
  return value;
}
