import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setBits } from "../src/featurize/featurise.ts";
import { NeighbourIndex, toBitRows } from "../src/similarity/neighbour-index.ts";

const bitCount = 64;
const fingerprint = fc
  .uniqueArray(fc.integer({ min: 0, max: bitCount - 1 }), { maxLength: 20 })
  .map((bits) => Uint16Array.from(bits).sort());

function bruteForce(rows: readonly Uint16Array[], query: Uint16Array): number[] {
  const wanted = new Set(query);
  return rows
    .map((row) => {
      const both = row.filter((bit) => wanted.has(bit)).length;
      const either = row.length + query.length - both;
      return either === 0 ? 0 : both / either;
    })
    .sort((a, b) => b - a);
}

describe("nearest training molecules", () => {
  it("finds exactly what a scan of all rows finds", () => {
    fc.assert(
      fc.property(
        fc.array(fingerprint, { minLength: 1, maxLength: 40 }),
        fingerprint,
        fc.integer({ min: 1, max: 6 }),
        (rows, query, count) => {
          const index = new NeighbourIndex(toBitRows(rows), bitCount);
          const found = index.nearest(query, count).map((one) => one.similarity);
          expect(found).toEqual(bruteForce(rows, query).slice(0, count));
        },
      ),
    );
  });

  it("leaves out the rows that it is told to", () => {
    const rows = [Uint16Array.of(1, 2), Uint16Array.of(1, 2, 3), Uint16Array.of(9)];
    const index = new NeighbourIndex(toBitRows(rows), bitCount);
    expect(index.nearest(Uint16Array.of(1, 2), 1)).toEqual([{ row: 0, similarity: 1 }]);
    expect(index.nearest(Uint16Array.of(1, 2), 1, (row) => row === 0)).toEqual([{ row: 1, similarity: 2 / 3 }]);
  });

  it("reads the set bits of a packed fingerprint, lowest first", () => {
    expect([...setBits(Uint8Array.of(0b10000001, 0, 0b00000110))]).toEqual([0, 7, 17, 18]);
  });
});
