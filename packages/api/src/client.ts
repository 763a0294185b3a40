import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCClient, TRPCClientError } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { Locale } from "./context.ts";
import type { WireFailure } from "./failure.ts";
import type { AppRouter } from "./routers/app.router.ts";

export type { AppRouter, WireFailure };
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export type QinghaoClient = TRPCClient<AppRouter>;

export type ClientOptions = {
  /** Where the workbench answers, without a trailing slash; empty for the page's own server. */
  server: string;
  /** Language of error messages. */
  locale?: () => Locale;
  fetch?: typeof fetch;
};

/**
 * tRPC links for a client of a Qinghao server. Queries of the same tick go out as one request, mutations alone.
 * A call takes `{ context: { alone: true } }` where it must not wait for its neighbours (slow or cancellable queries).
 */
export function qinghaoLinks(options: ClientOptions) {
  const common = {
    url: `${options.server}/api/trpc`,
    headers: () => ({ "accept-language": options.locale?.() ?? "en" }),
    ...(options.fetch ? { fetch: options.fetch } : {}),
  };
  return [
    splitLink<AppRouter>({
      condition: (op) => op.type === "mutation" || op.context.alone === true,
      true: httpLink<AppRouter>(common),
      false: httpBatchLink<AppRouter>({ ...common, maxURLLength: 8000, maxItems: 20 }),
    }),
  ];
}

/** A typed client of a Qinghao server, for pages, the CLI and pipelines. */
export const createQinghaoClient = (options: ClientOptions): QinghaoClient =>
  createTRPCClient<AppRouter>({ links: qinghaoLinks(options) });

/** What the server said about a failed call; null when it did not answer at all. */
export function failureFrom(error: unknown): WireFailure | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return typeof data === "object" && data !== null && "error" in data ? (data.error as WireFailure) : null;
}
