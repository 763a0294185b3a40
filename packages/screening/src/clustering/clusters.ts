/** Rows divided into clusters, which are numbered from 0 in the order in which they were made. */
export type Clusters = {
  /** Cluster of each row. */
  readonly clusterOf: Uint32Array;
  /** Per cluster the row at its centre. */
  readonly centroids: Uint32Array;
  /** Per cluster its rows, the centroid included. */
  readonly sizes: Uint32Array;
};

/** How far a clustering is: steps done of `total`. */
export type ClusteringStep = { readonly done: number; readonly total: number };

const free = 0xffffffff;

/** Clusters while they are made. */
export class ClusterBuilder {
  readonly #clusterOf: Uint32Array;
  readonly #centroids: number[] = [];
  readonly #sizes: number[] = [];

  constructor(rows: number) {
    this.#clusterOf = new Uint32Array(rows).fill(free);
  }

  isFree(row: number): boolean {
    return this.#clusterOf[row] === free;
  }

  /** A cluster around `centroid` of those of `rows` that are free. @returns the rows that it took */
  add(centroid: number, rows: Uint32Array): Uint32Array {
    const taken = rows.filter((row) => this.isFree(row));
    for (const row of taken) this.#clusterOf[row] = this.#centroids.length;
    this.#centroids.push(centroid);
    this.#sizes.push(taken.length);
    return taken;
  }

  finish(): Clusters {
    return {
      clusterOf: this.#clusterOf,
      centroids: Uint32Array.from(this.#centroids),
      sizes: Uint32Array.from(this.#sizes),
    };
  }
}

/** The rows of each cluster, ascending. */
export function clusterMembers({ clusterOf, sizes }: Clusters): Uint32Array[] {
  const members = Array.from(sizes, (size) => new Uint32Array(size));
  const next = new Uint32Array(sizes.length);
  clusterOf.forEach((cluster, row) => {
    members[cluster]![next[cluster]!++] = row;
  });
  return members;
}
