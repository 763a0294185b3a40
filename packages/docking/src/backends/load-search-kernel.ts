import { readFile } from "node:fs/promises";

let compiled: Promise<WebAssembly.Module> | null = null;

/** The compiled search kernel (`npm run kernels` writes it), once for the process; threads are given it as it is. */
export function loadSearchKernel(): Promise<WebAssembly.Module> {
  compiled ??= readFile(new URL("../../kernels/search.wasm", import.meta.url)).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  return compiled;
}
