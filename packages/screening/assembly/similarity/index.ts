// Exact Tanimoto search over fingerprints stored by column: one bit of 128 rows per vector. A query reads only the columns
// of its own bits, the rarest first, adds them up in bit-sliced counters, and leaves a vector as soon as none of its rows
// can still reach the wanted similarity. Rows are sorted by popcount, so that whole tiles are left unread (Swamidass &
// Baldi 2007, doi 10.1021/ci600358f).
import { appendHit, freeHits, hitCount, leastSimilarity, offerHit, sortHits, startHits } from "./best-hits";
import {
  clearHighDigits,
  countFirst,
  countSixteen,
  FIRST_COLUMNS,
  keepReaching,
  reaching,
  TILE_ROWS,
  TILE_WORDS,
} from "./count";

let columns: usize = 0;
let digits: usize = 0;
let alive: usize = 0;
let queryCount: i32 = 0;
let digitCount: i32 = 0;
let floor: f64 = 0;
let isLimited: bool = false;

let rowCounts: usize = 0;
let rowNumbers: usize = 0;
let rowTotal: i32 = 0;
let tileTotal: i32 = 0;
/** Tiles not yet looked at lie below `below` and from `above` on. */
let below: i32 = 0;
let above: i32 = 0;
let tilesRead: i32 = 0;

/**
 * Begins a query.
 * @param columnsAt addresses of the columns of its set bits, rarest first; then 31 addresses of a column of zeros
 * @param scratch 64 bytes and 12 digits of a tile
 * @param bits set bits of the query
 * @param limit best hits to keep; 0 collects all, `capacity` at a time
 */
export function beginQuery(
  columnsAt: usize,
  scratch: usize,
  bits: i32,
  threshold: f64,
  limit: i32,
  similaritiesAt: usize,
  rowsAt: usize,
  capacity: i32,
): void {
  columns = columnsAt;
  alive = scratch;
  digits = scratch + 64;
  queryCount = bits;
  digitCount = max(4, 32 - clz(bits));
  floor = threshold;
  isLimited = limit > 0;
  startHits(similaritiesAt, rowsAt, isLimited ? limit : capacity);
}

/** Names the rows that `scan` goes through: popcounts (u16, ascending) and row numbers (u32). */
export function beginSegment(countsAt: usize, numbersAt: usize, total: i32): void {
  rowCounts = countsAt;
  rowNumbers = numbersAt;
  rowTotal = total;
  tileTotal = (total + TILE_ROWS - 1) / TILE_ROWS;
  tilesRead = 0;
  let from = 0;
  let to = tileTotal;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lastCount(middle) < queryCount) from = middle + 1;
    else to = middle;
  }
  below = from;
  above = from;
}

/**
 * Goes through the tiles from the query's own popcount outwards. @returns 1 when it is through, 0 when the hits have to be
 * taken first.
 */
export function scan(): i32 {
  while (isLimited || freeHits() >= TILE_ROWS) {
    const least = isLimited ? leastSimilarity(floor) : floor;
    const boundBelow = below > 0 ? bestOf(below - 1) : -1;
    const boundAbove = above < tileTotal ? bestOf(above) : -1;
    // Bounds fall outwards on both sides, so the first that is too low ends its side.
    if (max(boundBelow, boundAbove) < least || (boundBelow < 0 && boundAbove < 0)) return 1;
    if (boundAbove >= boundBelow) scanTile(above++, least);
    else scanTile(--below, least);
  }
  return 0;
}

export function foundHits(): i32 {
  return hitCount();
}

export function scannedTiles(): i32 {
  return tilesRead;
}

export function orderHits(): void {
  sortHits();
}

/** Forgets the hits that were taken, where all are collected. */
export function dropHits(similaritiesAt: usize, rowsAt: usize, capacity: i32): void {
  startHits(similaritiesAt, rowsAt, capacity);
}

function countOf(row: i32): i32 {
  return load<u16>(rowCounts + ((row as usize) << 1)) as i32;
}

function lastCount(tile: i32): i32 {
  return countOf(min((tile + 1) * TILE_ROWS, rowTotal) - 1);
}

function similarityOf(shared: i32, count: i32): f64 {
  const either = queryCount + count - shared;
  return either === 0 ? 0 : (shared as f64) / (either as f64);
}

/** The similarity that no row of a tile exceeds, from popcounts alone. */
function bestOf(tile: i32): f64 {
  const first = countOf(tile * TILE_ROWS);
  const last = lastCount(tile);
  if (queryCount < first) return similarityOf(queryCount, first);
  if (queryCount > last) return similarityOf(last, last);
  return queryCount === 0 ? 0 : 1;
}

/** Bits that a row of `count` bits must share with the query for a similarity of `least`. */
function leastShared(count: i32, least: f64): i32 {
  let shared = Math.ceil((least * ((queryCount + count) as f64)) / (1 + least)) as i32;
  while (shared > 0 && similarityOf(shared - 1, count) >= least) shared--;
  const most = min(queryCount, count);
  while (shared <= most && similarityOf(shared, count) < least) shared++;
  return shared;
}

function scanTile(tile: i32, least: f64): void {
  const first = tile * TILE_ROWS;
  const need = leastShared(countOf(first), least);
  if (need > min(queryCount, lastCount(tile))) return;
  tilesRead++;
  const offset = (first as usize) >> 3;
  const words = (min(TILE_ROWS, rowTotal - first) + 127) >> 7;
  let added = min(FIRST_COLUMNS, queryCount);
  let listed = countFirst(columns, offset, words, digits, alive, max(0, need - (queryCount - added)));
  if (listed === 0) return;
  clearHighDigits(digits, digitCount, alive, listed);
  while (added < queryCount) {
    countSixteen(columns + ((added as usize) << 2), offset, digits, digitCount, alive, listed);
    added = min(added + 16, queryCount);
    const stillNeeded = need - (queryCount - added);
    if (stillNeeded <= 0) continue;
    listed = keepReaching(digits, digitCount, alive, listed, stillNeeded);
    if (listed === 0) return;
  }
  for (let i = 0; i < listed; i++) collect(first, load<u8>(alive + (i as usize)) as i32);
}

/** Takes the rows of one vector that reach what is needed now. */
function collect(first: i32, word: i32): void {
  const base = first + (word << 7);
  const need = leastShared(countOf(base), isLimited ? leastSimilarity(floor) : floor);
  if (need > queryCount) return;
  const at = digits + ((word as usize) << 4);
  const reached = reaching(at, digitCount, need);
  takeRows(i64x2.extract_lane(reached, 0), base, at);
  takeRows(i64x2.extract_lane(reached, 1), base + 64, at + 8);
}

function takeRows(reached: u64, base: i32, at: usize): void {
  while (reached !== 0) {
    const bit = ctz(reached) as i32;
    reached &= reached - 1;
    const row = base + bit;
    if (row >= rowTotal) return;
    let shared = 0;
    for (let digit = 0; digit < digitCount; digit++) {
      const bits = load<u64>(at + (((digit * TILE_WORDS) as usize) << 4));
      shared |= (((bits >> (bit as u64)) as i32) & 1) << digit;
    }
    const similarity = similarityOf(shared, countOf(row));
    if (similarity < floor) continue;
    const number = load<u32>(rowNumbers + ((row as usize) << 2));
    if (isLimited) offerHit(similarity, number);
    else appendHit(similarity, number);
  }
}

/**
 * Marks the rows that have every bit of a query: 128 rows per vector, all columns and'ed.
 * @param bits columns at `columnsAt`
 * @param into one bit per row, whole vectors
 * @returns rows marked
 */
export function markContaining(columnsAt: usize, bits: i32, words: i32, into: usize): i32 {
  let marked = 0;
  for (let word = 0; word < words; word++) {
    const offset = (word as usize) << 4;
    let all = i64x2.splat(-1);
    for (let column = 0; column < bits; column++) {
      all = v128.and(all, v128.load((load<u32>(columnsAt + ((column as usize) << 2)) as usize) + offset));
      if ((column & 7) === 7 && !v128.any_true(all)) break;
    }
    v128.store(into + offset, all);
    marked += (popcnt(i64x2.extract_lane(all, 0)) as i32) + (popcnt(i64x2.extract_lane(all, 1)) as i32);
  }
  return marked;
}
