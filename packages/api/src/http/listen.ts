import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import type { Api } from "../server.ts";

/** The API on a port of this computer by itself, without the pages: for pipelines and tests. Port 0 takes a free one. */
export async function listen(api: Api, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.once("close", () => outgoing.writableFinished || gone.abort());
    const request = requestOf(incoming, gone.signal);
    const handle = request.url.includes("/api/trpc") ? api.handleTrpc : api.handleRest;
    handle(request)
      .then(async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        if (response.body === null) outgoing.end();
        else await pipeline(Readable.fromWeb(response.body as NodeWebStream), outgoing);
      })
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** `signal` is aborted when the caller goes before it has its answer. */
function requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  const body = hasBody ? (Readable.toWeb(incoming) as unknown as ReadableStream) : undefined;
  const init: RequestInit & { duplex?: "half" } = {
    method: incoming.method,
    headers,
    body,
    signal,
    duplex: "half",
  };
  return new Request(`http://${incoming.headers.host}${incoming.url}`, init);
}
