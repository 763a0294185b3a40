import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Unavailable } from "../engine/choose.ts";
import { isSoftware } from "../engine/webgpu-adapter.ts";

/** One adapter as Dawn tells it. */
export const adapterSchema = z.object({
  vendor: z.string(),
  architecture: z.string(),
  device: z.string(),
  description: z.string(),
  isFallbackAdapter: z.boolean(),
});
export type Adapter = z.infer<typeof adapterSchema>;

export type FoundAdapter = {
  readonly adapter: Adapter;
  readonly software: boolean;
  /** Set in the environment before Dawn loads, to reach this adapter. */
  readonly env: Readonly<Record<string, string>>;
};

/** Where distributions keep Chromium's software Vulkan driver. */
const swiftShaderFiles = ["/usr/lib/chromium", "/usr/lib/chromium-browser", "/usr/lib64/chromium-browser"].map(
  (folder) => `${folder}/vk_swiftshader_icd.json`,
);

/** A program of its own, so that a driver that crashes takes only a child process with it. One line of JSON, or nothing. */
const program = `
  const { create } = await import("webgpu");
  const adapter = await create([]).requestAdapter({ powerPreference: "high-performance" });
  if (adapter !== null) {
    const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
    console.log(JSON.stringify({ vendor, architecture, device, description, isFallbackAdapter }));
  }
  process.exit();
`;

/** Null: no adapter. */
function ask(env: Readonly<Record<string, string>>): Promise<Adapter | null> {
  const args = ["--input-type=module", "--eval", program];
  // The program finds packages from where it runs.
  const cwd = path.dirname(fileURLToPath(import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env: { ...process.env, ...env }, timeout: 20_000 }, (_error, stdout) => {
      const line = stdout.split("\n").find((text) => text.startsWith("{"));
      resolve(line === undefined ? null : adapterSchema.parse(JSON.parse(line)));
    });
  });
}

async function look(): Promise<FoundAdapter> {
  const own = await ask({});
  if (own !== null && !isSoftware(own)) return { adapter: own, software: false, env: {} };
  const driver = swiftShaderFiles.find((file) => existsSync(file));
  const env = driver === undefined ? null : { VK_ICD_FILENAMES: driver };
  const software = own ?? (env === null ? null : await ask(env));
  if (software !== null) return { adapter: software, software: true, env: own === null && env !== null ? env : {} };
  throw new Unavailable(
    "no WebGPU adapter; install the graphics card's Vulkan driver and loader (libvulkan1)",
    "没有 WebGPU 适配器；请安装显卡的 Vulkan 驱动和加载器（libvulkan1）",
  );
}

let looked: Promise<FoundAdapter> | undefined;

/** The best adapter of this machine; looked for once a process. @throws Unavailable */
export function findAdapter(): Promise<FoundAdapter> {
  looked ??= look();
  return looked;
}
