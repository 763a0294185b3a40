export { type LigandFeatures, ligandFeatures } from "./ligand-features.ts";
export { type Acquisition, type BatchOptions, nextBatch } from "./next-batch.ts";
export {
  createSurrogate,
  type FittedSurrogate,
  type Prediction,
  type Surrogate,
  type SurrogateOptions,
  surrogateDefaults,
} from "./surrogate.ts";
