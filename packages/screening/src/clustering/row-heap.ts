/**
 * Rows by their counts, the largest first and of equal ones the lower row. Counts may fall while rows are taken: one that
 * has fallen is put back in its new place when its turn comes.
 */
export class RowHeap {
  readonly #counts: Uint32Array;
  /** A heap of keys with the least on top: what the count lacks to `#most`, then the row. */
  readonly #keys: Float64Array;
  readonly #most: number;
  #size: number;

  /** @param counts read again whenever a row's turn comes */
  constructor(counts: Uint32Array) {
    this.#counts = counts;
    this.#most = counts.reduce((most, count) => Math.max(most, count), 0);
    this.#keys = Float64Array.from(counts, (_, row) => this.#keyOf(row));
    // Ascending keys are a heap.
    this.#keys.sort();
    this.#size = counts.length;
  }

  /** The next row; null when all were taken. */
  pop(): number | null {
    while (this.#size > 0) {
      const key = this.#keys[0]!;
      const row = key % this.#counts.length;
      const current = this.#keyOf(row);
      if (key === current) {
        this.#sink(this.#keys[--this.#size]!);
        return row;
      }
      this.#sink(current);
    }
    return null;
  }

  #keyOf(row: number): number {
    return (this.#most - this.#counts[row]!) * this.#counts.length + row;
  }

  /** Lets a key sink from the top to its place. */
  #sink(key: number): void {
    const keys = this.#keys;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      keys[at] = keys[child]!;
      at = child;
    }
    keys[at] = key;
  }
}
