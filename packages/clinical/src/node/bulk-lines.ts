import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** Bytes that are read from a file at once, and a gap between wanted lines that is read rather than skipped. */
const CHUNK_BYTES = 1 << 20;
const SMALL_GAP = 1 << 14;
const NEWLINE = 10;

/** A stretch of a file's text. */
export type Place = { readonly start: number; readonly length: number };

/**
 * A text file of lines that can be read through once, and again at places. Nothing of it is held, but for a gzip file,
 * which gives no place to read from: that one is held unpacked.
 */
export type LineFile = {
  /** Every line in turn, numbered from 1, blank ones left out. `bytes` is overwritten by the next line. */
  lines(): Generator<{ number: number; bytes: Buffer } & Place>;
  /** Lines at places in rising order. */
  readAt(places: readonly Place[]): Generator<Buffer>;
  close(): void;
};

export function openLines(file: string): LineFile {
  if (file.endsWith(".gz")) {
    const all = gunzipSync(readFileSync(file));
    const copy = (target: Buffer, at: number) => all.copy(target, 0, at, at + target.length);
    return linesOver(copy, () => {});
  }
  const handle = openSync(file, "r");
  const read = (target: Buffer, at: number): number => {
    let filled = 0;
    while (filled < target.length) {
      const count = readSync(handle, target, filled, target.length - filled, at + filled);
      if (count === 0) break;
      filled += count;
    }
    return filled;
  };
  return linesOver(read, () => closeSync(handle));
}

/** @param read fills the target from a byte of the file on; fewer bytes only at its end */
function linesOver(read: (target: Buffer, at: number) => number, close: () => void): LineFile {
  return {
    *lines() {
      let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      let held = 0;
      let from = 0;
      let number = 0;
      for (let isEnd = false; !isEnd; ) {
        if (held === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
        held += read(buffer.subarray(held), from + held);
        isEnd = held < buffer.length;
        let start = 0;
        for (;;) {
          const found = buffer.subarray(0, held).indexOf(NEWLINE, start);
          const end = found >= 0 ? found : isEnd ? held : -1;
          if (end < 0 || start >= held) break;
          number++;
          const bytes = buffer.subarray(start, end);
          if (!isBlank(bytes)) yield { number, bytes, start: from + start, length: end - start };
          start = end + 1;
        }
        start = Math.min(start, held);
        buffer.copy(buffer, 0, start, held);
        held -= start;
        from += start;
      }
    },
    *readAt(places) {
      for (let first = 0; first < places.length; ) {
        let last = first;
        while (last + 1 < places.length && isNear(places[first]!, places[last]!, places[last + 1]!)) last++;
        const { start } = places[first]!;
        const buffer = Buffer.allocUnsafe(endOf(places[last]!) - start);
        const run = buffer.subarray(0, read(buffer, start));
        for (const place of places.slice(first, last + 1))
          yield run.subarray(place.start - start, endOf(place) - start);
        first = last + 1;
      }
    },
    close,
  };
}

const endOf = ({ start, length }: Place): number => start + length;
const isNear = (first: Place, last: Place, next: Place): boolean =>
  next.start - endOf(last) <= SMALL_GAP && endOf(next) - first.start <= CHUNK_BYTES;

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
