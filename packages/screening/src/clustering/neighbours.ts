import { screeningErrors } from "../errors.ts";
import { type FingerprintRows, popcount } from "../similarity/fingerprint-rows.ts";
import type { SimilarityIndex } from "../similarity/similarity-index.ts";
import { columnNeighbours } from "./column-neighbours.ts";

/** Who is near whom, found when asked: lists are not kept, so memory does not grow with their number. */
export type Neighbours = {
  readonly rows: number;
  /** Rows whose Tanimoto similarity to `row` reaches the threshold, in no order, the row itself included. */
  of(row: number): Uint32Array;
};

/** @throws `screening.clustering.threshold` where `threshold` is not above 0 and up to 1 */
export function requireThreshold(threshold: number): void {
  if (!(threshold > 0 && threshold <= 1)) throw screeningErrors.create("clustering.threshold", { threshold });
}

/**
 * Neighbours by the kernel, through an index of the same fingerprints in the same order.
 * @throws `screening.clustering.threshold`, `screening.fingerprint.length`
 */
export function indexNeighbours(
  index: SimilarityIndex,
  { bits, rows, bytes }: FingerprintRows,
  threshold: number,
): Neighbours {
  requireThreshold(threshold);
  if (bits !== index.bits) throw screeningErrors.create("fingerprint.length", { bits });
  const width = bits / 8;
  return {
    rows,
    of(row) {
      const fingerprint = bytes.subarray(row * width, (row + 1) * width);
      // An empty fingerprint has similarity 0 even with itself.
      if (popcount(fingerprint) === 0) return Uint32Array.of(row);
      return index.search(fingerprint, { threshold }).rows;
    },
  };
}

/**
 * Neighbours without a kernel, for tens of thousands of rows in a page.
 * @throws `screening.clustering.threshold`, `screening.fingerprint.length`
 */
export function plainNeighbours(fingerprints: FingerprintRows, threshold: number): Neighbours {
  requireThreshold(threshold);
  return columnNeighbours(fingerprints, threshold);
}
