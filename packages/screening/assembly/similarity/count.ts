import { bitsOf, high, low } from "./adders";

/** Rows that are counted together: 32 vectors of 128 rows, whose counters stay in the first-level cache. */
export const TILE_WORDS: i32 = 32;
export const TILE_ROWS: i32 = TILE_WORDS << 7;
/** Bytes between two digits of the counters of a tile. */
export const DIGIT_BYTES: usize = (TILE_WORDS as usize) << 4;
/** Columns that the first round adds; every later one adds 16 or 8. */
export const FIRST_COLUMNS: i32 = 15;

/**
 * Writes the four digits of the sums of the first 15 columns, and lists the vectors that hold a sum of at least `need`
 * (all of them where `need` is 0). 11 full adders.
 * @returns how many vectors are listed
 */
export function countFirst(columns: usize, offset: usize, words: i32, digits: usize, alive: usize, need: i32): i32 {
  const not0 = i32x4.splat((need & 1) - 1);
  const not1 = i32x4.splat(((need >> 1) & 1) - 1);
  const not2 = i32x4.splat(((need >> 2) & 1) - 1);
  const not3 = i32x4.splat(((need >> 3) & 1) - 1);
  let listed = 0;
  for (let word = 0; word < words; word++) {
    const at = offset + ((word as usize) << 4);
    const x0 = bitsOf(columns, 0, at);
    const x1 = bitsOf(columns, 1, at);
    const x2 = bitsOf(columns, 2, at);
    let ones = low(x0, x1, x2);
    const twosA = high(x0, x1, x2);
    const x3 = bitsOf(columns, 3, at);
    const x4 = bitsOf(columns, 4, at);
    const twosB = high(ones, x3, x4);
    ones = low(ones, x3, x4);
    const x5 = bitsOf(columns, 5, at);
    const x6 = bitsOf(columns, 6, at);
    const twosC = high(ones, x5, x6);
    ones = low(ones, x5, x6);
    let twos = low(twosA, twosB, twosC);
    const foursA = high(twosA, twosB, twosC);
    const x7 = bitsOf(columns, 7, at);
    const x8 = bitsOf(columns, 8, at);
    const twosD = high(ones, x7, x8);
    ones = low(ones, x7, x8);
    const x9 = bitsOf(columns, 9, at);
    const x10 = bitsOf(columns, 10, at);
    const twosE = high(ones, x9, x10);
    ones = low(ones, x9, x10);
    const foursB = high(twos, twosD, twosE);
    twos = low(twos, twosD, twosE);
    const x11 = bitsOf(columns, 11, at);
    const x12 = bitsOf(columns, 12, at);
    const twosF = high(ones, x11, x12);
    ones = low(ones, x11, x12);
    const x13 = bitsOf(columns, 13, at);
    const x14 = bitsOf(columns, 14, at);
    const twosG = high(ones, x13, x14);
    ones = low(ones, x13, x14);
    const foursC = high(twos, twosF, twosG);
    twos = low(twos, twosF, twosG);
    const fours = low(foursA, foursB, foursC);
    const eights = high(foursA, foursB, foursC);
    // Digit by digit from the lowest: the sum reaches `need` where its digit wins, or ties and the lower digits reach it.
    let reaches = v128.or(ones, not0);
    reaches = v128.or(v128.and(twos, reaches), v128.and(not1, v128.or(twos, reaches)));
    reaches = v128.or(v128.and(fours, reaches), v128.and(not2, v128.or(fours, reaches)));
    reaches = v128.or(v128.and(eights, reaches), v128.and(not3, v128.or(eights, reaches)));
    if (!v128.any_true(reaches)) continue;
    const to = digits + ((word as usize) << 4);
    v128.store(to, ones);
    v128.store(to + DIGIT_BYTES, twos);
    v128.store(to + DIGIT_BYTES * 2, fours);
    v128.store(to + DIGIT_BYTES * 3, eights);
    store<u8>(alive + (listed as usize), word as u8);
    listed++;
  }
  return listed;
}

/** Sets the digits from the fifth on to zero for the listed vectors. */
export function clearHighDigits(digits: usize, digitCount: i32, alive: usize, listed: i32): void {
  for (let i = 0; i < listed; i++) {
    const at = digits + ((load<u8>(alive + (i as usize)) as usize) << 4);
    for (let digit = 4; digit < digitCount; digit++) v128.store(at + DIGIT_BYTES * digit, i64x2.splat(0));
  }
}

/** Adds 16 further columns to the counters of the listed vectors. 15 full adders. */
export function countSixteen(
  columns: usize,
  offset: usize,
  digits: usize,
  digitCount: i32,
  alive: usize,
  listed: i32,
): void {
  for (let i = 0; i < listed; i++) {
    const word = (load<u8>(alive + (i as usize)) as usize) << 4;
    const at = offset + word;
    const to = digits + word;
    let ones = v128.load(to);
    let twos = v128.load(to + DIGIT_BYTES);
    let fours = v128.load(to + DIGIT_BYTES * 2);
    let eights = v128.load(to + DIGIT_BYTES * 3);
    let eightsA = i64x2.splat(0);
    let carry = i64x2.splat(0);
    for (let half: usize = 0; half < 2; half++) {
      const group = columns + (half << 5);
      const x0 = bitsOf(group, 0, at);
      const x1 = bitsOf(group, 1, at);
      const twosA = high(ones, x0, x1);
      ones = low(ones, x0, x1);
      const x2 = bitsOf(group, 2, at);
      const x3 = bitsOf(group, 3, at);
      const twosB = high(ones, x2, x3);
      ones = low(ones, x2, x3);
      const foursA = high(twos, twosA, twosB);
      twos = low(twos, twosA, twosB);
      const x4 = bitsOf(group, 4, at);
      const x5 = bitsOf(group, 5, at);
      const twosC = high(ones, x4, x5);
      ones = low(ones, x4, x5);
      const x6 = bitsOf(group, 6, at);
      const x7 = bitsOf(group, 7, at);
      const twosD = high(ones, x6, x7);
      ones = low(ones, x6, x7);
      const foursB = high(twos, twosC, twosD);
      twos = low(twos, twosC, twosD);
      const eightsB = high(fours, foursA, foursB);
      fours = low(fours, foursA, foursB);
      if (half === 0) eightsA = eightsB;
      else {
        carry = high(eights, eightsA, eightsB);
        eights = low(eights, eightsA, eightsB);
      }
    }
    v128.store(to, ones);
    v128.store(to + DIGIT_BYTES, twos);
    v128.store(to + DIGIT_BYTES * 2, fours);
    v128.store(to + DIGIT_BYTES * 3, eights);
    for (let digit = 4; digit < digitCount; digit++) {
      const place = to + DIGIT_BYTES * digit;
      const before = v128.load(place);
      v128.store(place, v128.xor(before, carry));
      carry = v128.and(before, carry);
    }
  }
}

/** Where the counters of one vector reach `need`. */
export function reaching(at: usize, digitCount: i32, need: i32): v128 {
  let reaches = i64x2.splat(-1);
  for (let digit = 0; digit < digitCount; digit++) {
    const bits = v128.load(at + DIGIT_BYTES * digit);
    reaches = (need >> digit) & 1 ? v128.and(bits, reaches) : v128.or(bits, reaches);
  }
  return reaches;
}

/** Keeps on the list the vectors that hold a counter of at least `need`. @returns how many are left */
export function keepReaching(digits: usize, digitCount: i32, alive: usize, listed: i32, need: i32): i32 {
  let kept = 0;
  for (let i = 0; i < listed; i++) {
    const word = load<u8>(alive + (i as usize));
    if (!v128.any_true(reaching(digits + ((word as usize) << 4), digitCount, need))) continue;
    store<u8>(alive + (kept as usize), word);
    kept++;
  }
  return kept;
}
