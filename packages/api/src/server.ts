import type { RequestContext } from "./context.ts";
import { answerDownload } from "./downloads/downloads.ts";
import type { ApiEnv } from "./env.ts";
import { failureOf } from "./failure.ts";
import { guardLocalRequest } from "./http/guard.ts";
import { localeOf } from "./http/locale.ts";
import { respondFailure, respondJson } from "./http/respond.ts";
import { answerRest } from "./http/rest-adapter.ts";
import { answerTrpc } from "./http/trpc-adapter.ts";
import { receiveUpload } from "./http/uploads.ts";
import { buildOpenApiDocument } from "./openapi.ts";
import { openServices, type Services } from "./services.ts";

export { type ApiEnv, envFrom } from "./env.ts";
export { listen } from "./http/listen.ts";
export type { Services } from "./services.ts";

/** The API of one process, as functions from a web `Request` to a `Response`. */
export type Api = {
  /** Everything under /api/v1. */
  handleRest(request: Request): Promise<Response>;
  /** Everything under /api/trpc. */
  handleTrpc(request: Request): Promise<Response>;
  services: Services;
  close(): Promise<void>;
};

const restBase = "/api/v1";

/** Builds the API. Opens nothing yet: services are opened when a request first needs them. */
export function createApi(env: ApiEnv): Api {
  const services = openServices(env);
  const answer = async (request: Request, handle: (ctx: RequestContext) => Promise<Response>): Promise<Response> => {
    const locale = localeOf(request);
    try {
      guardLocalRequest(request);
      return await handle({ ...services, locale });
    } catch (error) {
      return respondFailure(failureOf(error, services.log), locale);
    }
  };
  return {
    handleTrpc: (request) => answer(request, (ctx) => answerTrpc(request, ctx)),
    handleRest: (request) => answer(request, (ctx) => route(request, ctx)),
    services,
    close: () => services.close(),
  };
}

async function route(request: Request, ctx: RequestContext): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.startsWith(restBase)
    ? url.pathname.slice(restBase.length).replace(/\/$/, "")
    : url.pathname;
  if (request.method === "GET" && path === "/openapi.json") {
    return respondJson(buildOpenApiDocument(restBase));
  }
  if (request.method === "POST" && path === "/uploads") return respondJson(await receiveUpload(request, ctx));
  return (await answerDownload(request, path, ctx)) ?? answerRest(request, path, ctx);
}
