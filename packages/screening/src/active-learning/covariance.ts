import type { LigandFeatures } from "./ligand-features.ts";

/** How much of the variance of the scores each part of the covariance explains. */
export interface CovarianceWeights {
  /** Likeness of the circular environments, counted: sum of minima over sum of maxima. */
  readonly counts: number;
  /** Likeness of the properties: exp(-d^2 / 2), d in units of `reach`. */
  readonly properties: number;
  /** A straight line in each property. */
  readonly line: number;
}

/** Mean and standard deviation of each property of some ligands. */
export interface PropertyScale {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

export function propertyScale(ligands: readonly LigandFeatures[]): PropertyScale {
  const width = ligands[0]?.properties.length ?? 0;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const { properties } of ligands) for (let p = 0; p < width; p++) mean[p]! += properties[p]! / ligands.length;
  for (const { properties } of ligands)
    for (let p = 0; p < width; p++) deviation[p]! += (properties[p]! - mean[p]!) ** 2 / ligands.length;
  return { mean, deviation: deviation.map((variance) => (variance > 0 ? Math.sqrt(variance) : 1)) };
}

/** Standard deviations from the mean; nothing counts for further out than this. */
const furthest = 4;

/** A covariance with fixed weights and scales, from some reference ligands to others. */
export class Covariance {
  readonly #weights: CovarianceWeights;
  readonly #reach: number;
  readonly #scale: PropertyScale;

  constructor(weights: CovarianceWeights, reach: number, scale: PropertyScale) {
    this.#weights = weights;
    this.#reach = reach;
    this.#scale = scale;
  }

  /** Covariance of a ligand with itself. */
  own(ligand: LigandFeatures): number {
    const { counts, properties, line } = this.#weights;
    const scaled = this.#scaled(ligand);
    let square = 0;
    for (const value of scaled) square += value * value;
    return counts + properties + (line * square) / scaled.length;
  }

  /** @returns a function that writes the covariances of a ligand with all `references` to `row`, in their order */
  with(references: readonly LigandFeatures[]): (ligand: LigandFeatures, row: Float64Array) => void {
    const sums = references.map(({ counts }) => sumOf(counts.count));
    const scaledReferences = references.map((reference) => this.#scaled(reference));
    const { counts: countsWeight, properties: propertiesWeight, line } = this.#weights;
    const width = scaledReferences[0]?.length ?? 1;
    const postings = invert(references);
    const shared = new Float64Array(references.length);
    return ({ counts, properties }, row) => {
      shared.fill(0);
      for (let k = 0; k < counts.index.length; k++) {
        const own = counts.count[k]!;
        const posting = postings.get(counts.index[k]!);
        if (posting === undefined) continue;
        for (let at = 0; at < posting.length; at += 2) shared[posting[at]!]! += Math.min(own, posting[at + 1]!);
      }
      const sum = sumOf(counts.count);
      const scaled = this.#scaled({ counts, properties });
      for (let r = 0; r < references.length; r++) {
        const reference = scaledReferences[r]!;
        let square = 0;
        let product = 0;
        for (let p = 0; p < width; p++) {
          const difference = scaled[p]! - reference[p]!;
          square += difference * difference;
          product += scaled[p]! * reference[p]!;
        }
        const both = sum + sums[r]! - shared[r]!;
        row[r] =
          (both === 0 ? countsWeight : (countsWeight * shared[r]!) / both) +
          propertiesWeight * Math.exp(-square / (2 * width * this.#reach ** 2)) +
          (line * product) / width;
      }
    };
  }

  #scaled({ properties }: LigandFeatures): Float64Array {
    const { mean, deviation } = this.#scale;
    return properties.map((value, p) => Math.max(-furthest, Math.min(furthest, (value - mean[p]!) / deviation[p]!)));
  }
}

/** For each environment, the ligands that have it and how often: ligand, count, ligand, count ... */
function invert(ligands: readonly LigandFeatures[]): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const [ligand, { counts }] of ligands.entries()) {
    for (let k = 0; k < counts.index.length; k++) {
      const posting = postings.get(counts.index[k]!);
      if (posting === undefined) postings.set(counts.index[k]!, [ligand, counts.count[k]!]);
      else posting.push(ligand, counts.count[k]!);
    }
  }
  return postings;
}

function sumOf(values: Uint16Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]!;
  return sum;
}
