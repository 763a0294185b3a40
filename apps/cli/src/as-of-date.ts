import { exactDay } from "@qinghao/clinical";
import { cliErrors } from "./errors.ts";
import { ExitError, exitCodes } from "./exit-codes.ts";

/** A whole calendar date; today of this computer's calendar where none is given. */
export function asOfDate(given: string | undefined, wallClock: number): string {
  if (given === undefined) {
    const today = new Date(wallClock);
    const two = (part: number) => String(part).padStart(2, "0");
    return `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
  }
  try {
    exactDay(given);
    return given;
  } catch {
    throw new ExitError(
      exitCodes.misuse,
      cliErrors.create("option.invalid", { option: "--as-of", problem: "expected a date such as 2026-01-31" }),
    );
  }
}
