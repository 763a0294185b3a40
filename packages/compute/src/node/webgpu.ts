import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { type Candidate, type Found, Unavailable } from "../engine/choose.ts";
import { adapterTitle, isSoftware } from "../engine/webgpu-adapter.ts";
import { openDevice } from "../engine/webgpu-device.ts";
import { loadDawn } from "./dawn.ts";
import { mayHaveGpu } from "./gpu-device.ts";
import { findAdapter } from "./webgpu-probe.ts";

type WebgpuModule = { WebGPUBackend: typeof WebGPUBackend };

/** WebGPU through Dawn. A software adapter is only taken when this backend is asked for by name. */
export const webgpuCandidate = (load: () => WebgpuModule): Candidate => ({
  name: "webgpu",
  find: async ({ software: wanted }): Promise<Found> => {
    if (!wanted && !mayHaveGpu()) throw new Unavailable("this machine has no graphics card", "本机没有显卡");
    const { adapter, software } = await findAdapter();
    return { device: `${adapterTitle(adapter)} (WebGPU)`, kind: software ? "cpu" : "gpu", software };
  },
  open: async (tf) => {
    const { env } = await findAdapter();
    // Read by the Vulkan loader when Dawn makes its first instance; reaches it from the main thread only.
    Object.assign(process.env, env);
    const dawn = await loadDawn();
    for (const [name, value] of Object.entries(dawn.globals)) Reflect.set(globalThis, name, value);
    const gpu = dawn.create([]);
    Object.defineProperty(globalThis.navigator, "gpu", { value: gpu, configurable: true });
    const { device, info } = await openDevice(gpu);
    const { WebGPUBackend } = load();
    if (tf.findBackendFactory("webgpu")) tf.removeBackend("webgpu");
    tf.registerBackend("webgpu", () => new WebGPUBackend(device, info));
    return {
      device: `${adapterTitle(info)} (WebGPU)`,
      kind: isSoftware(info) ? "cpu" : "gpu",
      release: () => device.destroy(),
    };
  },
});
