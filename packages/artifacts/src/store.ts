import { artifactsErrors } from "./errors.ts";

/** What is known of a stored artifact: its size in bytes and the SHA-256 of its bytes in lower-case hexadecimal. */
export type ArtifactStat = { size: number; sha256: string };
export type ArtifactBytes = Uint8Array | AsyncIterable<Uint8Array>;

/** Keyed, immutable-by-convention byte storage. Writing a key again replaces it. */
export interface ArtifactStore {
  /** Stores the bytes; a stream that throws leaves the former artifact as it was. */
  put(key: string, bytes: ArtifactBytes): Promise<ArtifactStat & { key: string }>;
  /** All bytes, checked against the checksum. For small artifacts; use `open` for large ones. */
  get(key: string): Promise<Uint8Array>;
  /** A stream of the bytes; throws `artifacts.artifact.corrupt` at its end where the checksum does not match. */
  open(key: string): AsyncIterable<Uint8Array>;
  stat(key: string): Promise<ArtifactStat | null>;
  /** Keys that start with the prefix, in ascending order. */
  list(prefix: string): AsyncIterable<string>;
  /** Removes the artifact; removing a missing one is not an error. */
  remove(key: string): Promise<void>;
}

const part = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,200}$/;
const reserved = /\.(sha256|part)$/;

/** Throws `artifacts.key.invalid` unless the key is a relative path of safe parts (`runs/run_x/shards/0007.json`). */
export function checkKey(key: string): string {
  const parts = key.split("/");
  const safe = key.length <= 1000 && parts.every((name) => part.test(name) && !reserved.test(name));
  if (!safe) throw artifactsErrors.create("key.invalid");
  return key;
}

/** The same sequence of chunks for both forms of bytes. */
export async function* chunksOf(bytes: ArtifactBytes): AsyncIterable<Uint8Array> {
  if (bytes instanceof Uint8Array) yield bytes;
  else yield* bytes;
}
