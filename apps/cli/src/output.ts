import { createWriteStream } from "node:fs";
import { realpath, rename, stat } from "node:fs/promises";
import { cliErrors } from "./errors.ts";
import { ExitError, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";

/** Where results go. A file is written as `<name>.part` and takes its name when it is complete. */
export type Output = {
  /** Resolves when the receiver is ready for more. */
  write(piece: string | Uint8Array): Promise<void>;
  /** Ends the output under its final name. */
  complete(): Promise<void>;
  /** Ends the output early. @returns where what was written lies; null where that is nowhere (a pipe). */
  leave(): Promise<string | null>;
};

/**
 * Opens a file, or standard output for `-`. A link is followed, and what is no plain file (a device, a named pipe) is
 * written as it is, never replaced. Throws with exit code 2 when it cannot be written.
 */
export async function openOutput(io: Io, path: string): Promise<Output> {
  if (path === "-") {
    return { write: (piece) => send(io.stdout, piece), complete: async () => {}, leave: async () => null };
  }
  const place = await placeOf(path);
  const target = place.isPlain ? `${place.path}.part` : place.path;
  const failed = (error: unknown) => {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return cliErrors.create("output.unwritable", { path, reason }, error);
  };
  const file = createWriteStream(target, { highWaterMark: 1 << 20 });
  await new Promise<void>((resolve, reject) => {
    file.once("open", () => resolve());
    file.once("error", (error) => reject(new ExitError(exitCodes.misuse, failed(error))));
  });
  // Failures after opening are those of a write, which rejects; without a listener they would end the process.
  file.on("error", () => {});
  const end = () =>
    new Promise<void>((resolve, reject) =>
      file.end((error?: Error | null) => (error ? reject(failed(error)) : resolve())),
    );
  return {
    write: (piece) => send(file, piece).catch((error) => Promise.reject(failed(error))),
    async complete() {
      await end();
      if (place.isPlain) await rename(target, place.path).catch((error) => Promise.reject(failed(error)));
    },
    async leave() {
      await end();
      return place.isPlain ? target : null;
    },
  };
}

/** The file behind a link, and whether it is (or will be) a plain file. */
async function placeOf(path: string): Promise<{ path: string; isPlain: boolean }> {
  const found = await stat(path).catch(() => null);
  return found === null ? { path, isPlain: true } : { path: await realpath(path), isPlain: found.isFile() };
}

/** Writes; waits only while the receiver's buffer is full. */
function send(out: NodeJS.WritableStream, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (out.write(piece, (error) => error && reject(error))) resolve();
    else out.once("drain", resolve);
  });
}
