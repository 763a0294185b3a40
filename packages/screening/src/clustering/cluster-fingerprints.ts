import { screeningErrors } from "../errors.ts";
import type { FingerprintRows } from "../similarity/fingerprint-rows.ts";
import type { SearchKernel } from "../similarity/search-kernel.ts";
import { SimilarityIndex } from "../similarity/similarity-index.ts";
import { butina } from "./butina.ts";
import type { ClusteringStep, Clusters } from "./clusters.ts";
import { indexNeighbours, plainNeighbours } from "./neighbours.ts";
import { directedOrder, sphereExclusion } from "./sphere-exclusion.ts";

export type ClusteringOptions = {
  readonly method:
    | { readonly kind: "butina"; readonly recount?: boolean }
    /** From the first row on, or from the rows most like `reference` outwards. */
    | { readonly kind: "sphere-exclusion"; readonly reference?: Uint8Array };
  /** Tanimoto similarity from which two rows are neighbours, above 0 and up to 1. */
  readonly threshold: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: ClusteringStep) => void;
};

/** How long the thread is held before others have their turn, ms. */
const turnMs = 20;
const mostHits = 50_000;

/**
 * Clusters packed fingerprints through the similarity kernel, exactly; the thread is given back every 20 ms, for progress
 * and for `signal`, whose reason is thrown. Memory beyond the fingerprints and their columns, which the kernel keeps: some
 * 20 bytes a row and one list of neighbours.
 * @throws `screening.clustering.threshold`, `screening.fingerprint.length`
 */
export async function clusterFingerprints(
  kernel: SearchKernel,
  fingerprints: FingerprintRows,
  { method, threshold, signal, onProgress }: ClusteringOptions,
): Promise<Clusters> {
  signal?.throwIfAborted();
  const index = SimilarityIndex.of(kernel, fingerprints);
  const neighbours = indexNeighbours(index, fingerprints, threshold);
  const { reference } = method.kind === "butina" ? { reference: undefined } : method;
  const steps =
    method.kind === "butina"
      ? butina(neighbours, method.recount ?? false)
      : sphereExclusion(neighbours, reference && directedOrder(index, reference));
  let turn = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - turn < turnMs) continue;
    onProgress?.(step.value);
    await new Promise((resume) => setTimeout(resume, 0));
    signal?.throwIfAborted();
    turn = performance.now();
  }
}

/**
 * Taylor-Butina clusters of the hits of a search, anywhere, without a kernel: at once, so for 50,000 at most.
 * @throws `screening.clustering.too_many`, `screening.clustering.threshold`, `screening.fingerprint.length`
 */
export function clusterHits(fingerprints: FingerprintRows, threshold: number): Clusters {
  if (fingerprints.rows > mostHits) {
    throw screeningErrors.create("clustering.too_many", { rows: fingerprints.rows, most: mostHits });
  }
  return finish(butina(plainNeighbours(fingerprints, threshold), false));
}

/** Goes through all steps without a pause. */
export function finish(steps: Generator<ClusteringStep, Clusters>): Clusters {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
