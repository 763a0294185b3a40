import { artifactsErrors } from "./errors.ts";
import { type ArtifactStore, checkKey, chunksOf } from "./store.ts";

type Stored = { bytes: Uint8Array; sha256: string };

/** A store that lives in memory and runs anywhere: for tests, the browser and one-shot commands. */
export function createMemoryStore(): ArtifactStore {
  const stored = new Map<string, Stored>();
  const read = (key: string): Stored => {
    const found = stored.get(checkKey(key));
    if (found === undefined) throw artifactsErrors.create("artifact.missing", { key });
    return found;
  };
  return {
    async put(key, source) {
      checkKey(key);
      const bytes = await joined(chunksOf(source));
      const sha256 = await sha256Hex(bytes);
      stored.set(key, { bytes, sha256 });
      return { key, size: bytes.byteLength, sha256 };
    },
    get: async (key) => read(key).bytes.slice(),
    async *open(key) {
      yield read(key).bytes.slice();
    },
    async stat(key) {
      const found = stored.get(checkKey(key));
      return found === undefined ? null : { size: found.bytes.byteLength, sha256: found.sha256 };
    },
    async *list(prefix) {
      yield* [...stored.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
    async remove(key) {
      stored.delete(checkKey(key));
    },
  };
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk.slice());
    size += chunk.byteLength;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of parts) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
