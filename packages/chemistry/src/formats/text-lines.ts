import { isQinghaoError, type QinghaoError, unwrap } from "@qinghao/kernel";
import { gunzip, peek } from "./bytes.ts";
import { detectText } from "./detect.ts";
import { decodeText } from "./encoding.ts";
import { type Line, readLines } from "./lines.ts";
import { defaultLimits, type ReadLimits } from "./records.ts";

const HEAD_BYTES = 1 << 16;

/**
 * Lines of a text file as a stream, in batches: gzipped or not, in UTF-8, UTF-16 or GB18030, empty lines included.
 * Throws `file.empty`, `file.binary`, and after the lines before it what ended a compressed file early.
 */
export async function* readTextLines(
  source: AsyncIterable<Uint8Array>,
  options: { limits?: Partial<ReadLimits>; signal?: AbortSignal } = {},
): AsyncGenerator<Line[], void, undefined> {
  const limits: ReadLimits = { ...defaultLimits, ...options.limits };
  const { head, whole } = await peek(source, HEAD_BYTES);
  const { gzip, encoding } = unwrap(detectText(head));
  const bytes: AsyncIterable<Uint8Array | QinghaoError> = gzip ? gunzip(whole, limits) : whole;
  for await (const lines of readLines(decodeText(bytes, encoding), limits.lineLength)) {
    options.signal?.throwIfAborted();
    if (isQinghaoError(lines)) throw lines;
    yield lines;
  }
}
