import type { OpenedEngine, Tf } from "./backend.ts";
import type { Candidate } from "./choose.ts";
import { Unavailable } from "./choose.ts";

/** Plain JavaScript: always there, slow. */
export const cpuCandidate = (load: () => Promise<unknown>): Candidate => ({
  name: "cpu",
  find: async () => ({ device: "JavaScript", kind: "cpu" }),
  open: async (tf): Promise<OpenedEngine> => {
    await load();
    // Otherwise the first tensor prints an advertisement for another package to stderr.
    Reflect.set(tf.findBackend("cpu") ?? (await settled(tf, "cpu")), "firstUse", false);
    return { device: "JavaScript", kind: "cpu" };
  },
});

/** WebAssembly on XNNPACK kernels; with SIMD where the engine has it. */
export const wasmCandidate = (load: () => Promise<unknown>): Candidate => ({
  name: "wasm",
  find: async () => {
    if (typeof WebAssembly === "undefined")
      throw new Unavailable("WebAssembly is switched off", "WebAssembly 已被关闭");
    return { device: "WebAssembly", kind: "cpu" };
  },
  open: async (tf): Promise<OpenedEngine> => {
    await load();
    const simd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
    const threads = await tf.env().getAsync("WASM_HAS_MULTITHREAD_SUPPORT");
    return { device: `WebAssembly${simd ? " SIMD" : ""}${threads ? ", threads" : ""}`, kind: "cpu" };
  },
});

async function settled(tf: Tf, name: string) {
  await tf.setBackend(name);
  return tf.backend();
}
