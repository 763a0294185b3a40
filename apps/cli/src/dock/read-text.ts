import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";

/** A whole text file, unpacked where it is gzipped. Throws an ExitError with code 3 where it cannot be read. */
export async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const known =
      code === "ENOENT"
        ? cliErrors.create("input.missing", { path })
        : cliErrors.create("input.unreadable", { path, reason: code }, error);
    throw new ExitError(exitCodes.unreadable, known);
  }
}

/** The ending of a file's name without `.gz`, in lower case. */
export const endingOf = (path: string): string => /\.([a-z0-9]+)(\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? "";
