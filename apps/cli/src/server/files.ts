import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import type { UploadView } from "@qinghao/api/schema";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openOutput } from "../output.ts";
import type { Server } from "./connection.ts";

/** Streams a file (or `-`, standard input) to the server. */
export async function uploadFile(io: Io, server: Server, path: string): Promise<UploadView> {
  const isStdin = path === "-";
  const size = isStdin ? null : await sizeOf(path);
  const source = isStdin ? io.stdin : createReadStream(path);
  const body = Readable.toWeb(Readable.from(source, { objectMode: false })) as ReadableStream<Uint8Array>;
  const response = await server.fetch(`/uploads?fileName=${encodeURIComponent(isStdin ? "stdin" : basename(path))}`, {
    method: "POST",
    body,
    duplex: "half",
    headers: { "content-type": "application/octet-stream", ...(size === null ? {} : { "content-length": `${size}` }) },
  });
  return (await response.json()) as UploadView;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code ?? error.message;
    const known =
      reason === "ENOENT"
        ? cliErrors.create("input.missing", { path })
        : cliErrors.create("input.unreadable", { path, reason });
    throw new ExitError(exitCodes.unreadable, known);
  });
  if (!found.isFile()) {
    throw new ExitError(exitCodes.unreadable, cliErrors.create("input.unreadable", { path, reason: "not a file" }));
  }
  return found.size;
}

/** Streams a download to a file (whole or not at all) or, for `-`, to standard output. */
export async function downloadFile(io: Io, server: Server, path: string, out: string): Promise<void> {
  const response = await server.fetch(path);
  const output = await openOutput(io, out);
  try {
    for await (const piece of response.body ?? []) await output.write(piece);
  } catch (error) {
    await output.leave();
    throw io.signal.aborted ? error : cliErrors.create("server.broke_off", { server: server.url }, error);
  }
  await output.complete();
}
