export { type Activation, type DenseLayer, type DenseNetwork, type DenseShape, denseShapes } from "./dense/network.ts";
export { type LoadedDense, loadDense, runDense } from "./dense/run-dense.ts";
export {
  type DenseRows,
  type EpochReport,
  type TrainDenseOptions,
  type TrainedDense,
  trainDense,
} from "./dense/train-dense.ts";
export { type Backend, recordOf, type Tf } from "./engine/backend.ts";
export { computeErrors } from "./errors.ts";
export {
  type BackendChoice,
  type BackendName,
  type BackendProbe,
  type BackendRecord,
  backendChoiceSchema,
  backendNameSchema,
  backendProbeSchema,
  backendRecordSchema,
} from "./schema.ts";
