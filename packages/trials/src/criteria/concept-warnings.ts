import type { Terminology } from "../terminology.ts";
import type { LeafWarning } from "./define-criterion.ts";
import type { ConceptSet } from "./ranges.schema.ts";

/** Warnings of a set that holds no concept at all: everything named is also excepted. */
export function emptySet(set: ConceptSet, terminology: Terminology): readonly LeafWarning[] {
  if (terminology.members(set).size > 0) return [];
  const named = set.of.map((ref) => ref.en ?? ref.zh ?? ref.id).join(", ");
  return [
    {
      code: "unknown-concept",
      en: `No known concept is left in “${named}”: no record can satisfy it.`,
      zh: `“${named}”中没有任何已知概念，任何病历都无法满足。`,
    },
  ];
}
