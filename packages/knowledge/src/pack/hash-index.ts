/** Rows found by a 32-bit hash: buckets by the top bits, then a scan of the bucket's few entries. */
export type HashIndex = { buckets: Uint32Array; hashes: Uint32Array; rows: Uint32Array; shift: number };

/** An index over columns that `buildHashIndex` made. */
export const hashIndexOf = (buckets: Uint32Array, hashes: Uint32Array, rows: Uint32Array): HashIndex => ({
  buckets,
  hashes,
  rows,
  shift: 32 - Math.round(Math.log2(buckets.length - 1)),
});

/** Builds the index of `rows[i]` under `hashes[i]`; rows of equal hash keep their order. Cost O(n log n). */
export function buildHashIndex(hashes: ArrayLike<number>, rows: ArrayLike<number>): HashIndex {
  const count = hashes.length;
  const bits = Math.max(1, Math.min(22, Math.ceil(Math.log2(count + 1))));
  const shift = 32 - bits;
  const buckets = new Uint32Array((1 << bits) + 1);
  for (let i = 0; i < count; i++) buckets[(hashes[i]! >>> shift) + 1]!++;
  for (let i = 1; i < buckets.length; i++) buckets[i]! += buckets[i - 1]!;
  const next = buckets.slice();
  const sortedHashes = new Uint32Array(count);
  const sortedRows = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const at = next[hashes[i]! >>> shift]!++;
    sortedHashes[at] = hashes[i]!;
    sortedRows[at] = rows[i]!;
  }
  return { buckets, hashes: sortedHashes, rows: sortedRows, shift };
}

/** Calls `visit` for each row under `hash` until it answers false. */
export function visitHash(index: HashIndex, hash: number, visit: (row: number) => boolean | undefined): void {
  const bucket = hash >>> index.shift;
  const end = index.buckets[bucket + 1]!;
  for (let at = index.buckets[bucket]!; at < end; at++) {
    if (index.hashes[at] === hash && visit(index.rows[at]!) === false) return;
  }
}

/** Whether any row stands under `hash`; a cheap first question before a name is compared. */
export function hasHash(index: HashIndex, hash: number): boolean {
  const bucket = hash >>> index.shift;
  const end = index.buckets[bucket + 1]!;
  for (let at = index.buckets[bucket]!; at < end; at++) if (index.hashes[at] === hash) return true;
  return false;
}
