import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isQinghaoError } from "@qinghao/kernel";
import { nodeErrors } from "../errors.ts";
import type { HospitalNode } from "../node.ts";
import type { Answer } from "./answer.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";
import { route } from "./route.ts";
import { type Language, sayIn, type Visit } from "./visit.ts";

const mostFormBytes = 100_000;
const assets: Readonly<Record<string, { type: string; file: URL }>> = {
  "/assets/node.css": { type: "text/css; charset=utf-8", file: new URL("./assets/node.css", import.meta.url) },
  "/assets/keys.js": { type: "text/javascript; charset=utf-8", file: new URL("./assets/keys.js", import.meta.url) },
};
const guards = {
  "content-security-policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
};

/** Serves the hospital's own pages on 127.0.0.1. No query comes in here: the node only polls. */
export async function startPages(
  node: HospitalNode,
  firstPort: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(node, request, response).catch(() => response.destroy());
  });
  for (let port = firstPort; ; port++) {
    const isListening = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen({ port, host: "127.0.0.1", exclusive: true }, () => resolve(true));
    });
    if (isListening) break;
    if (port > firstPort + 100) throw nodeErrors.create("port.none-free", { port: firstPort });
  }
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : firstPort;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(node: HospitalNode, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = request.headers.host ?? "";
  const isOurs = /^(127\.0\.0\.1|localhost):\d+$/.test(host);
  const { method = "GET" } = request;
  const url = new URL(request.url ?? "/", `http://${isOurs ? host : "127.0.0.1"}`);
  // A page of another origin, or a name that was pointed here, must not speak for the hospital's people.
  const isForeign = method !== "GET" && request.headers.origin !== `http://${host}`;
  if (!isOurs || isForeign) return send(response, 403, "text/plain; charset=utf-8", "403");
  const asset = assets[url.pathname];
  if (asset !== undefined) return send(response, 200, asset.type, readFileSync(asset.file, "utf8"));
  const visit = visitOf(node, url, request, method === "POST" ? await formOf(request) : new URLSearchParams());
  await route(method, visit).then(
    (found) => reply(response, visit, found),
    (error: unknown) => replyError(response, visit, error),
  );
}

function visitOf(node: HospitalNode, url: URL, request: IncomingMessage, form: URLSearchParams): Visit {
  const cookies = new Map(
    (request.headers.cookie ?? "").split(/;\s*/).map((each): [string, string] => {
      const at = each.indexOf("=");
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );
  const cookie = (name: string) => decoded(cookies.get(`qinghao-${name}`) ?? "");
  const wish = cookie("language") || (/^\s*zh/i.test(request.headers["accept-language"] ?? "") ? "zh" : "en");
  const language: Language = wish === "zh" ? "zh" : "en";
  const theme = cookie("theme");
  return {
    node,
    url,
    form,
    language,
    theme: theme === "light" || theme === "dark" ? theme : null,
    reader: cookie("reader"),
    say: sayIn(language),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostFormBytes) throw nodeErrors.create("form.invalid", { field: "text" });
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}

function reply(response: ServerResponse, visit: Visit, found: Answer): void {
  if (found.kind === "redirect") {
    response.writeHead(303, { ...guards, location: found.to, "set-cookie": [...(found.cookies ?? [])] }).end();
  } else if (found.kind === "file") {
    const name = found.name === undefined ? {} : { "content-disposition": `attachment; filename="${found.name}"` };
    response.writeHead(200, { ...guards, ...name, "content-type": found.type }).end(found.body);
  } else {
    send(response, found.status ?? 200, "text/html; charset=utf-8", layout(visit, found.title, found.body));
  }
}

/** Our own sentences only: what another error says could quote a record. */
function replyError(response: ServerResponse, visit: Visit, error: unknown): void {
  const known = isQinghaoError(error) ? error : nodeErrors.create("page.failed");
  const { pathname } = visit.url;
  const back = pathname.replace(/\/(status|note|judge)$/, "");
  const body = html`<div class="notice bad" role="alert"><strong>${visit.say("failed")}</strong><p>${known.user[visit.language]}</p><code>${known.code}</code></div>
<p><a data-key="back" href="${back === pathname ? "/" : back}">${visit.say("backToList")}</a></p>`;
  send(response, known.http, "text/html; charset=utf-8", layout(visit, visit.say("failed"), body));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...guards, "content-type": type }).end(body);
}
