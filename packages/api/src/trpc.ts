import { initTRPC } from "@trpc/server";
import type { OpenApiMeta } from "trpc-to-openapi";
import type { RequestContext } from "./context.ts";
import { formatError } from "./error-format.ts";

const trpc = initTRPC
  .context<RequestContext>()
  .meta<OpenApiMeta>()
  .create({ isDev: false, errorFormatter: ({ error, path, ctx }) => formatError(error, path, ctx) });

export const router = trpc.router;
export const procedure = trpc.procedure;
export const createCallerFactory = trpc.createCallerFactory;
