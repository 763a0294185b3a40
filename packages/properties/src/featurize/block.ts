import type { MolGraph } from "./mol-graph.ts";

/** Per-atom quantities that several blocks share; arrays of length n. */
export type AtomFields = {
  readonly logP: Float64Array;
  readonly mr: Float64Array;
  readonly charge: Float64Array;
  readonly hydrogenCharge: Float64Array;
  readonly tpsa: Float64Array;
  readonly surface: Float64Array;
  readonly hydrogenSurface: number;
  readonly state: Float64Array;
  readonly intrinsic: Float64Array;
  readonly distance: Uint8Array;
};

/** A group of descriptors: `write` puts `names.length` finite numbers into `out` from position `at`. */
export type DescriptorBlock = {
  readonly names: readonly string[];
  write(graph: MolGraph, fields: AtomFields, out: Float32Array, at: number): void;
};

/** Index of the first edge above the value: bins of edges e0 < e1 < ... */
export function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value >= edges[bin]!) bin++;
  return bin;
}
