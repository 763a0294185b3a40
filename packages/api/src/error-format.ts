import type { TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { pino } from "pino";
import type { RequestContext } from "./context.ts";
import { failureOf, type WireFailure, wireFailure } from "./failure.ts";

/** tRPC's error shape with the project's own error in `data.error`; `message` is the sentence in the caller's language. */
export type ApiErrorShape = Omit<TRPCDefaultErrorShape, "data"> & {
  data: { code: TrpcCode; httpStatus: number; path?: string; error: WireFailure };
};
type TrpcCode = keyof typeof TRPC_ERROR_CODES_BY_KEY;

const trpcCodes: Record<number, TrpcCode> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  502: "BAD_GATEWAY",
  503: "SERVICE_UNAVAILABLE",
};

/** Used where a request fails before it has a context. */
export const fallbackLog = pino({ name: "api", level: "info" }, pino.destination({ fd: 2, sync: true }));

/** Never lets a stack, a query or a value of an unexpected error out. */
export function formatError(error: TRPCError, path?: string, ctx?: RequestContext): ApiErrorShape {
  const failure = failureOf(error, ctx?.log ?? fallbackLog);
  const code = trpcCodes[failure.error.http] ?? "INTERNAL_SERVER_ERROR";
  const wire = wireFailure(failure, ctx?.locale ?? "en");
  return {
    message: wire.text,
    code: TRPC_ERROR_CODES_BY_KEY[code],
    data: { code, httpStatus: failure.error.http, ...(path ? { path } : {}), error: wire },
  };
}
