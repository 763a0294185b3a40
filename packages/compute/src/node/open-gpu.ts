import { Unavailable } from "../engine/choose.ts";
import { adapterTitle, isSoftware } from "../engine/webgpu-adapter.ts";
import { openDevice } from "../engine/webgpu-device.ts";
import { computeErrors } from "../errors.ts";
import { loadDawn } from "./dawn.ts";
import { mayHaveGpu } from "./gpu-device.ts";
import { findAdapter } from "./webgpu-probe.ts";

/** A WebGPU device for kernels of one's own. */
export type OpenGpu = {
  readonly device: GPUDevice;
  readonly title: string;
  readonly isSoftware: boolean;
  /** Dawn ends its devices when this object is collected. */
  readonly gpu: GPU;
  close(): void;
};

/**
 * Opens the graphics card through Dawn. Main thread only, since the driver is chosen through the environment.
 * @param software whether a software adapter will do, to check results where there is no card
 * @throws `compute.backend_unavailable`
 */
export async function openGpu({ software = false } = {}): Promise<OpenGpu> {
  try {
    if (!software && !mayHaveGpu()) throw new Unavailable("this machine has no graphics card", "本机没有显卡");
    const found = await findAdapter();
    if (found.software && !software) throw new Unavailable("there is only a software adapter", "只有软件适配器");
    Object.assign(process.env, found.env);
    const dawn = await loadDawn();
    for (const [name, value] of Object.entries(dawn.globals)) Reflect.set(globalThis, name, value);
    const gpu = dawn.create([]);
    const { device, info } = await openDevice(gpu);
    return { device, gpu, title: adapterTitle(info), isSoftware: isSoftware(info), close: () => device.destroy() };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    throw computeErrors.create("backend_unavailable", { backend: "webgpu", reason: error.message }, error);
  }
}
