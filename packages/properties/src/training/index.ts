export { type Dataset, type LabelledRow, readDataset } from "./dataset.ts";
export { obtainPeer, type PeerSource } from "./peer.ts";
export { readEndpointData, type TrainingProgress, type TrainOptions, trainEndpoint } from "./train-endpoint.ts";
export { type Validation, validateEndpoint } from "./validate-endpoint.ts";
