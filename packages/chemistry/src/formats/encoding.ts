import type { QinghaoError } from "@qinghao/kernel";
import { isQinghaoError } from "@qinghao/kernel";
import type { FileEncoding } from "../schema.ts";

/** The encoding of a text from its first bytes: a byte order mark, zero bytes at every second place, or validity. */
export function detectEncoding(head: Uint8Array): FileEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const sample = Math.min(head.length & ~1, 4096);
  for (let i = 0; i < sample; i++) if (head[i] === 0) zeros[i & 1]!++;
  const many = sample * 0.3;
  if (sample >= 4 && zeros[1]! > many && zeros[0]! < many / 10) return "utf-16le";
  if (sample >= 4 && zeros[0]! > many && zeros[1]! < many / 10) return "utf-16be";
  return isValid(head, "utf-8") || !isValid(head, "gb18030") ? "utf-8" : "gb18030";
}

/** Whether bytes are valid in an encoding, a character cut off at the end allowed. */
function isValid(bytes: Uint8Array, encoding: FileEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Decodes a stream to text without its byte order mark. `guessed` is the encoding of the head; where the head was plain
 * ASCII and the first other bytes are no UTF-8, the rest is read as GB18030. An error value is passed on.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array | QinghaoError>,
  guessed: FileEncoding,
): AsyncGenerator<string | QinghaoError> {
  let decoder = new TextDecoder(guessed);
  let undecided = guessed === "utf-8";
  for await (const chunk of source) {
    if (isQinghaoError(chunk)) {
      yield decoder.decode();
      yield chunk;
      return;
    }
    if (undecided && !isAscii(chunk)) {
      undecided = false;
      if (!isValid(chunk, "utf-8") && isValid(chunk, "gb18030")) decoder = new TextDecoder("gb18030");
    }
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! > 127) return false;
  return true;
}
