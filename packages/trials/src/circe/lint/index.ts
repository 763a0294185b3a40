export { repeatedConcepts } from "./check-concept-sets.ts";
export { type CirceFinding, type FindingKind, findingKinds } from "./findings.ts";
export { lintCirce } from "./lint-circe.ts";
