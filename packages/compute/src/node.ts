export { type NodeBackendOptions, openBackend, probeBackends } from "./node/open-backend.ts";
export { type OpenGpu, openGpu } from "./node/open-gpu.ts";
export { findTensorflowBuild, type TensorflowBuild, tensorflowCacheDir } from "./node/tensorflow-build.ts";
export { serveThread, type ThreadHandler, type ThreadTask, withTransfer } from "./threads/serve-thread.ts";
export { createThreadPool, type ThreadPool, type ThreadPoolOptions } from "./threads/thread-pool.ts";
export { threadScript } from "./threads/thread-script.ts";
