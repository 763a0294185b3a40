import { screeningErrors } from "../errors.ts";
import { ColumnCache, type ColumnSource } from "./column-cache.ts";
import { type ColumnSegment, toColumns } from "./column-segment.ts";
import { type FingerprintRows, setBits } from "./fingerprint-rows.ts";
import type { SearchKernel } from "./search-kernel.ts";
import { type PlacedSegment, Searcher, type SearchHits } from "./searcher.ts";

export type SearchOptions = {
  /** The best so many; all that reach the threshold when absent. */
  readonly limit?: number;
  /** Least similarity, 0 to 1; default 0. */
  readonly threshold?: number;
};

export type IndexOptions = {
  /** Bytes of columns to keep in memory; default everything. One segment has to fit. */
  readonly memoryBytes?: number;
};

/** Where the rows of a segment's popcounts and numbers lie in the kernel's memory. */
type SegmentPlace = { readonly rows: number; readonly countsAt: number; readonly numbersAt: number };

/** Exact Tanimoto search over fingerprints of one kind. Not for use by several threads; see `createSearchPool`. */
export class SimilarityIndex {
  readonly bits: number;
  readonly rows: number;
  readonly kernel: SearchKernel;
  readonly cache: ColumnCache;
  readonly #searcher: Searcher;
  readonly #segments: readonly SegmentPlace[];
  /** Rows that have each bit. */
  readonly #columnCounts: Float64Array;
  /** A column of zeros. */
  readonly zerosAt: number;
  /** Space for a screen: addresses of columns, and a bit per row. */
  #screen = { bytes: 0, columnsAt: 0, markedAt: 0 };

  /** @throws `screening.memory.budget` */
  constructor(kernel: SearchKernel, source: ColumnSource, options: IndexOptions = {}) {
    this.kernel = kernel;
    this.bits = source.bits;
    this.rows = source.segments.reduce((sum, { rows }) => sum + rows, 0);
    this.cache = new ColumnCache(kernel, source, options.memoryBytes ?? Number.POSITIVE_INFINITY);
    this.zerosAt = kernel.allocate(source.segments.reduce((most, { stride }) => Math.max(most, stride), 64));
    this.#searcher = new Searcher(kernel, this.zerosAt);
    this.#columnCounts = new Float64Array(source.bits);
    this.#segments = source.segments.map(({ rows, counts, numbers, columnCounts }) => {
      columnCounts.forEach((count, bit) => {
        this.#columnCounts[bit]! += count;
      });
      const countsAt = kernel.allocate(rows * 2);
      const numbersAt = kernel.allocate(rows * 4);
      new Uint16Array(kernel.memory.buffer, countsAt, rows).set(counts);
      kernel.words(numbersAt, rows).set(numbers);
      return { rows, countsAt, numbersAt };
    });
  }

  /** An index of fingerprints in memory. @param segmentRows rows sorted together; default all */
  static of(
    kernel: SearchKernel,
    fingerprints: FingerprintRows,
    segmentRows = Math.max(1, fingerprints.rows),
  ): SimilarityIndex {
    const { bits, rows, bytes } = fingerprints;
    const segments: ColumnSegment[] = [];
    for (let from = 0; from < rows; from += segmentRows) {
      const count = Math.min(segmentRows, rows - from);
      const part = { bits, rows: count, bytes: bytes.subarray((from * bits) / 8, ((from + count) * bits) / 8) };
      segments.push(
        toColumns(
          part,
          Uint32Array.from({ length: count }, (_, row) => from + row),
        ),
      );
    }
    const index = new SimilarityIndex(kernel, sourceOf(bits, segments));
    index.cache.warm();
    return index;
  }

  /** Tiles of 4,096 fingerprints that the last search looked into. */
  get tilesRead(): number {
    return this.#searcher.tilesRead;
  }

  /**
   * The rows most similar to a packed fingerprint, equal to a comparison with every row. Empty fingerprints have
   * similarity 0 with everything.
   * @throws `screening.fingerprint.length`, `screening.search.options`
   */
  search(fingerprint: Uint8Array, options: SearchOptions = {}): SearchHits {
    const { limit, threshold } = this.checkOptions(options);
    const bits = this.orderBits(fingerprint);
    return this.#searcher.search({ bits: bits.length, limit, threshold }, this.place(bits));
  }

  /** The hits of each of several fingerprints, in their order. */
  searchAll(fingerprints: readonly Uint8Array[], options: SearchOptions = {}): SearchHits[] {
    return fingerprints.map((fingerprint) => this.search(fingerprint, options));
  }

  /**
   * Rows that have every bit of a fingerprint, ascending: what a substructure screen lets through.
   * @throws `screening.fingerprint.length`
   */
  rowsContaining(fingerprint: Uint8Array): Uint32Array {
    const bits = this.orderBits(fingerprint);
    const parts: Uint32Array[] = [];
    for (const { rows, numbersAt, columns } of this.place(bits)) {
      const words = Math.ceil(rows / 128);
      const { columnsAt, markedAt } = this.#screenSpace(words * 16);
      this.kernel.words(columnsAt, bits.length).set(columns);
      this.kernel.run.markContaining(columnsAt, bits.length, words, markedAt);
      parts.push(markedNumbers(this.kernel, markedAt, numbersAt, rows));
    }
    const found = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => {
      found.set(part, at);
      return at + part.length;
    }, 0);
    return found.sort();
  }

  checkOptions({ limit, threshold = 0 }: SearchOptions): { limit: number | null; threshold: number } {
    const isLimit = limit === undefined || (Number.isSafeInteger(limit) && limit >= 1);
    if (!isLimit || !(threshold >= 0 && threshold <= 1)) {
      throw screeningErrors.create("search.options", { limit: limit ?? "none", threshold });
    }
    return { limit: limit === undefined ? null : Math.min(limit, Math.max(1, this.rows)), threshold };
  }

  /** The set bits of a fingerprint, those that the fewest rows have first. */
  orderBits(fingerprint: Uint8Array): Uint16Array {
    if (fingerprint.length * 8 !== this.bits) {
      throw screeningErrors.create("fingerprint.length", { bits: fingerprint.length * 8 });
    }
    const counts = this.#columnCounts;
    const bits = setBits(fingerprint);
    // Few bits in nearly the same order from query to query: insertion beats a sort with a comparator.
    for (let i = 1; i < bits.length; i++) {
      const bit = bits[i]!;
      let at = i;
      for (; at > 0 && counts[bits[at - 1]!]! > counts[bit]!; at--) bits[at] = bits[at - 1]!;
      bits[at] = bit;
    }
    return bits;
  }

  #screenSpace(bytes: number): { columnsAt: number; markedAt: number } {
    if (bytes > this.#screen.bytes) {
      this.#screen = { bytes, columnsAt: this.kernel.allocate(this.bits * 4), markedAt: this.kernel.allocate(bytes) };
    }
    return this.#screen;
  }

  /** The segments with the columns of `bits`, read as they are reached. */
  *place(bits: Uint16Array): Generator<PlacedSegment> {
    for (let segment = 0; segment < this.#segments.length; segment++) {
      this.cache.begin();
      yield { ...this.#segments[segment]!, columns: this.cache.place(segment, bits) };
    }
  }
}

function markedNumbers(kernel: SearchKernel, markedAt: number, numbersAt: number, rows: number): Uint32Array {
  const numbers = kernel.words(numbersAt, rows);
  const marks = kernel.words(markedAt, Math.ceil(rows / 32));
  const found = new Uint32Array(rows);
  let count = 0;
  for (let word = 0; word < marks.length; word++) {
    for (let rest = marks[word]!; rest !== 0; rest &= rest - 1) {
      const place = word * 32 + (31 - Math.clz32(rest & -rest));
      if (place < rows) found[count++] = numbers[place]!;
    }
  }
  return found.subarray(0, count);
}

/** Segments in memory as a source. */
export const sourceOf = (bits: number, segments: readonly ColumnSegment[]): ColumnSource => ({
  bits,
  segments,
  readColumns: (segment, first, count, into) => {
    const { columns, stride } = segments[segment]!;
    into.set(columns.subarray(first * stride, (first + count) * stride));
  },
});
