import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { dockingErrors } from "../errors.ts";
import { type ConformerKernel, openConformerKernel } from "./kernel.ts";

let compiled: Promise<WebAssembly.Module> | null = null;

/**
 * A conformer kernel of its own for this thread, main or worker; its WebAssembly is compiled once per thread.
 * Errors: `docking.conformer.kernel_missing` where the kernels are not built
 */
export async function loadConformerKernel(): Promise<ConformerKernel> {
  compiled ??= compile();
  return openConformerKernel(await compiled);
}

async function compile(): Promise<WebAssembly.Module> {
  const path = fileURLToPath(new URL("../../kernels/conformers.wasm", import.meta.url));
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw dockingErrors.create("conformer.kernel_missing", { path }, cause);
  });
  return WebAssembly.compile(bytes);
}
