import { failureFrom } from "@qinghao/api/client";
import { isQinghaoError } from "@qinghao/kernel";
import type { Language } from "../terminal/language.ts";

/** The sentence for an error that is known: our own, or one that the server explained; null for any other. */
export function failureFromServer(error: unknown, language: Language): string | null {
  if (isQinghaoError(error)) return `${error.user[language]} [${error.code}]`;
  const failure = failureFrom(error);
  if (failure === null) return null;
  const issues = (failure.issues ?? []).slice(1).map(({ path, message }) => `\n  ${path}: ${message}`);
  return `${failure.message[language]} [${failure.code}]${issues.join("")}`;
}
