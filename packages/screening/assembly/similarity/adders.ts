// Bit-sliced counters: one vector holds one binary digit of 128 counts. A full adder works on 128 rows at once.

/** Low digit of a + b + c. */
export function low(a: v128, b: v128, c: v128): v128 {
  return v128.xor(v128.xor(a, b), c);
}

/** High digit of a + b + c. */
export function high(a: v128, b: v128, c: v128): v128 {
  return v128.or(v128.and(a, b), v128.and(v128.xor(a, b), c));
}

/** The 128 bits of column `index` of the group that begins at `columns`, at byte `offset` of the column. */
export function bitsOf(columns: usize, index: usize, offset: usize): v128 {
  return v128.load((load<u32>(columns + (index << 2)) as usize) + offset);
}
