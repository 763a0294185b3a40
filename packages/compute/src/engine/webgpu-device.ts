import { Unavailable } from "./choose.ts";

/** The largest of what TensorFlow.js needs that the adapter gives, instead of WebGPU's low defaults. */
const wantedLimits = [
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
  "maxBufferSize",
  "maxComputeWorkgroupSizeX",
  "maxComputeInvocationsPerWorkgroup",
] as const;

/** The fastest adapter's device. @throws Unavailable */
export async function openDevice(gpu: GPU): Promise<{ device: GPUDevice; info: GPUAdapterInfo }> {
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (adapter === null) throw new Unavailable("WebGPU gives no adapter here", "此处 WebGPU 没有可用的适配器");
  const requiredLimits = Object.fromEntries(wantedLimits.map((name) => [name, adapter.limits[name]]));
  return { device: await adapter.requestDevice({ requiredLimits }), info: adapter.info };
}
