// xoshiro128**, seeded by splitmix32 (Blackman & Vigna 2018, public domain algorithm): the same seed gives the same numbers.
let a: u32 = 1;
let b: u32 = 2;
let c: u32 = 3;
let d: u32 = 4;
let feed: u32 = 0;

function split(): u32 {
  feed += 0x9e3779b9;
  let z = feed;
  z = (z ^ (z >> 16)) * 0x85ebca6b;
  z = (z ^ (z >> 13)) * 0xc2b2ae35;
  return z ^ (z >> 16);
}

export function seedRandom(seed: u32): void {
  feed = seed;
  a = split();
  b = split();
  c = split();
  d = split();
}

/** Evenly in [0, 1). */
export function random(): f64 {
  const result = rotl<u32>(b * 5, 7) * 9;
  const shifted = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= shifted;
  d = rotl<u32>(d, 11);
  return <f64>result * (1.0 / 4294967296.0);
}
