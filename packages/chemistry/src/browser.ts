import { chemErrors } from "./errors.ts";
import { type ChemKit, createChemKit, type RdkitFactory } from "./kit.ts";

export { type PaintContext, paintDrawing } from "./paint.ts";

export type BrowserKitOptions = {
  /** Where `RDKit_minimal.js` is served. */
  scriptUrl: string;
  /** Where `RDKit_minimal.wasm` is served, as application/wasm. */
  wasmUrl: string;
};

/**
 * Starts an RDKit module in a page or in a web worker, classic or module. The script is a classic one without exports,
 * so it is imported through a blob that adds one: a content policy must allow `script-src blob: 'wasm-unsafe-eval'`
 * and, because of RDKit's generated bindings, `'unsafe-eval'`.
 */
export async function loadChemKit({ scriptUrl, wasmUrl }: BrowserKitOptions): Promise<ChemKit> {
  const [scriptText, wasm] = await Promise.all([fetchText(scriptUrl), compileWasm(wasmUrl)]);
  return createChemKit(await importFactory(scriptText), wasm, scriptText);
}

async function importFactory(scriptText: string): Promise<RdkitFactory> {
  const blob = new Blob([scriptText, "\nexport default initRDKitModule;"], { type: "text/javascript" });
  const url = URL.createObjectURL(blob);
  try {
    const module: { default: RdkitFactory } = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ url);
    return module.default;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function fetchText(url: string): Promise<string> {
  return (await fetchOk(url)).text();
}

async function compileWasm(url: string): Promise<WebAssembly.Module> {
  const response = await fetchOk(url);
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

async function fetchOk(url: string): Promise<Response> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw chemErrors.create("kit.load", { reason: `${url} cannot be fetched` }, cause);
  });
  if (!response.ok) throw chemErrors.create("kit.load", { reason: `${url} answered ${response.status}` });
  return response;
}
