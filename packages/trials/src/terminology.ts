import type { LabItem } from "@qinghao/clinical";
import type { ConceptSet } from "./criteria/ranges.schema.ts";

/** What engines need to know of concepts. `terminologyOf(knowledge, mappings)` makes one. */
export type Terminology = {
  /** Every id a fact may carry that counts as one of the set: the concepts, what is below, and their codes. */
  members(set: ConceptSet): ReadonlySet<string>;
  name(id: string, language: "en" | "zh"): string;
  labItem(id: string): LabItem | null;
};
