import { mostBits } from "./fingerprint-rows.ts";
import type { SearchKernel } from "./search-kernel.ts";

/** Rows of the library and their Tanimoto similarity, best first; of equal ones the lower row first. */
export type SearchHits = { readonly rows: Uint32Array; readonly similarities: Float64Array };

/** One query as the kernel takes it. */
export type PreparedQuery = {
  /** Its set bits, rarest first. */
  readonly bits: number;
  /** The best so many; null for all that reach the threshold. */
  readonly limit: number | null;
  readonly threshold: number;
};

/** Where the kernel finds a segment. */
export type PlacedSegment = {
  readonly rows: number;
  readonly countsAt: number;
  readonly numbersAt: number;
  /** Addresses of the columns of the query's bits, in its order. */
  readonly columns: Uint32Array;
};

/** Addresses of zeros behind those of the query, so that the kernel always adds whole groups. */
const padding = 31;
const digitBytes = 512;
const scratchBytes = 64 + 14 * digitBytes;
const collectedHits = 65_536;

/** Runs queries on one thread: its own scratch space, the columns shared. */
export class Searcher {
  readonly #kernel: SearchKernel;
  readonly #zerosAt: number;
  readonly #columnsAt: number;
  readonly #scratchAt: number;
  #capacity = 0;
  #similaritiesAt = 0;
  #rowsAt = 0;
  /** Tiles of 4,096 rows that the last query read. */
  tilesRead = 0;

  /** @param zerosAt a column of zeros, as long as the longest */
  constructor(kernel: SearchKernel, zerosAt: number) {
    this.#kernel = kernel;
    this.#zerosAt = zerosAt;
    this.#columnsAt = kernel.allocate((mostBits + padding) * 4);
    this.#scratchAt = kernel.allocate(scratchBytes);
    this.#reserve(collectedHits);
  }

  search(query: PreparedQuery, segments: Iterable<PlacedSegment>): SearchHits {
    const { bits, limit, threshold } = query;
    const { run } = this.#kernel;
    if (limit !== null) this.#reserve(limit);
    run.beginQuery(
      this.#columnsAt,
      this.#scratchAt,
      bits,
      threshold,
      limit ?? 0,
      this.#similaritiesAt,
      this.#rowsAt,
      this.#capacity,
    );
    const taken: SearchHits[] = [];
    this.tilesRead = 0;
    for (const { rows, countsAt, numbersAt, columns } of segments) {
      const addresses = this.#kernel.words(this.#columnsAt, bits + padding);
      addresses.set(columns);
      addresses.fill(this.#zerosAt, bits);
      run.beginSegment(countsAt, numbersAt, rows);
      while (run.scan() === 0) {
        taken.push(this.#take());
        run.dropHits(this.#similaritiesAt, this.#rowsAt, this.#capacity);
      }
      this.tilesRead += run.scannedTiles();
    }
    if (limit !== null) {
      run.orderHits();
      return this.#take();
    }
    taken.push(this.#take());
    return sortHits(taken);
  }

  #take(): SearchHits {
    const count = this.#kernel.run.foundHits();
    const { buffer } = this.#kernel.memory;
    return {
      rows: new Uint32Array(buffer, this.#rowsAt, count).slice(),
      similarities: new Float64Array(buffer, this.#similaritiesAt, count).slice(),
    };
  }

  #reserve(hits: number): void {
    if (hits <= this.#capacity) return;
    this.#capacity = hits;
    this.#similaritiesAt = this.#kernel.allocate(hits * 8);
    this.#rowsAt = this.#kernel.allocate(hits * 4);
  }
}

/** Hits of several searches of different rows in one order. */
export function sortHits(parts: readonly SearchHits[], limit = Number.POSITIVE_INFINITY): SearchHits {
  const count = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const rows = new Uint32Array(count);
  const similarities = new Float64Array(count);
  let at = 0;
  for (const part of parts) {
    rows.set(part.rows, at);
    similarities.set(part.similarities, at);
    at += part.rows.length;
  }
  const order = Uint32Array.from(rows.keys())
    .sort((a, b) => similarities[b]! - similarities[a]! || rows[a]! - rows[b]!)
    .subarray(0, limit);
  return {
    rows: Uint32Array.from(order, (i) => rows[i]!),
    similarities: Float64Array.from(order, (i) => similarities[i]!),
  };
}
