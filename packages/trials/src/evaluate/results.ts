import type { Fact, QuantityValue } from "@qinghao/clinical";
import type { Window } from "../criteria/ranges.schema.ts";
import { type ConceptMembers, matchesOf } from "./concept-members.ts";
import { presenceIn, windowAt } from "./day-window.ts";
import type { MissingReason } from "./outcome.ts";
import type { PreparedFact, PreparedRecord } from "./prepared-record.ts";

/** A measurement in the window that may count. */
export type Result = {
  readonly fact: PreparedFact;
  readonly isCertain: boolean;
  /** False where the criterion asks how the sample was taken and the record does not say: its value tells nothing then. */
  readonly isTold: boolean;
};

export type Results = { readonly inWindow: readonly Result[]; readonly none: MissingReason };

/**
 * Measurements of an item in a window whose value is of one type; `none` says why there is not one. Where `fasting` is asked
 * for, a result that is known to be otherwise does not count, and one that does not say is marked.
 */
export function resultsOf(
  record: PreparedRecord,
  members: ConceptMembers,
  when: Window | undefined,
  hasValue: (fact: Fact) => boolean,
  fasting?: boolean,
): Results {
  const window = when === undefined ? null : windowAt(when, record.asOf, "measurement");
  const inWindow: Result[] = [];
  let none: MissingReason = "no-record";
  for (const { fact, isMeant } of matchesOf(record, "measurement", members)) {
    const { assertion } = fact.fact;
    if (assertion === "absent") continue;
    const stated = fact.fact.fasting;
    if (fasting !== undefined && stated === !fasting) continue;
    if (!hasValue(fact.fact)) {
      if (none === "no-record") none = "value-missing";
      continue;
    }
    const presence = window === null ? "certain" : presenceIn(fact, window);
    if (presence === "no") none = "outside-window";
    else {
      const isCertain = isMeant && presence === "certain" && assertion === "present";
      inWindow.push({ fact, isCertain, isTold: fasting === undefined || stated !== undefined });
    }
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
