import { readFile } from "node:fs/promises";
import { type ChemKit, createChemKit, type RdkitFactory } from "./kit.ts";

let compiled: Promise<{ factory: RdkitFactory; wasm: WebAssembly.Module; scriptText: string }> | null = null;

/**
 * Starts an RDKit module in this thread, main or worker. Every call makes a module of its own (about 120 MB); the
 * WebAssembly code is compiled once per thread.
 */
export async function loadChemKit(): Promise<ChemKit> {
  compiled ??= compile();
  const { factory, wasm, scriptText } = await compiled;
  return createChemKit(factory, wasm, scriptText);
}

async function compile() {
  // Resolved at run time so that a bundler leaves the script and its WebAssembly file where the package manager put them.
  const { createRequire } = process.getBuiltinModule("node:module");
  const require = createRequire(import.meta.url);
  const [wasm, scriptText] = await Promise.all([
    readFile(require.resolve("@rdkit/rdkit/RDKit_minimal.wasm")).then((bytes) => WebAssembly.compile(bytes)),
    readFile(require.resolve("@rdkit/rdkit"), "utf8"),
  ]);
  return { factory: require("@rdkit/rdkit") as RdkitFactory, wasm, scriptText };
}
