export { chosenAfter, divideShare, drawBatch, leastScores, mostPromising } from "./batches.ts";
export { type LigandFeatures, ligandFeatures } from "./ligand-features.ts";
export { type Acquisition, type BatchOptions, nextBatch } from "./next-batch.ts";
export { packFeatures, unpackFeatures } from "./packed-features.ts";
export {
  createSurrogate,
  type FittedSurrogate,
  type LearnedScores,
  openExpectation,
  type Prediction,
  type Surrogate,
  type SurrogateOptions,
  surrogateDefaults,
} from "./surrogate.ts";
