import type { Api } from "@qinghao/api/server";

// On globalThis, so that a module that is loaded again during development keeps the connections of the first.
const holder = globalThis as typeof globalThis & { qinghaoApi?: Promise<Api> };

/** The one API of this process; its environment is read when the first request comes. */
export function api(): Promise<Api> {
  holder.qinghaoApi ??= openApi().catch((error: unknown) => {
    delete holder.qinghaoApi;
    throw error;
  });
  return holder.qinghaoApi;
}

/**
 * Node loads the server's packages itself, as it does in the workers: they start threads, open native libraries and read
 * files beside their source, none of which survives a bundler.
 */
async function openApi(): Promise<Api> {
  const server: typeof import("@qinghao/api/server") = await import(/* turbopackIgnore: true */ "@qinghao/api/server");
  return server.createApi(server.envFrom(process.env));
}
