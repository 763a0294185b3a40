import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { cliErrors } from "./errors.ts";
import { ExitError, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";

/** The bytes of a file, of standard input for `-`, unpacked where they are gzip. Throws with exit code 3. */
export async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  const bytes = await (path === "-" ? buffer(io.stdin) : readFile(path)).catch((cause: unknown) => {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    const error =
      code === "ENOENT"
        ? cliErrors.create("input.missing", { path })
        : cliErrors.create("input.unreadable", { path, reason: code });
    throw new ExitError(exitCodes.unreadable, error);
  });
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** Text of a file in UTF-8, with or without a mark. */
export const readText = async (io: Io, path: string): Promise<string> =>
  new TextDecoder().decode(await readBytes(io, path));

/** The ending of a file's name without `.gz`, in lower case. */
export const endingOf = (path: string): string => /\.([a-z0-9]+)(\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? "";
