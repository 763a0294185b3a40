export { wasmDocking } from "./backends/wasm-backend.ts";
export { type WebgpuOptions, webgpuDocking } from "./backends/webgpu/webgpu-backend.ts";
export { loadConformerKernel } from "./conformers/node.ts";
