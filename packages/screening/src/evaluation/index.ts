export { activeRanks } from "./active-ranks.ts";
export { bedroc } from "./bedroc.ts";
export { type BootstrapOptions, bootstrapLists, type EvaluationInterval } from "./bootstrap.ts";
export { enrichmentFactor } from "./enrichment-factor.ts";
export {
  type Evaluation,
  evaluateLists,
  evaluateScores,
  fingerprintScores,
  isSetAside,
  type ListScores,
  meanOf,
  type QueryLists,
  type TargetRows,
} from "./evaluate-target.ts";
export { fusedScores } from "./fused-scores.ts";
export { listsOfPresent } from "./lists-of-present.ts";
export {
  type BenchmarkFingerprint,
  type BenchmarkMethod,
  benchmarkBits,
  benchmarkFingerprint,
  benchmarkFingerprints,
} from "./methods.ts";
export { neighbourScores } from "./neighbour-scores.ts";
export { oddsScores } from "./odds-scores.ts";
export { rocAuc } from "./roc-auc.ts";
export { type BitRows, bitRows, tanimotoToAll } from "./tanimoto-rows.ts";
