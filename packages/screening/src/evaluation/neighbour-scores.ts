import { isSetAside, type ListScores, type QueryLists, type TargetRows } from "./evaluate-target.ts";
import { type BitRows, tanimotoToAll } from "./tanimoto-rows.ts";

/**
 * The k nearest neighbours as a baseline: what is known are a list's query actives and the decoys that it sets aside. Each of
 * the `neighbours` most similar known molecules votes with its Tanimoto similarity, an active for and a decoy against; of
 * equal similarities a decoy votes first.
 */
export function neighbourScores({ actives, decoys }: TargetRows, lists: QueryLists, neighbours: number): ListScores[] {
  return lists.map((queries, list) => {
    const votes = { actives: new NearestVotes(actives, neighbours), decoys: new NearestVotes(decoys, neighbours) };
    for (let row = 0; row < decoys.counts.length; row++) {
      if (!isSetAside(row, list)) continue;
      votes.actives.add(decoys, row, -1);
      votes.decoys.add(decoys, row, -1);
    }
    for (const row of queries) {
      votes.actives.add(actives, row, 1);
      votes.decoys.add(actives, row, 1);
    }
    return { actives: votes.actives.sums(), decoys: votes.decoys.sums() };
  });
}

/** The votes of the nearest known molecules so far, for each row. */
class NearestVotes {
  readonly #rows: BitRows;
  readonly #kept: number;
  /** Per row, `kept` similarities descending, and whom each votes for. */
  readonly #similarities: Float64Array;
  readonly #signs: Int8Array;

  constructor(rows: BitRows, kept: number) {
    this.#rows = rows;
    this.#kept = kept;
    this.#similarities = new Float64Array(rows.counts.length * kept);
    this.#signs = new Int8Array(rows.counts.length * kept);
  }

  add(known: BitRows, row: number, sign: 1 | -1): void {
    const similarities = tanimotoToAll(known, row, this.#rows);
    for (let other = 0; other < similarities.length; other++) {
      const similarity = similarities[other]!;
      const first = other * this.#kept;
      let at = first + this.#kept - 1;
      if (similarity <= this.#similarities[at]!) continue;
      for (; at > first && similarity > this.#similarities[at - 1]!; at--) {
        this.#similarities[at] = this.#similarities[at - 1]!;
        this.#signs[at] = this.#signs[at - 1]!;
      }
      this.#similarities[at] = similarity;
      this.#signs[at] = sign;
    }
  }

  sums(): Float64Array {
    return Float64Array.from(this.#rows.counts, (_, row) => {
      let sum = 0;
      for (let at = row * this.#kept; at < (row + 1) * this.#kept; at++) {
        sum += this.#similarities[at]! * this.#signs[at]!;
      }
      return sum;
    });
  }
}
