import type { QinghaoError } from "@qinghao/kernel";
import { Gunzip } from "fflate";
import { chemErrors } from "../errors.ts";
import type { ReadLimits } from "./records.ts";

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Compressed bytes that are inflated at a time; a bomb grows each of them to at most 16 MiB before it is noticed. */
const SLICE = 1 << 14;
/** A file that stays below this is never called a bomb. */
const HARMLESS = 64 * 2 ** 20;

/**
 * Inflates a gzip stream of one or more members. Ends with an error value, after all bytes before it, where the stream is
 * cut short, damaged, or grows beyond the limits.
 */
export async function* gunzip(
  source: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<Uint8Array | QinghaoError> {
  const inflater = new Inflater();
  let bytesIn = 0;
  let bytesOut = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += SLICE) {
      const slice = chunk.subarray(at, at + SLICE);
      bytesIn += slice.length;
      for (const out of inflater.push(slice, false)) {
        bytesOut += out.length;
        yield out;
      }
      if (inflater.failed) return yield chemErrors.create("file.gzip_truncated");
      if (bytesOut > HARMLESS && bytesOut > limits.decompressionRatio * bytesIn) {
        return yield bombError(`${limits.decompressionRatio} ×`);
      }
      if (bytesOut > limits.decompressedBytes) {
        return yield bombError(`${Math.round(limits.decompressedBytes / 2 ** 20)} MiB`);
      }
    }
  }
  yield* inflater.push(new Uint8Array(0), true);
  if (inflater.failed) yield chemErrors.create("file.gzip_truncated");
}

/** Inflates what it can of the first bytes of a gzip file. */
export function gunzipHead(head: Uint8Array): Uint8Array {
  const inflater = new Inflater();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < head.length && length < 1 << 18 && !inflater.failed; at += SLICE) {
    for (const part of inflater.push(head.subarray(at, at + SLICE), false)) {
      parts.push(part);
      length += part.length;
    }
  }
  return concatenate(parts);
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const bombError = (limit: string): QinghaoError => chemErrors.create("file.gzip_bomb", { limit });

/** Compressed bytes that are kept to find the checksum before a member's end, past any header that a slice cut. */
const HISTORY = 4096;

/** Inflates pieces of a gzip stream and compares each member with its checksum. */
class Inflater {
  failed = false;
  #out: Uint8Array[] = [];
  #crc = 0;
  #history: Uint8Array = new Uint8Array(0);
  #bytesIn = 0;
  readonly #stream: Gunzip;

  constructor() {
    this.#stream = new Gunzip((chunk) => {
      if (chunk.length === 0) return;
      this.#crc = crc32(chunk, this.#crc);
      this.#out.push(chunk);
    });
    this.#stream.onmember = (offset) => this.#endMember(offset);
  }

  push(bytes: Uint8Array, final: boolean): Uint8Array[] {
    this.#history = concatenate([this.#history.subarray(-HISTORY), bytes]);
    this.#bytesIn += bytes.length;
    try {
      this.#stream.push(bytes, final);
      if (final) this.#endMember(this.#bytesIn);
    } catch {
      this.failed = true;
    }
    const out = this.#out;
    this.#out = [];
    return out;
  }

  /** A member ends at this offset of the stream; its last 8 bytes are CRC-32 and length. */
  #endMember(offset: number): void {
    const at = this.#history.length - (this.#bytesIn - offset) - 8;
    const trailer = this.#history.subarray(Math.max(0, at), at + 4);
    if (trailer.length < 4 || readUint32(trailer) !== this.#crc) this.failed = true;
    this.#crc = 0;
  }
}

const readUint32 = (bytes: Uint8Array): number =>
  (bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24)) >>> 0;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 of RFC 1952, going on from `start`. */
function crc32(bytes: Uint8Array, start: number): number {
  let crc = ~start;
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The first bytes of a stream, and the whole stream again. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done === true) break;
    read.push(next.value);
    length += next.value.length;
  }
  async function* whole() {
    try {
      yield* read.splice(0);
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: concatenate(read), whole: whole() };
}
