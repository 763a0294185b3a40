import { readFile } from "node:fs/promises";
import { screeningErrors } from "../errors.ts";
import { SearchKernel } from "../similarity/search-kernel.ts";

let compiled: Promise<WebAssembly.Module> | null = null;

/**
 * A similarity kernel on a shared memory of its own; compiled once per thread.
 * @throws `screening.kernel.missing` where `npm run kernels` has not made the file
 */
export async function loadSearchKernel(): Promise<SearchKernel> {
  compiled ??= compile();
  return SearchKernel.create(await compiled, true);
}

async function compile(): Promise<WebAssembly.Module> {
  const file = new URL("../../kernels/similarity.wasm", import.meta.url);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw screeningErrors.create("kernel.missing", {}, error);
  });
  return WebAssembly.compile(bytes);
}
