import fc from "fast-check";
import { expect, test } from "vitest";
import { denseSets } from "../../src/funnel/dense-sets.ts";

const LIMIT = 203;
const sets = denseSets(LIMIT);
const numbers = fc.uniqueArray(fc.nat(LIMIT - 1)).map((list) => list.sort((a, b) => a - b));

function setOf(members: readonly number[]): Uint32Array {
  const words = new Uint32Array(Math.ceil(LIMIT / 32));
  for (const member of members) words[member >>> 5]! |= 1 << (member & 31);
  return sets.fromWords(words);
}
const listOf = (set: Uint32Array): number[] => [...sets.members(set)];

test("dense sets do what sets of numbers do", () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [x, y] = [setOf(a), setOf(b)];
      const [inA, inB] = [new Set(a), new Set(b)];
      expect(listOf(x)).toEqual(a);
      expect(sets.size(x)).toBe(a.length);
      expect(listOf(sets.and(x, y))).toEqual(a.filter((one) => inB.has(one)));
      expect(listOf(sets.without(x, y))).toEqual(a.filter((one) => !inB.has(one)));
      expect(listOf(sets.or(x, y))).toEqual([...new Set([...a, ...b])].sort((m, n) => m - n));
      expect(sets.sizeOfAnd(x, y)).toBe(b.filter((one) => inA.has(one)).length);
      // What was combined stays as it was.
      expect(listOf(x)).toEqual(a);
      expect(listOf(y)).toEqual(b);
    }),
  );
});

test("the bits at the borders of a word count", () => {
  const borders = [0, 31, 32, 63, 64, LIMIT - 1];
  expect(listOf(setOf(borders))).toEqual(borders);
  expect(sets.size(sets.empty)).toBe(0);
  expect(sets.bytes(sets.empty)).toBe(28);
});
