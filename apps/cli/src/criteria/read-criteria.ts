import { type CriteriaDocument, criteriaDocumentSchema } from "@qinghao/trials/schema";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { readText } from "../read-file.ts";

/** A criteria document as `criteria parse` writes it. Throws with exit code 3 and the place of what is wrong. */
export async function readCriteria(io: Io, path: string): Promise<CriteriaDocument> {
  const text = await readText(io, path);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw unreadable(path, "not valid JSON");
  }
  const parsed = criteriaDocumentSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw unreadable(path, `${issue?.path.join(".") || "document"}: ${issue?.message ?? "not a criteria document"}`);
}

const unreadable = (path: string, reason: string): ExitError =>
  new ExitError(exitCodes.unreadable, cliErrors.create("criteria.unreadable", { path, reason }));
