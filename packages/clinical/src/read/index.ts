export type { ReadOutcome } from "./read-outcome.ts";
export { readQuantity, ucumOf, type WrittenQuantity } from "./read-quantity.ts";
export { resultConceptOf } from "./result-words.ts";
export { stageConceptOf } from "./stage-words.ts";
export { toCanonical } from "./to-canonical.ts";
export { UnmappedCounter } from "./unmapped-counter.ts";
