import type { PlacedSegment, PreparedQuery } from "../../similarity/searcher.ts";

/** How a search thread is set up: the compiled kernel and the memory that all threads share. */
export type SearchInit = {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly zerosAt: number;
};

export type SearchTask = {
  readonly queries: readonly { readonly query: PreparedQuery; readonly segments: readonly PlacedSegment[] }[];
};
