import type { InputRecord, ReadOptions } from "../src/index.ts";
import { readRecords } from "../src/index.ts";

/** A stream of the bytes in chunks of the given sizes, repeated until all is given. */
export async function* inChunks(bytes: Uint8Array, sizes: readonly number[] = [65536]): AsyncGenerator<Uint8Array> {
  for (let at = 0, k = 0; at < bytes.length; k++) {
    const size = Math.max(1, sizes[k % sizes.length]!);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function readAll(
  file: Uint8Array | string,
  options: ReadOptions = {},
  sizes?: readonly number[],
): Promise<InputRecord[]> {
  const bytes = typeof file === "string" ? encode(file) : file;
  const records: InputRecord[] = [];
  for await (const record of readRecords(inChunks(bytes, sizes), options)) records.push(record);
  return records;
}

/** "row:line name text {fields}" of a good record, "row:line !code" of a bad one. */
export function brief(record: InputRecord): string {
  const place = `${record.row}:${record.line}`;
  if (!record.ok) return `${place} !${record.error.code.replace("chemistry.", "")}`;
  const fields = Object.entries(record.fields).map(([name, value]) => `${name}=${value}`);
  return [place, record.name ?? "-", record.text, ...fields].join(" | ");
}
