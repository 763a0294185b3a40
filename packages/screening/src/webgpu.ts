export { GpuSimilarity } from "./webgpu/gpu-similarity.ts";
