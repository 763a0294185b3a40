import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { RequestContext } from "../context.ts";
import { apiErrors } from "../errors.ts";
import { appRouter } from "../routers/app.router.ts";
import { limitBody } from "./body-limit.ts";
import { jsonBodyLimit } from "./rest-adapter.ts";

/** Answers tRPC calls under `/api/trpc`. */
export function answerTrpc(request: Request, context: RequestContext): Promise<Response> {
  const tooLarge = () => apiErrors.create("body.too_large", { limit: `${jsonBodyLimit / 1_000_000} MB` });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: limitBody(request, jsonBodyLimit, tooLarge),
    router: appRouter,
    createContext: () => context,
    responseMeta: () => ({ headers: { "cache-control": "no-store", vary: "accept-language" } }),
  });
}
