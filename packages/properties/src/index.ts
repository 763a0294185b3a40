export {
  type Bilingual,
  conformal,
  defineModel,
  type ModelDeclaration,
  nearestNeighbour,
} from "./endpoints/define-model.ts";
export { type EndpointId, endpointIds, endpoints } from "./endpoints/registry.ts";
export { propertiesErrors } from "./errors.ts";
export { type CoveragePoint, calibrationCurve, type ErrorBin, errorBySimilarity } from "./evaluation.ts";
export { type Explanation, explain } from "./explain.ts";
export { type LoadWeights, type ModelSet, type OpenModel, openModels, readManifest } from "./model/open-models.ts";
export { readEvaluation, readTrainingStructures } from "./model/read-evaluation.ts";
export { type PredictOptions, predict } from "./predict.ts";
export type {
  Evaluation,
  Manifest,
  Nearest,
  Peer,
  Prediction,
  PredictionRow,
  ScoredRows,
  TestMetrics,
  WeightsIndex,
} from "./schema.ts";
