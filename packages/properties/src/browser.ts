import { type ModelSet, openModels } from "./model/open-models.ts";

export * from "./index.ts";

/** Opens the models served below `baseUrl`, such as "/vendor/weights/". The browser's cache keeps the files. */
export const fetchModels = (baseUrl: string, signal?: AbortSignal): Promise<ModelSet> =>
  openModels(async (path) => {
    const response = await fetch(new URL(path, new URL(baseUrl, globalThis.location?.href)), { signal });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  });
