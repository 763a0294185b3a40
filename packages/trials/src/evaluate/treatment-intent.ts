import type { Fact, TreatmentIntent } from "@qinghao/clinical";
import type { Truth } from "@qinghao/kernel";

/** Treatment before or after surgery aims at a cure: where only that is recorded, it may be either. */
const mayAlsoBe: Readonly<Record<TreatmentIntent, readonly TreatmentIntent[]>> = {
  neoadjuvant: ["curative"],
  adjuvant: ["curative"],
  curative: ["neoadjuvant", "adjuvant"],
  palliative: [],
};

/** Intents that a record may give where one of `wanted` is asked for, without certainty. */
export const possibleIntents = (wanted: readonly TreatmentIntent[]): TreatmentIntent[] => [
  ...new Set(wanted.flatMap((intent) => mayAlsoBe[intent]).filter((intent) => !wanted.includes(intent))),
];

/** Whether a treatment was given for one of some intents; unknown where the record does not say. */
export function intentTruth(fact: Fact, wanted: readonly TreatmentIntent[]): Truth {
  if (fact.intent === undefined) return "unknown";
  if (wanted.includes(fact.intent)) return "true";
  return possibleIntents(wanted).includes(fact.intent) ? "unknown" : "false";
}
