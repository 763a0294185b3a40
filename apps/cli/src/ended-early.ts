import { isQinghaoError } from "@qinghao/kernel";
import { cliErrors } from "./errors.ts";
import { ExitError, exitCodes } from "./exit-codes.ts";

/** Stopped by Ctrl-C; `part` is where the partial output lies. */
export function stopped(rows: number, part: string | null): ExitError {
  const where = part === null ? cliErrors.create("stopped", { rows }) : cliErrors.create("stopped_at", { rows, part });
  return new ExitError(exitCodes.interrupted, where);
}

/** The input failed after some rows; what was read is in the output. */
export function brokenOff(failure: unknown, rows: number): ExitError {
  const cause = failure instanceof ExitError ? failure.cause : failure;
  const reason = isQinghaoError(cause) ? cause.user : { en: "it could not be read on", zh: "无法继续读取" };
  const known = cliErrors.create("input.broken_off", { rows, en: reason.en, zh: reason.zh }, cause);
  return new ExitError(exitCodes.failed, known);
}
