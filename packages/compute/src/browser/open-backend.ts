import * as tf from "@tensorflow/tfjs-core";
import type { Backend } from "../engine/backend.ts";
import { type Candidate, type Found, openCandidate, probeCandidates, Unavailable } from "../engine/choose.ts";
import { cpuCandidate, wasmCandidate } from "../engine/portable.ts";
import { adapterTitle, isSoftware } from "../engine/webgpu-adapter.ts";
import { openDevice } from "../engine/webgpu-device.ts";
import { type BackendChoice, type BackendProbe, backendChoiceSchema } from "../schema.ts";

export type BrowserBackendOptions = {
  /** Folder URL, with a slash at the end, that serves the three `.wasm` files of `@tensorflow/tfjs-backend-wasm/dist`. */
  readonly wasmUrl: string;
};

const webgpuCandidate: Candidate = {
  name: "webgpu",
  find: async (): Promise<Found> => {
    // Absent in older browsers and outside secure contexts, whatever the types say.
    const gpu: GPU | undefined = globalThis.navigator?.gpu;
    const adapter = await gpu?.requestAdapter({ powerPreference: "high-performance" });
    if (!adapter) throw new Unavailable("this browser gives no WebGPU adapter", "此浏览器没有可用的 WebGPU 适配器");
    const software = isSoftware(adapter.info);
    return { device: `${adapterTitle(adapter.info)} (WebGPU)`, kind: software ? "cpu" : "gpu", software };
  },
  open: async (tfCore) => {
    const { device, info } = await openDevice(globalThis.navigator.gpu);
    const { WebGPUBackend } = await import("@tensorflow/tfjs-backend-webgpu");
    if (tfCore.findBackendFactory("webgpu")) tfCore.removeBackend("webgpu");
    tfCore.registerBackend("webgpu", () => new WebGPUBackend(device, info));
    return {
      device: `${adapterTitle(info)} (WebGPU)`,
      kind: isSoftware(info) ? "cpu" : "gpu",
      release: () => device.destroy(),
    };
  },
};

const candidates = ({ wasmUrl }: BrowserBackendOptions): Candidate[] => [
  webgpuCandidate,
  wasmCandidate(async () => {
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    setWasmPaths(wasmUrl);
  }),
  cpuCandidate(() => import("@tensorflow/tfjs-backend-cpu")),
];

/**
 * Opens a backend in a page or a web worker; each is loaded only when it is used. "auto" takes webgpu on a real
 * graphics card, else wasm, else cpu; `passedOver` of the result says why not a faster one.
 * @throws `compute.backend_unavailable`
 */
export function openBackend(choice: BackendChoice, options: BrowserBackendOptions): Promise<Backend> {
  return openCandidate(tf, candidates(options), backendChoiceSchema.parse(choice));
}

/** What this browser offers; loads no engine. */
export function probeBackends(options: BrowserBackendOptions): Promise<BackendProbe[]> {
  return probeCandidates(candidates(options));
}
