import { Unavailable } from "../engine/choose.ts";

/** The npm package `webgpu`: Dawn, Chromium's WebGPU, for Node. */
export type Dawn = { create(flags: string[]): GPU; readonly globals: object };

/** @throws Unavailable where the optional package is missing or has no build for this platform */
export async function loadDawn(): Promise<Dawn> {
  try {
    return await import("webgpu");
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message.split("\n")[0] : String(thrown);
    throw new Unavailable(
      `the package webgpu does not load here (${detail})`,
      `此处无法加载 webgpu 软件包（${detail}）`,
    );
  }
}
