// The generator: xoshiro128** (Blackman and Vigna 2021). Its state is this instance's own, for memory may be shared.
let a: u32 = 1;
let b: u32 = 2;
let c: u32 = 3;
let d: u32 = 4;

/** From four u32, not all zero. */
export function loadRandom(from: usize): void {
  a = load<u32>(from);
  b = load<u32>(from, 4);
  c = load<u32>(from, 8);
  d = load<u32>(from, 12);
}

export function saveRandom(to: usize): void {
  store<u32>(to, a);
  store<u32>(to, b, 4);
  store<u32>(to, c, 8);
  store<u32>(to, d, 12);
}

function nextBits(): u32 {
  const out = rotl<u32>(b * 5, 7) * 9;
  const moved = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= moved;
  d = rotl<u32>(d, 11);
  return out;
}

/** Uniform in [0, 1). */
export function random(): f32 {
  return <f32>(nextBits() >>> 8) * <f32>(1.0 / 16777216.0);
}

/** Uniform in [-1, 1). */
export function randomSigned(): f32 {
  return 2 * random() - 1;
}

/** Uniform below `count`. */
export function randomBelow(count: i32): i32 {
  return <i32>((<u64>nextBits() * <u64>count) >> 32);
}
