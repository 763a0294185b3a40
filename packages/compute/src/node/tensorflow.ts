import { createRequire } from "node:module";
import { join } from "node:path";
import util from "node:util";
import type { KernelBackend } from "@tensorflow/tfjs-core";
import type { OpenedEngine, Tf } from "../engine/backend.ts";
import { type Candidate, type Found, Unavailable } from "../engine/choose.ts";
import { hasNvidiaGpu } from "./gpu-device.ts";
import { findTensorflowBuild, type TensorflowBuild, tensorflowCacheDir } from "./tensorflow-build.ts";

/** Where the cached package's "@tensorflow/tfjs" looks for the one instance of TensorFlow.js core. */
export const tfjsBridge = Symbol.for("qinghao.tfjs-core");

/** The GPU build where a card is, else the CPU build, else the GPU build, which then computes on the CPU. */
function chooseBuild(cacheDir: string): TensorflowBuild {
  const gpu = findTensorflowBuild("gpu", cacheDir);
  const cpu = findTensorflowBuild("cpu", cacheDir);
  const build = hasNvidiaGpu() ? (gpu ?? cpu) : (cpu ?? gpu);
  if (build !== null) return build;
  const command = hasNvidiaGpu() ? "npm run setup:tensorflow -- --gpu" : "npm run setup:tensorflow";
  throw new Unavailable(`not set up; run \`${command}\``, `尚未安装；请运行 \`${command}\``);
}

const deviceName = (version: string, kind: "cpu" | "gpu") => `TensorFlow ${version} ${kind.toUpperCase()}`;

type NodeKernelBackend = KernelBackend & { readonly isUsingGpuDevice: boolean };
type KernelBackendModule = { NodeJSKernelBackend: new (binding: unknown, packageName: string) => NodeKernelBackend };
type Binding = { readonly TF_Version: string };

function openBuild(tf: Tf, build: TensorflowBuild): OpenedEngine {
  // The library's own start-up notices; the person who wants them sets a level.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
  // Node 24 no longer has these two, which nearly every kernel calls.
  const shims = {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  };
  for (const [name, shim] of Object.entries(shims)) if (!(name in util)) Object.assign(util, { [name]: shim });
  Reflect.set(globalThis, tfjsBridge, tf);
  const load = createRequire(join(build.dir, "build.json"));
  const binding: Binding = load("@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node");
  load("@tensorflow/tfjs-node/dist/register_all_kernels.js");
  const { NodeJSKernelBackend }: KernelBackendModule = load("@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js");
  const create = () => new NodeJSKernelBackend(binding, "@tensorflow/tfjs-node");
  const backend = create();
  const kind = backend.isUsingGpuDevice ? "gpu" : "cpu";
  let first: NodeKernelBackend | null = backend;
  if (!tf.findBackendFactory("tensorflow"))
    tf.registerBackend("tensorflow", () => {
      const made = first ?? create();
      first = null;
      return made;
    });
  return { device: deviceName(binding.TF_Version, kind), kind };
}

/** Native TensorFlow from the user's cache. */
export const tensorflowCandidate = (cacheDir = tensorflowCacheDir()): Candidate => ({
  name: "tensorflow",
  find: async (): Promise<Found> => {
    const build = chooseBuild(cacheDir);
    const kind = build.variant === "gpu" && hasNvidiaGpu() ? "gpu" : "cpu";
    return { device: deviceName(build.version, kind), kind };
  },
  open: async (tf) => openBuild(tf, chooseBuild(cacheDir)),
});
