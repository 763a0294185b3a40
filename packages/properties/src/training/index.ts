export { type Dataset, type LabelledRow, readDataset } from "./dataset.ts";
export { type TrainingProgress, type TrainOptions, trainEndpoint } from "./train-endpoint.ts";
export { type Validation, validateEndpoint } from "./validate-endpoint.ts";
