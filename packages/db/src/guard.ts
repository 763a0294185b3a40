import { isQinghaoError, type QinghaoError } from "@qinghao/kernel";
import { dbErrors } from "./errors.ts";

/** Codes of the driver and of the operating system that mean: the server is not there at the moment. */
const awayCodes = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT",
]);
/** SQLSTATE classes 08 connection, 53 resources, 57P shutdown or starting up, 58 system. */
const awayState = /^(08|53|57P|58)/;
/** Serialization failure, deadlock, lock not available, unique violation. */
const conflictStates = new Set(["40001", "40P01", "55P03", "23505"]);

/** Turns a failure of driver or query builder into one of `dbErrors`, leaving out the statement and its parameters: they hold molecules. */
export function databaseError(error: unknown): QinghaoError | null {
  if (isQinghaoError(error)) return error;
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : null;
    if (code === null) continue;
    if (awayCodes.has(code) || awayState.test(code)) return dbErrors.create("away");
    if (conflictStates.has(code)) return dbErrors.create("conflict");
    if (/^[0-9A-Z]{5}$/.test(code)) return dbErrors.create("failed", { sqlstate: code });
  }
  return null;
}

/** Runs a database operation; what it throws is a `QinghaoError` where the database caused it. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseError(error) ?? error;
  }
}
