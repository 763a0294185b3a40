import { toColumns } from "../similarity/column-segment.ts";
import { type FingerprintRows, setBits } from "../similarity/fingerprint-rows.ts";
import type { Neighbours } from "./neighbours.ts";

/** Columns that are added together: four full adders make three digits of them. */
const groupColumns = 7;
/** Binary digits of a count of up to 8,192 shared bits. */
const digitCount = 14;

/**
 * Neighbours without a kernel, by the kernel's own method at 32 rows a word: the columns of a row's bits are added up digit by
 * digit, the rarest first, and a word is left when none of its rows can share enough any more. Rows are sorted by popcount, and
 * only those between `threshold` times the row's own and its own over `threshold` are looked at.
 */
export function columnNeighbours(fingerprints: FingerprintRows, threshold: number): Neighbours {
  const { bits, rows, bytes } = fingerprints;
  const { columns: packed, stride, counts, numbers, columnCounts } = toColumns(fingerprints);
  const words = stride / 4;
  // One column of zeros more, to fill the last group.
  const columns = new Uint32Array((bits + 1) * words);
  columns.set(new Uint32Array(packed.buffer));
  const width = bits / 8;
  const digits = new Uint32Array(digitCount);
  const found = new Uint32Array(rows);

  return {
    rows,
    of(row) {
      const rarest = setBits(bytes.subarray(row * width, (row + 1) * width)).sort(
        (a, b) => columnCounts[a]! - columnCounts[b]! || a - b,
      );
      const own = rarest.length;
      if (own === 0) return Uint32Array.of(row);
      const starts = Uint32Array.from(
        { length: Math.ceil(own / groupColumns) * groupColumns },
        (_, i) => (rarest[i] ?? bits) * words,
      );
      // Margins for rounding; the similarity itself decides.
      const from = lowerBound(counts, Math.ceil(threshold * own - 1e-9));
      const to = lowerBound(counts, Math.floor(own / threshold + 1e-9) + 1);
      let count = 0;
      for (let word = from >> 5; word < (to + 31) >> 5; word++) {
        const need = Math.ceil((threshold * (own + counts[32 * word]!)) / (1 + threshold) - 1e-9);
        digits.fill(0);
        let reach = 0;
        for (let i = 0; i < starts.length; i += groupColumns) {
          addGroup(columns, starts, i, word, digits);
          // What is still to come may add this much.
          const least = need - Math.max(0, own - i - groupColumns);
          if (least > 0 || i + groupColumns >= starts.length) {
            reach = reaching(digits, least);
            if (reach === 0) break;
          }
        }
        for (; reach !== 0; reach &= reach - 1) {
          const lane = 31 - Math.clz32(reach & -reach);
          const place = 32 * word + lane;
          if (place >= rows) continue;
          const shared = countAt(digits, lane);
          if (shared / (own + counts[place]! - shared) >= threshold) found[count++] = numbers[place]!;
        }
      }
      return found.slice(0, count);
    },
  };
}

/** Adds seven columns to the digits of one word. */
function addGroup(columns: Uint32Array, starts: Uint32Array, first: number, word: number, digits: Uint32Array): void {
  const a = columns[starts[first]! + word]!;
  const b = columns[starts[first + 1]! + word]!;
  const c = columns[starts[first + 2]! + word]!;
  const d = columns[starts[first + 3]! + word]!;
  const e = columns[starts[first + 4]! + word]!;
  const f = columns[starts[first + 5]! + word]!;
  const g = columns[starts[first + 6]! + word]!;
  if ((a | b | c | d | e | f | g) === 0) return;
  const ab = a ^ b;
  const abc = ab ^ c;
  const twosA = (a & b) | (ab & c);
  const de = d ^ e;
  const def = de ^ f;
  const twosB = (d & e) | (de & f);
  const sum = abc ^ def;
  const ones = sum ^ g;
  const twosC = (abc & def) | (sum & g);
  const twosAB = twosA ^ twosB;
  const twos = twosAB ^ twosC;
  const fours = (twosA & twosB) | (twosAB & twosC);
  // Onto the digits so far.
  const before0 = digits[0]!;
  digits[0] = before0 ^ ones;
  const carry1 = before0 & ones;
  const before1 = digits[1]!;
  const half1 = before1 ^ twos;
  digits[1] = half1 ^ carry1;
  const carry2 = (before1 & twos) | (half1 & carry1);
  const before2 = digits[2]!;
  const half2 = before2 ^ fours;
  digits[2] = half2 ^ carry2;
  let carry = (before2 & fours) | (half2 & carry2);
  for (let digit = 3; carry !== 0; digit++) {
    const before = digits[digit]!;
    digits[digit] = before ^ carry;
    carry &= before;
  }
}

/** Where the digits make at least `least`. */
function reaching(digits: Uint32Array, least: number): number {
  if (least <= 0) return -1;
  if (least >= 1 << digitCount) return 0;
  let reach = -1;
  for (let digit = 0; digit < digitCount; digit++) {
    reach = (least >> digit) & 1 ? digits[digit]! & reach : digits[digit]! | reach;
  }
  return reach;
}

function countAt(digits: Uint32Array, lane: number): number {
  let count = 0;
  for (let digit = 0; digit < digitCount; digit++) count |= ((digits[digit]! >>> lane) & 1) << digit;
  return count;
}

/** The first index of ascending `values` that holds at least `least`; their number where none does. */
function lowerBound(values: Uint16Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
