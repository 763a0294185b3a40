/** The set bits of many fingerprints: row i has `bits[start[i] .. start[i + 1]]`, ascending. */
export type BitRows = { readonly start: Uint32Array; readonly bits: Uint16Array };

export type Neighbour = { readonly row: number; readonly similarity: number };

export function toBitRows(rows: readonly Uint16Array[]): BitRows {
  const start = new Uint32Array(rows.length + 1);
  rows.forEach((bits, i) => {
    start[i + 1] = start[i]! + bits.length;
  });
  const bits = new Uint16Array(start[rows.length]!);
  rows.forEach((row, i) => {
    bits.set(row, start[i]!);
  });
  return { start, bits };
}

/**
 * Exact search for the most similar fingerprints by Tanimoto's coefficient over an inverted index:
 * each set bit of the query adds one to every row that shares it. Cost: the lengths of the query's posting lists.
 */
export class NeighbourIndex {
  readonly rows: number;
  readonly #sizes: Uint16Array;
  readonly #postingStart: Uint32Array;
  readonly #postings: Uint16Array | Uint32Array;
  readonly #shared: Uint16Array;

  /** @param bitCount length of the fingerprints; every bit is below it */
  constructor({ start, bits }: BitRows, bitCount: number) {
    this.rows = start.length - 1;
    this.#sizes = Uint16Array.from({ length: this.rows }, (_, i) => start[i + 1]! - start[i]!);
    this.#postingStart = new Uint32Array(bitCount + 1);
    for (const bit of bits) this.#postingStart[bit + 1]!++;
    for (let bit = 0; bit < bitCount; bit++) this.#postingStart[bit + 1]! += this.#postingStart[bit]!;
    this.#postings = this.rows <= 65536 ? new Uint16Array(bits.length) : new Uint32Array(bits.length);
    const at = this.#postingStart.slice(0, bitCount);
    for (let row = 0; row < this.rows; row++) {
      for (let i = start[row]!; i < start[row + 1]!; i++) this.#postings[at[bits[i]!]!++] = row;
    }
    this.#shared = new Uint16Array(this.rows);
  }

  /**
   * The `count` most similar rows, best first; ties go to the lower row.
   * @param skip rows that do not take part, such as the query itself in cross-validation
   */
  nearest(query: Uint16Array, count: number, skip?: (row: number) => boolean): Neighbour[] {
    const shared = this.#shared.fill(0);
    for (const bit of query) {
      for (let i = this.#postingStart[bit]!, end = this.#postingStart[bit + 1]!; i < end; i++)
        shared[this.#postings[i]!]!++;
    }
    const best: { row: number; similarity: number }[] = [];
    let worst = -1;
    for (let row = 0; row < this.rows; row++) {
      const both = shared[row]!;
      const either = query.length + this.#sizes[row]! - both;
      const similarity = either === 0 ? 0 : both / either;
      if (similarity <= worst || skip?.(row)) continue;
      let at = best.length;
      while (at > 0 && best[at - 1]!.similarity < similarity) at--;
      best.splice(at, 0, { row, similarity });
      if (best.length > count) best.pop();
      if (best.length === count) worst = best[count - 1]!.similarity;
    }
    return best;
  }
}
