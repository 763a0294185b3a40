import type { SetAlgebra } from "./set-algebra.ts";

/**
 * Sets as plain bits, one per patient of the population: 125 kB per million. Nothing to free, and quicker than compressed
 * bitmaps where most sets hold a good part of the patients, as criteria do. Runs anywhere.
 */
export function denseSets(patientLimit: number): SetAlgebra<Uint32Array> {
  const length = (patientLimit + 31) >>> 5;
  const combine = (a: Uint32Array, b: Uint32Array, word: (x: number, y: number) => number): Uint32Array => {
    const out = new Uint32Array(length);
    for (let i = 0; i < length; i++) out[i] = word(a[i]!, b[i]!);
    return out;
  };
  return {
    empty: new Uint32Array(length),
    fromWords: (words) => words,
    and: (a, b) => {
      const out = new Uint32Array(length);
      for (let i = 0; i < length; i++) out[i] = a[i]! & b[i]!;
      return out;
    },
    or: (a, b) => combine(a, b, (x, y) => x | y),
    without: (a, b) => combine(a, b, (x, y) => x & ~y),
    size: (set) => {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += countBits(set[i]!);
      return sum;
    },
    sizeOfAnd: (a, b) => {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += countBits(a[i]! & b[i]!);
      return sum;
    },
    members: membersOf,
    bytes: (set) => set.byteLength,
    scope: (work) => work((set) => set),
    release: () => {},
  };
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function membersOf(set: Uint32Array): Uint32Array {
  let size = 0;
  for (const word of set) size += countBits(word);
  const members = new Uint32Array(size);
  let at = 0;
  for (let i = 0; i < set.length; i++) {
    for (let rest = set[i]!; rest !== 0; rest &= rest - 1) members[at++] = i * 32 + (31 - Math.clz32(rest & -rest));
  }
  return members;
}
