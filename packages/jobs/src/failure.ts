import { isQinghaoError, type QinghaoError, toWireError } from "@qinghao/kernel";
import { ApplicationFailure } from "@temporalio/common";
import { jobsErrors } from "./errors.ts";

/** An error of no table is tried this often before the job ends with it. */
const attemptsAtUnknown = 5;

/**
 * The failure that Temporal keeps: code, sentences and retry class of the error. What an unknown error says is left
 * out, since it may quote what the job was reading; its kind and place stay.
 */
export function failureOf(error: unknown, attempt: number): ApplicationFailure {
  const known = isQinghaoError(error) ? error : unknownError(error, attempt);
  const failure = ApplicationFailure.create({
    message: known.message,
    type: known.code,
    nonRetryable: known.retry === "never",
    details: [toWireError(known)],
  });
  const places = isQinghaoError(error) ? [] : placesOf(error);
  if (places.length > 0) failure.stack = [`${known.code}: ${known.message}`, ...places].join("\n");
  return failure;
}

function unknownError(error: unknown, attempt: number): QinghaoError {
  const kind = error instanceof Error ? error.name : typeof error;
  return jobsErrors.create(attempt >= attemptsAtUnknown ? "gave-up" : "unexpected", { kind });
}

const placesOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
