export * from "./index.ts";
export {
  type BatchItem,
  type BatchOptions,
  createPredictor,
  openModelsFromFolder,
  type Predictor,
  type PredictorOptions,
  type PredictorRecord,
} from "./node/create-predictor.ts";
export { type LabelledRow, readLabelledRows } from "./training/dataset.ts";
