/**
 * The address of a thread's script beside the module that names it: `threadScript(import.meta.url, "./score.worker.ts")`.
 * Written so that bundlers leave it alone: they copy what `new URL("./x.ts", import.meta.url)` names as a bare asset,
 * whose own imports then lead nowhere.
 */
export const threadScript = (moduleUrl: string, file: string): URL => new URL(file, moduleUrl);
