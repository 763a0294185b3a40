import type { WireError } from "@qinghao/kernel";
import { TRPCClientError } from "@trpc/client";

/** What a page shows of a failed request. `unreachable`: no answer came at all. */
export type RequestFailure =
  | {
      kind: "answered";
      code: string;
      message: { en: string; zh: string };
      retry: WireError["retry"];
      details: WireError["details"];
    }
  | { kind: "unreachable"; message: string }
  | { kind: "unknown"; message: string };

/** Reads the project's error out of whatever a query, mutation or fetch threw. */
export function asFailure(thrown: unknown): RequestFailure {
  if (thrown instanceof ResponseFailure) return { kind: "answered", ...thrown.error };
  if (thrown instanceof TRPCClientError) {
    const error = (thrown.data as { error?: WireError } | null | undefined)?.error;
    if (error !== undefined) return { kind: "answered", ...error };
    if (thrown.data === undefined || thrown.data === null) return { kind: "unreachable", message: thrown.message };
  }
  return { kind: "unknown", message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** An error that a plain HTTP route answered with. */
export class ResponseFailure extends Error {
  readonly error: WireError;
  constructor(error: WireError) {
    super(error.message.en);
    this.name = "ResponseFailure";
    this.error = error;
  }
}

/** Whether asking again may help: a service was away, a race was lost, or nothing answered. */
export const isRetryable = (thrown: unknown): boolean => {
  const failure = asFailure(thrown);
  return failure.kind === "unreachable" || (failure.kind === "answered" && failure.retry !== "never");
};
