import { ClusterBuilder, type ClusteringStep, type Clusters } from "./clusters.ts";
import type { Neighbours } from "./neighbours.ts";
import { RowHeap } from "./row-heap.ts";

/**
 * Taylor-Butina clustering (Butina 1999, doi 10.1021/ci9803381): the row with the most neighbours takes those that are free,
 * and so on; of equal numbers the lower row comes first. Neighbours are looked up twice per row at most, once more where
 * they are recounted.
 * @param recount whether neighbours that a cluster took stop counting for the others; as published they go on counting
 */
export function* butina(neighbours: Neighbours, recount: boolean): Generator<ClusteringStep, Clusters> {
  const { rows } = neighbours;
  const total = 2 * rows;
  let done = 0;
  const counts = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    counts[row] = neighbours.of(row).length;
    yield { done: ++done, total };
  }
  const builder = new ClusterBuilder(rows);
  const queue = new RowHeap(counts);
  for (let row = queue.pop(); row !== null; row = queue.pop()) {
    if (!builder.isFree(row)) continue;
    const taken = builder.add(row, neighbours.of(row));
    done += taken.length;
    yield { done, total };
    // Nobody else counts a row that has no neighbour but itself.
    if (!recount || counts[row] === 1) continue;
    for (const member of taken) {
      for (const other of neighbours.of(member)) counts[other]!--;
      yield { done, total };
    }
  }
  return builder.finish();
}
