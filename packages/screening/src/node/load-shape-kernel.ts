import { readFile } from "node:fs/promises";
import { screeningErrors } from "../errors.ts";
import { openShapeKernel, type ShapeKernel } from "../shape/shape-kernel.ts";

let compiled: Promise<WebAssembly.Module> | null = null;

/**
 * A shape kernel of its own for this thread; its WebAssembly is compiled once per thread.
 * @throws `screening.kernel.missing` where `npm run kernels` has not made the file
 */
export async function loadShapeKernel(): Promise<ShapeKernel> {
  compiled ??= compile();
  return openShapeKernel(await compiled);
}

async function compile(): Promise<WebAssembly.Module> {
  const file = new URL("../../kernels/shape.wasm", import.meta.url);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw screeningErrors.create("kernel.missing", {}, error);
  });
  return WebAssembly.compile(bytes);
}
