import { type ErrorDetails, type ErrorSpec, isQinghaoError, QinghaoError } from "@qinghao/kernel";
import { computeErrors, reasonOf } from "../errors.ts";

/** From the pool to a thread. */
export type ToThread =
  | { readonly kind: "task"; readonly id: number; readonly task: unknown }
  | { readonly kind: "cancel"; readonly id: number }
  | { readonly kind: "close" };

/** From a thread to the pool. */
export type FromThread =
  | { readonly kind: "ready" }
  | { readonly kind: "init-failed"; readonly error: SentError }
  | { readonly kind: "done"; readonly id: number; readonly output: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly error: SentError };

/** An error of any kind, as it crosses threads. */
export type SentError = {
  readonly reason: string;
  readonly stack: string | null;
  /** Null for an error that is in no package's table. */
  readonly known: { readonly code: string; readonly spec: ErrorSpec; readonly details: ErrorDetails } | null;
};

export function packError(thrown: unknown): SentError {
  const stack = thrown instanceof Error ? (thrown.stack ?? null) : null;
  if (!isQinghaoError(thrown)) return { reason: reasonOf(thrown), stack, known: null };
  const { code, http, retry, details, user } = thrown;
  return {
    reason: thrown.message,
    stack,
    known: { code, spec: { http, retry, user: user.en, userZh: user.zh }, details },
  };
}

/** The same table error again; one of no table becomes `name` of this package. */
export function unpackError(sent: SentError, name: "thread_failed" | "thread_init_failed"): QinghaoError {
  const cause = new Error(sent.reason);
  if (sent.stack !== null) cause.stack = sent.stack;
  if (sent.known === null) return computeErrors.create(name, { reason: sent.reason }, cause);
  return new QinghaoError(sent.known.code, sent.known.spec, sent.known.details, cause);
}
