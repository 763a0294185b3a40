import type { TreatmentIntent } from "@qinghao/clinical";
import { possibleIntents } from "../evaluate/treatment-intent.ts";
import { isOneOf } from "./concepts.ts";
import type { Attribute } from "./events.ts";
import { circumstances } from "./rows.ts";

const oneOf = (certain: readonly number[], alsoPossible: readonly number[]): Attribute => ({
  certain: isOneOf("f.circumstance", certain),
  possible: isOneOf("f.circumstance", [0, ...certain, ...alsoPossible]),
});

/** Treatments given for one of some intents. */
export const intentAttributes = (wanted: readonly TreatmentIntent[] | undefined): Attribute[] =>
  wanted === undefined
    ? []
    : [
        oneOf(
          wanted.map((intent) => circumstances[intent]),
          possibleIntents(wanted).map((intent) => circumstances[intent]),
        ),
      ];

/** Results of samples that were taken fasting, or were not: which may be one, and of which it is known. */
export function fastingRows(fasting: boolean | undefined): { readonly mayBe: string; readonly isTold: string } {
  if (fasting === undefined) return { mayBe: "true", isTold: "true" };
  const wanted = circumstances[fasting ? "fasting" : "not-fasting"];
  return { mayBe: isOneOf("f.circumstance", [0, wanted]), isTold: isOneOf("f.circumstance", [wanted]) };
}
