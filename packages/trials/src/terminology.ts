import type { LabItem } from "@qinghao/clinical";
import type { ConceptSet } from "./criteria/ranges.schema.ts";

/** What engines need to know of concepts. `terminologyOf(knowledge, mappings)` makes one. */
export type Terminology = {
  /** Every id a fact may carry that counts as one of the set: the concepts, what is below, and their codes. */
  members(set: ConceptSet): ReadonlySet<string>;
  /**
   * Ids that cover more than the set (a code of "lung cancer" where small cell lung cancer is asked for): a fact with one
   * of these may or may not be meant, so it is a possible event, never a certain one.
   */
  mayBeMembers(set: ConceptSet): ReadonlySet<string>;
  /** Whether the terminology knows an id at all; records may carry one that it does not. */
  has(id: string): boolean;
  name(id: string, language: "en" | "zh"): string;
  labItem(id: string): LabItem | null;
};
