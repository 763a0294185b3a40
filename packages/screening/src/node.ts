export { type BenchmarkTarget, readBenchmarkFolder } from "./evaluation/node/benchmark-folder.ts";
export {
  type BenchmarkOptions,
  type FailedMolecule,
  runBenchmark,
  type TargetResult,
} from "./evaluation/node/run-benchmark.ts";
export { type AddedFingerprints, addFingerprints } from "./node/library/added-fingerprints.ts";
export {
  type BuildOptions,
  type BuildSummary,
  buildLibrary,
  defaultSegmentRows,
} from "./node/library/build-library.ts";
export type { FailedRow } from "./node/library/format.ts";
export { LibraryFile } from "./node/library/library-file.ts";
export { loadSearchKernel } from "./node/load-kernel.ts";
export { loadShapeKernel } from "./node/load-shape-kernel.ts";
export { createSearchPool, type SearchPool } from "./node/search/search-pool.ts";
export {
  openSubstructureSearch,
  type SubstructureOptions,
  type SubstructureSearch,
} from "./node/substructure/substructure-search.ts";
