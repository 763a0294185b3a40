import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isQinghaoError, type QinghaoError } from "@qinghao/kernel";
import { artifactsErrors } from "./errors.ts";
import { type ArtifactStat, type ArtifactStore, checkKey, chunksOf } from "./store.ts";

const sidecarPattern = /^([0-9a-f]{64}) (\d+)\n$/;

/**
 * A store in one local folder. Each artifact is a file with a sidecar `<file>.sha256` that holds its checksum and size.
 * A write goes to a `.part` file first and is renamed when complete, so that a killed process never leaves half an
 * artifact under its key. The sidecar is written last: a file without one does not exist for readers.
 */
export function createFolderStore(directory: string): ArtifactStore {
  const pathOf = (key: string) => join(directory, ...checkKey(key).split("/"));

  const stat = async (key: string): Promise<ArtifactStat | null> => {
    const path = pathOf(key);
    const sidecar = await readFile(`${path}.sha256`, "utf8").catch((error: unknown) => {
      if (hasCode(error, "ENOENT")) return null;
      throw storeError(error);
    });
    if (sidecar === null) return null;
    const match = sidecarPattern.exec(sidecar);
    if (match === null) throw artifactsErrors.create("artifact.corrupt", { key });
    return { sha256: match[1]!, size: Number(match[2]) };
  };

  async function* read(key: string): AsyncIterable<Uint8Array> {
    const expected = await stat(key);
    if (expected === null) throw artifactsErrors.create("artifact.missing", { key });
    const hash = createHash("sha256");
    try {
      for await (const chunk of createReadStream(pathOf(key), { highWaterMark: 256 * 1024 })) {
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      if (hasCode(error, "ENOENT")) throw artifactsErrors.create("artifact.missing", { key });
      throw isSystemError(error) ? storeError(error) : error;
    }
    if (hash.digest("hex") !== expected.sha256) throw artifactsErrors.create("artifact.corrupt", { key });
  }

  return {
    async put(key, source) {
      const path = pathOf(key);
      const part = `${path}.${randomUUID()}.part`;
      try {
        await mkdir(dirname(path), { recursive: true });
        const { sha256, size } = await writePart(part, chunksOf(source));
        await rm(`${path}.sha256`, { force: true });
        await rename(part, path);
        await writeFile(`${part}.sum`, `${sha256} ${size}\n`);
        await rename(`${part}.sum`, `${path}.sha256`);
        return { key, size, sha256 };
      } catch (error) {
        await Promise.all([rm(part, { force: true }), rm(`${part}.sum`, { force: true })]);
        throw isSystemError(error) ? storeError(error) : error;
      }
    },
    async get(key) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of read(key)) chunks.push(chunk);
      return new Uint8Array(Buffer.concat(chunks));
    },
    open: read,
    stat,
    async *list(prefix) {
      yield* (await keysUnder(directory, "")).filter((key) => key.startsWith(prefix)).sort();
    },
    async remove(key) {
      const path = pathOf(key);
      await rm(`${path}.sha256`, { force: true });
      await rm(path, { force: true });
    },
  };
}

async function writePart(path: string, chunks: AsyncIterable<Uint8Array>): Promise<ArtifactStat> {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(path, "w");
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.byteLength;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest("hex") };
}

/** Keys of all complete artifacts below the folder, found by their sidecars. */
async function keysUnder(directory: string, prefix: string): Promise<string[]> {
  const entries = await readdir(join(directory, prefix), { withFileTypes: true }).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return [];
    throw storeError(error);
  });
  const keys: string[] = [];
  for (const entry of entries) {
    const key = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) keys.push(...(await keysUnder(directory, key)));
    else if (key.endsWith(".sha256")) keys.push(key.slice(0, -".sha256".length));
  }
  return keys;
}

type SystemError = Error & { code: string; syscall: string };
const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && !isQinghaoError(error) && "code" in error && "syscall" in error;
const hasCode = (error: unknown, code: string): boolean => isSystemError(error) && error.code === code;

function storeError(error: unknown): QinghaoError {
  if (hasCode(error, "ENOSPC")) return artifactsErrors.create("store.full", {}, error);
  return artifactsErrors.create("store.unavailable", { reason: isSystemError(error) ? error.code : "unknown" }, error);
}
