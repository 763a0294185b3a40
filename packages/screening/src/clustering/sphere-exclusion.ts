import type { SimilarityIndex } from "../similarity/similarity-index.ts";
import { ClusterBuilder, type ClusteringStep, type Clusters } from "./clusters.ts";
import type { Neighbours } from "./neighbours.ts";

/**
 * Sphere exclusion (the leader algorithm): the first row that is free takes its free neighbours, and so on. No two centroids
 * are neighbours.
 * @param order in which rows become centroids; ascending when absent
 */
export function* sphereExclusion(neighbours: Neighbours, order?: Uint32Array): Generator<ClusteringStep, Clusters> {
  const { rows: total } = neighbours;
  const builder = new ClusterBuilder(total);
  let done = 0;
  for (let place = 0; place < total; place++) {
    const row = order === undefined ? place : order[place]!;
    if (!builder.isFree(row)) continue;
    done += builder.add(row, neighbours.of(row)).length;
    yield { done, total };
  }
  return builder.finish();
}

/**
 * The order of directed sphere exclusion (Gobbi & Lee 2003, doi 10.1021/ci025554v): from the rows most like a reference
 * outwards. @throws `screening.fingerprint.length`
 */
export const directedOrder = (index: SimilarityIndex, reference: Uint8Array): Uint32Array =>
  index.search(reference).rows;
