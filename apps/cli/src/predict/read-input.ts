import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";

/** The bytes of an input, and how much of them was taken so far (0 to 1, null for standard input). */
export type Input = {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
  fraction(): number | null;
};

/** Opens a file, or standard input for `-`. Throws with exit code 3 when there is nothing to read. */
export async function openInput(io: Io, path: string): Promise<Input> {
  if (path === "-") return { name: "stdin", bytes: chunksOf(io.stdin), fraction: () => null };
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  if (found.isDirectory()) throw unreadable(path, new Error("it is a folder"));
  let taken = 0;
  async function* counted(): AsyncIterable<Uint8Array> {
    try {
      for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
        taken += chunk.length;
        yield chunk;
      }
    } catch (error) {
      throw unreadable(path, error);
    }
  }
  return { name: path, bytes: counted(), fraction: () => (found.size > 0 ? taken / found.size : null) };
}

async function* chunksOf(stream: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

function unreadable(path: string, error: unknown): ExitError {
  const reason =
    error instanceof Error && "code" in error && typeof error.code === "string"
      ? error.code
      : error instanceof Error
        ? error.message
        : "unknown";
  const known =
    reason === "ENOENT"
      ? cliErrors.create("input.missing", { path })
      : cliErrors.create("input.unreadable", { path, reason }, error);
  return new ExitError(exitCodes.unreadable, known);
}
