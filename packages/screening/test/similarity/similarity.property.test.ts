// The oracle is the definition: |A and B| / |A or B| of every row, sorted by similarity, then by row.
import { readFile } from "node:fs/promises";
import { createRng } from "@qinghao/kernel";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type FingerprintRows, SearchKernel, SimilarityIndex, toColumns } from "../../src/index.ts";
import { createSearchPool, loadSearchKernel } from "../../src/node.ts";
import { rowOfColumns } from "../../src/similarity/column-segment.ts";
import { sourceOf } from "../../src/similarity/similarity-index.ts";

let kernel: SearchKernel;
beforeAll(async () => {
  kernel = await loadSearchKernel();
});

type Hit = { row: number; similarity: number };

const popcounts = Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll("0", "").length);
const popcountOf = (byte: number): number => popcounts[byte]!;
const rowOf = ({ bits, bytes }: FingerprintRows, row: number): Uint8Array =>
  bytes.slice((row * bits) / 8, ((row + 1) * bits) / 8);

function bruteForce(library: FingerprintRows, query: Uint8Array, limit?: number, threshold = 0): Hit[] {
  const hits: Hit[] = [];
  for (let row = 0; row < library.rows; row++) {
    const fingerprint = rowOf(library, row);
    let [both, either] = [0, 0];
    fingerprint.forEach((byte, i) => {
      both += popcountOf(byte & query[i]!);
      either += popcountOf(byte | query[i]!);
    });
    const similarity = either === 0 ? 0 : both / either;
    if (similarity >= threshold) hits.push({ row, similarity });
  }
  return hits.sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, limit);
}

/** Fingerprints as libraries have them: few bits, some common and most rare, series of near copies, empty and full rows. */
function randomLibrary(seed: number, bits: number, rows: number, fill: number): FingerprintRows {
  const rng = createRng(seed);
  const bytes = new Uint8Array((rows * bits) / 8);
  for (let row = 0; row < rows; row++) {
    const at = (row * bits) / 8;
    const kind = rng.next();
    if (kind < 0.02) continue;
    if (kind < 0.03) bytes.fill(255, at, at + bits / 8);
    else if (kind < 0.4 && row > 0) {
      const from = rng.int(row) * (bits / 8);
      bytes.copyWithin(at, from, from + bits / 8);
      for (let edit = rng.int(6); edit > 0; edit--) bytes[at + rng.int(bits / 8)]! ^= 1 << rng.int(8);
    } else {
      for (let set = rng.int(Math.max(2, 2 * fill)); set > 0; set--) {
        const bit = Math.floor(bits * rng.next() ** 2);
        bytes[at + (bit >> 3)]! |= 1 << (bit & 7);
      }
    }
  }
  return { bits, rows, bytes };
}

const found = ({ rows, similarities }: ReturnType<SimilarityIndex["search"]>): Hit[] =>
  Array.from(rows, (row, i) => ({ row, similarity: similarities[i]! }));

describe("exact search", () => {
  it("is equal to a comparison with every row", () => {
    const cases = fc.record({
      seed: fc.integer(),
      bits: fc.constantFrom(64, 192, 1024, 2048),
      rows: fc.integer({ min: 1, max: 700 }),
      fill: fc.integer({ min: 1, max: 160 }),
      segmentRows: fc.constantFrom(100, 333, 1000),
      limit: fc.option(fc.integer({ min: 1, max: 800 }), { nil: undefined }),
      threshold: fc.oneof(fc.constantFrom(0, 0.5, 0.7, 1), fc.double({ min: 0, max: 1, noNaN: true })),
      foreign: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ seed, bits, rows, fill, segmentRows, limit, threshold, foreign }) => {
        const library = randomLibrary(seed, bits, rows, fill);
        const query = foreign ? rowOf(randomLibrary(~seed, bits, 1, fill), 0) : rowOf(library, Math.abs(seed) % rows);
        const index = SimilarityIndex.of(kernel, library, segmentRows);
        expect(found(index.search(query, { limit, threshold }))).toEqual(bruteForce(library, query, limit, threshold));
      }),
      { numRuns: 250 },
    );
  });

  it("goes through several tiles, where bounds leave most of them unread", () => {
    const library = randomLibrary(5, 512, 20_000, 40);
    const index = SimilarityIndex.of(kernel, library);
    for (const row of [3, 4_999, 19_999]) {
      const query = rowOf(library, row);
      for (const options of [{ limit: 10 }, { limit: 1000 }, { threshold: 0.7 }, { limit: 3, threshold: 0.4 }]) {
        const { limit, threshold } = { limit: undefined, threshold: 0, ...options };
        expect(found(index.search(query, options))).toEqual(bruteForce(library, query, limit, threshold));
      }
    }
    index.search(rowOf(library, 3), { threshold: 0.9 });
    expect(index.tilesRead).toBeLessThan(5);
  });

  it("stays exact and within its memory where the columns do not fit", () => {
    const library = randomLibrary(6, 1024, 1500, 30);
    const segments = [0, 500, 1000].map((from) => {
      const numbers = Uint32Array.from({ length: 500 }, (_, i) => from + i);
      const bytes = library.bytes.subarray(from * 128, (from + 500) * 128);
      return toColumns({ bits: 1024, rows: 500, bytes }, numbers);
    });
    const source = sourceOf(1024, segments);
    const least = 1024 * segments[0]!.stride;
    const before = kernel.usedBytes;
    const index = new SimilarityIndex(kernel, source, { memoryBytes: least });
    for (let row = 0; row < 1500; row += 37) {
      const query = rowOf(library, row);
      expect(found(index.search(query, { limit: 20 }))).toEqual(bruteForce(library, query, 20));
    }
    expect(kernel.usedBytes - before).toBeLessThan(least + 1_000_000);
    expect(index.cache.reads).toBeGreaterThan(1024);
    expect(() => new SimilarityIndex(kernel, source, { memoryBytes: least - 1 })).toThrow("too small");
  });

  it("gives the same on several threads, in order", async () => {
    const library = randomLibrary(7, 2048, 3000, 50);
    const index = SimilarityIndex.of(kernel, library, 1024);
    const queries = Array.from({ length: 100 }, (_, i) => rowOf(library, i * 29));
    await using pool = createSearchPool(index, 2);
    let at = 0;
    for await (const hits of pool.searchAll(queries, { limit: 7, threshold: 0.2 })) {
      expect(found(hits)).toEqual(bruteForce(library, queries[at++]!, 7, 0.2));
    }
    expect(at).toBe(100);
  });

  it("gives the same without shared memory, as pages have it that are not isolated", async () => {
    const bytes = await readFile(new URL("../../kernels/similarity-unshared.wasm", import.meta.url));
    const unshared = SearchKernel.create(await WebAssembly.compile(bytes), false);
    const library = randomLibrary(10, 2048, 500, 50);
    const query = rowOf(library, 250);
    const index = SimilarityIndex.of(unshared, library, 200);
    expect(found(index.search(query, { limit: 30 }))).toEqual(bruteForce(library, query, 30));
  });

  it("finds the rows that have every bit of a screen", () => {
    const library = randomLibrary(11, 512, 9000, 60);
    const index = SimilarityIndex.of(kernel, library, 4000);
    for (const row of [1, 77, 8999]) {
      const screen = rowOf(library, row).map((byte) => byte & 0x55);
      const expected = Array.from({ length: 9000 }, (_, i) => i).filter((i) =>
        rowOf(library, i).every((byte, at) => (screen[at]! & ~byte) === 0),
      );
      expect([...index.rowsContaining(screen)]).toEqual(expected);
    }
  });

  it("refuses fingerprints and options that mean nothing", () => {
    const index = SimilarityIndex.of(kernel, randomLibrary(8, 192, 10, 20));
    expect(() => index.search(new Uint8Array(256))).toThrow("2048 bits");
    expect(() => index.search(new Uint8Array(24), { limit: 0 })).toThrow("whole number");
    expect(() => index.search(new Uint8Array(24), { threshold: 1.5 })).toThrow("threshold");
    expect(() => toColumns({ bits: 100, rows: 1, bytes: new Uint8Array(13) })).toThrow("100 bits");
  });
});

it("keeps every fingerprint as it was", () => {
  const library = randomLibrary(9, 320, 777, 30);
  const { columns, stride, numbers, counts } = toColumns(library);
  const bitCounts = [...numbers].map((row) => rowOf(library, row).reduce((sum, byte) => sum + popcountOf(byte), 0));
  expect([...counts]).toEqual(bitCounts);
  expect(bitCounts).toEqual(bitCounts.toSorted((a, b) => a - b));
  numbers.forEach((row, place) => {
    expect(rowOfColumns(columns, stride, 320, place)).toEqual(rowOf(library, row));
  });
});
