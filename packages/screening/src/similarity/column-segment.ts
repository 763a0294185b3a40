import { type FingerprintRows, popcount, requireBits } from "./fingerprint-rows.ts";

/** What is known of a segment without its columns. */
export type SegmentInfo = {
  readonly rows: number;
  /** Bytes from one column to the next: an odd number of cache lines, so that columns do not compete for cache sets. */
  readonly stride: number;
  /** Set bits of each fingerprint, ascending. */
  readonly counts: Uint16Array;
  /** Row number of each fingerprint in the library. */
  readonly numbers: Uint32Array;
  /** Fingerprints that have each bit. */
  readonly columnCounts: Uint32Array;
};

/** Fingerprints sorted by popcount and stored by column: bit b of place p is bit p % 8 of byte `b * stride + p / 8`. */
export type ColumnSegment = SegmentInfo & { readonly columns: Uint8Array };

/** Bytes of one column of a segment of so many rows: whole 64-byte lines, an odd number of them. */
export function strideOf(rows: number): number {
  const lines = Math.max(1, Math.ceil(rows / 512));
  return 64 * (lines % 2 === 0 ? lines + 1 : lines);
}

/**
 * Sorts fingerprints by popcount (then by row number) and turns rows into columns. Cost: one visit per set bit.
 * @param numbers row number of each fingerprint; `0, 1, 2, …` when absent
 */
export function toColumns(fingerprints: FingerprintRows, numbers?: Uint32Array): ColumnSegment {
  const { bits, rows, bytes } = fingerprints;
  requireBits(bits);
  const width = bits / 8;
  const numberOf = (row: number) => numbers?.[row] ?? row;
  const unsorted = Uint16Array.from({ length: rows }, (_, row) => popcount(bytes, row * width, width));
  const places = sortByCount(unsorted, bits, numberOf);
  const stride = strideOf(rows);
  const columns = new Uint8Array(bits * stride);
  const columnCounts = new Uint32Array(bits);
  const counts = new Uint16Array(rows);
  const sortedNumbers = new Uint32Array(rows);
  for (let place = 0; place < rows; place++) {
    const row = places[place]!;
    counts[place] = unsorted[row]!;
    sortedNumbers[place] = numberOf(row);
    const at = place >> 3;
    const mask = 1 << (place & 7);
    for (let byte = 0; byte < width; byte++) {
      for (let rest = bytes[row * width + byte]!; rest !== 0; rest &= rest - 1) {
        const bit = byte * 8 + (31 - Math.clz32(rest & -rest));
        columns[bit * stride + at]! |= mask;
        columnCounts[bit]!++;
      }
    }
  }
  return { rows, stride, counts, numbers: sortedNumbers, columnCounts, columns };
}

/** Rows by ascending popcount; rows of one popcount keep their order. */
function sortByCount(counts: Uint16Array, bits: number, numberOf: (row: number) => number): Uint32Array {
  const next = new Uint32Array(bits + 2);
  for (const count of counts) next[count + 1]!++;
  for (let count = 0; count <= bits; count++) next[count + 1]! += next[count]!;
  const places = new Uint32Array(counts.length);
  const isAscending = counts.every((_, row) => row === 0 || numberOf(row) > numberOf(row - 1));
  const rows = Uint32Array.from(counts.keys());
  if (!isAscending) rows.sort((a, b) => numberOf(a) - numberOf(b));
  for (const row of rows) places[next[counts[row]!]!++] = row;
  return places;
}

/** The packed fingerprint at one place of a segment. */
export function rowOfColumns(columns: Uint8Array, stride: number, bits: number, place: number): Uint8Array {
  const fingerprint = new Uint8Array(bits / 8);
  for (let bit = 0; bit < bits; bit++) {
    if ((columns[bit * stride + (place >> 3)]! >> (place & 7)) & 1) fingerprint[bit >> 3]! |= 1 << (bit & 7);
  }
  return fingerprint;
}
