import { randomBytes } from "node:crypto";
import { type ErrorDetails, isQinghaoError, type QinghaoError } from "@qinghao/kernel";
import { TRPCError } from "@trpc/server";
import type { Logger } from "pino";
import { ZodError } from "zod";
import { apiErrors } from "./errors.ts";

/** A problem at one place of the input. */
export type InputIssue = { path: string; message: string };
/** Why a request failed, ready for the wire. */
export type Failure = { error: QinghaoError; issues: InputIssue[] };

const known = new WeakMap<object, Failure>();
/**
 * The failure behind anything that was thrown. An error of a package's table passes as it is; everything else becomes
 * `api.unexpected` with an id, and is logged under that id. The same thrown value always gives the same failure.
 */
export function failureOf(thrown: unknown, log: Logger): Failure {
  const key = typeof thrown === "object" && thrown !== null ? thrown : { thrown };
  const before = known.get(key);
  if (before) return before;
  const failure = classify(thrown, log);
  known.set(key, failure);
  return failure;
}

function classify(thrown: unknown, log: Logger): Failure {
  const chain = causesOf(thrown);
  const own = chain.find(isQinghaoError);
  if (own) {
    if (own.http >= 500) log.warn({ code: own.code, err: own.cause ?? own }, own.message);
    return { error: own, issues: [] };
  }
  const zod = chain.find((cause) => cause instanceof ZodError);
  const isInput = thrown instanceof ZodError || (thrown instanceof TRPCError && thrown.code === "BAD_REQUEST");
  if (zod && isInput) return invalidInput(zod);
  if (thrown instanceof TRPCError && thrown.code in clientFaults)
    return { error: clientFaults[thrown.code]!(thrown), issues: [] };
  const id = randomBytes(6).toString("hex");
  log.error({ id, err: chain.at(-1) ?? thrown }, "unexpected failure");
  return { error: apiErrors.create("unexpected", { id }, thrown), issues: [] };
}

const clientFaults: Partial<Record<TRPCError["code"], (error: TRPCError) => QinghaoError>> = {
  NOT_FOUND: () => apiErrors.create("procedure.unknown"),
  METHOD_NOT_SUPPORTED: () => apiErrors.create("procedure.method"),
  PARSE_ERROR: () => apiErrors.create("body.unreadable"),
  BAD_REQUEST: () => apiErrors.create("body.unreadable"),
  UNSUPPORTED_MEDIA_TYPE: () => apiErrors.create("body.media_type", { expected: "application/json" }),
};

function invalidInput(zod: ZodError): Failure {
  const issues = zod.issues.slice(0, 20).map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = issues[0];
  const problem = first ? (first.path === "" ? first.message : `${first.path}: ${first.message}`) : "unreadable";
  return { error: apiErrors.create("input.invalid", { problem }), issues };
}

function causesOf(thrown: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = thrown; at !== undefined && at !== null && chain.length < 10; ) {
    chain.push(at);
    at = at instanceof Error ? at.cause : undefined;
  }
  return chain;
}

/** What the API answers: both languages, the one that was asked for as `text`. */
export type WireFailure = {
  code: string;
  text: string;
  message: { en: string; zh: string };
  retry: "never" | "later" | "now";
  details: ErrorDetails;
  issues?: InputIssue[];
};

export const wireFailure = ({ error, issues }: Failure, locale: "en" | "zh"): WireFailure => ({
  code: error.code,
  text: error.user[locale],
  message: { en: error.user.en, zh: error.user.zh },
  retry: error.retry,
  details: error.details,
  ...(issues.length > 0 ? { issues } : {}),
});
