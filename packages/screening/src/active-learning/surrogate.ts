import { createRng } from "@qinghao/kernel";
import { screeningErrors } from "../errors.ts";
import { cholesky, solveLower, solveUpper } from "./cholesky.ts";
import { Covariance, type CovarianceWeights, type PropertyScale, propertyScale } from "./covariance.ts";
import type { LigandFeatures } from "./ligand-features.ts";
import { packFeatures, unpackFeatures } from "./packed-features.ts";

export interface SurrogateOptions {
  readonly weights?: CovarianceWeights;
  /** How far a property's likeness reaches, standard deviations. */
  readonly reach?: number;
  /** Share of the variance of the scores that is noise. */
  readonly noise?: number;
  /** Ligands that the surrogate is spanned by, at most; it learns from all others as well. */
  readonly basis?: number;
  /** Chooses the basis. */
  readonly seed?: number;
}

/** Expected score of each ligand, and its standard deviation, in the unit of the scores. */
export interface Prediction {
  readonly mean: Float64Array;
  readonly spread: Float64Array;
}

/** What `openExpectation` needs of what was learned: plain data, small enough for a message (at most 512 ligands). */
export interface LearnedScores {
  /** The ligands that it is spanned by, packed. */
  readonly basis: Uint8Array;
  /** How much each of them counts. */
  readonly weightOf: Float64Array;
  readonly mean: number;
  readonly deviation: number;
  readonly weights: CovarianceWeights;
  readonly reach: number;
  readonly scale: PropertyScale;
}

export interface FittedSurrogate {
  readonly learned: LearnedScores;
  predict(ligands: readonly LigandFeatures[]): Prediction;
  /** The means alone, which cost far less: O(m) for each ligand. */
  expect(ligands: readonly LigandFeatures[]): Float64Array;
}

export interface Surrogate {
  /**
   * Learns scores; as many as ligands, all finite.
   * @throws `screening.surrogate.scores`
   */
  fit(ligands: readonly LigandFeatures[], scores: ArrayLike<number>): FittedSurrogate;
}

export const surrogateDefaults: Required<SurrogateOptions> = {
  weights: { counts: 1, properties: 0.5, line: 1 },
  reach: 1,
  noise: 0.6,
  basis: 512,
  seed: 1,
};

/**
 * Gaussian process regression on circular environments and properties, spanned by some of the ligands it learns from:
 * deterministic training conditional (Quiñonero-Candela & Rasmussen 2005, JMLR 6:1939); exact where they all fit in the
 * basis. Cost of learning O(n m^2), of predicting O(m^2) for each ligand, with m the size of the basis.
 */
export function createSurrogate(options: SurrogateOptions = {}): Surrogate {
  const settings = { ...surrogateDefaults, ...options };
  return {
    fit(ligands, scores) {
      if (ligands.length === 0 || scores.length !== ligands.length || !Array.from(scores).every(Number.isFinite))
        throw screeningErrors.create("surrogate.scores", { ligands: ligands.length, scores: scores.length });
      return fit(ligands, Float64Array.from(scores), settings);
    },
  };
}

function fit(
  ligands: readonly LigandFeatures[],
  scores: Float64Array,
  { weights, reach, noise, basis, seed }: Required<SurrogateOptions>,
): FittedSurrogate {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const deviation = variance > 0 ? Math.sqrt(variance) : 1;
  const scale = propertyScale(ligands);
  const covariance = new Covariance(weights, reach, scale);
  const spanning = chooseBasis(scores.length, basis, seed).map((index) => ligands[index]!);
  const m = spanning.length;
  const toBasis = covariance.with(spanning);
  const basisMatrix = new Float64Array(m * m);
  spanning.forEach((ligand, i) => {
    toBasis(ligand, basisMatrix.subarray(i * m, (i + 1) * m));
    basisMatrix[i * m + i]! += jitter;
  });
  const lower = cholesky(basisMatrix, m);
  // In coordinates in which the basis is uncorrelated, this is Bayesian linear regression.
  const precision = new Float64Array(m * m);
  const target = new Float64Array(m);
  const row = new Float64Array(m);
  ligands.forEach((ligand, n) => {
    toBasis(ligand, row);
    solveLower(lower, m, row);
    addOuter(precision, row, m);
    const score = (scores[n]! - mean) / deviation;
    for (let i = 0; i < m; i++) target[i]! += row[i]! * score;
  });
  for (let i = 0; i < m; i++) precision[i * m + i]! += noise;
  const root = cholesky(precision, m);
  const coefficients = solveUpper(root, m, solveLower(root, m, target));
  // The same for covariances with the basis as they are.
  const weightOf = solveUpper(lower, m, coefficients);
  const learned = { basis: packFeatures(spanning), weightOf, mean, deviation, weights, reach, scale };
  return {
    learned,
    expect: openExpectation(learned),
    predict(others) {
      const predicted = { mean: new Float64Array(others.length), spread: new Float64Array(others.length) };
      others.forEach((ligand, n) => {
        toBasis(ligand, row);
        predicted.mean[n] = expectedOf(row, learned);
        const explained = squareOf(solveLower(lower, m, row));
        const uncertain = squareOf(solveLower(root, m, row));
        predicted.spread[n] =
          deviation * Math.sqrt(Math.max(0, covariance.own(ligand) - explained) + noise * uncertain);
      });
      return predicted;
    },
  };
}

/** Expected scores by what was learned elsewhere: O(m) for each ligand. */
export function openExpectation(learned: LearnedScores): (ligands: readonly LigandFeatures[]) => Float64Array {
  const { weights, reach, scale } = learned;
  const basis = unpackFeatures(learned.basis).filter((ligand) => ligand !== null);
  const toBasis = new Covariance(weights, reach, scale).with(basis);
  const row = new Float64Array(basis.length);
  return (ligands) =>
    Float64Array.from(ligands, (ligand) => {
      toBasis(ligand, row);
      return expectedOf(row, learned);
    });
}

function expectedOf(covariances: Float64Array, { weightOf, mean, deviation }: LearnedScores): number {
  let sum = 0;
  for (let i = 0; i < weightOf.length; i++) sum += covariances[i]! * weightOf[i]!;
  return mean + deviation * sum;
}

/** Keeps the matrix of the basis positive definite where two ligands are alike. */
const jitter = 1e-6;

function squareOf(vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i]! * vector[i]!;
  return sum;
}

function addOuter(matrix: Float64Array, row: Float64Array, m: number): void {
  for (let i = 0; i < m; i++) {
    const value = row[i]!;
    for (let j = 0, at = i * m; j <= i; j++, at++) matrix[at]! += value * row[j]!;
  }
}

/** Indices of the ligands that span the surrogate, drawn without replacement. */
function chooseBasis(rows: number, most: number, seed: number): number[] {
  const all = Array.from({ length: rows }, (_, index) => index);
  return rows <= most ? all : createRng(seed).shuffle(all).slice(0, most);
}
