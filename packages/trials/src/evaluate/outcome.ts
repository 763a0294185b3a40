import type { Truth } from "@qinghao/kernel";
import type { Distance, Missing } from "../criteria/verdict.schema.ts";
import type { PreparedFact } from "./prepared-record.ts";

export type MissingReason = Missing["why"];

/** Something of a record that a leaf rests on. `value` stands for a computed one, as a score from its parts. */
export type Ground = {
  readonly fact: PreparedFact | "person";
  /** What it says of the leaf. */
  readonly truth: Truth;
  readonly near?: boolean;
};

/** What one leaf says of one record. */
export type Outcome = {
  readonly truth: Truth;
  readonly grounds: readonly Ground[];
  /** Why it is unknown; the leaf's definition words the question. */
  readonly why: MissingReason | null;
  /** The item that is missing where it differs from the leaf's own. */
  readonly item?: string;
  readonly distance: Distance | null;
};

const noGrounds: readonly Ground[] = [];

export const unknownBecause = (why: MissingReason, grounds: readonly Ground[] = noGrounds, item?: string): Outcome => ({
  truth: "unknown",
  grounds,
  why,
  distance: null,
  ...(item === undefined ? {} : { item }),
});

export const decided = (
  truth: Truth,
  grounds: readonly Ground[] = noGrounds,
  distance: Distance | null = null,
): Outcome => ({ truth, grounds, why: truth === "unknown" ? "uncertain-record" : null, distance });

/**
 * Results of which none is certain may all fall away, and then `otherwise` holds: where both are decided they must agree.
 */
export function unlessOverturned(outcome: Outcome, hasCertain: boolean, otherwise: () => Outcome): Outcome {
  if (hasCertain || outcome.truth === "unknown") return outcome;
  const { truth } = otherwise();
  if (truth === "unknown" || truth === outcome.truth) return outcome;
  return { ...outcome, truth: "unknown", why: "uncertain-record" };
}
