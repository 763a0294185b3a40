export {
  type ClusteringOptions,
  clusterFingerprints,
  clusterHits,
} from "./clustering/cluster-fingerprints.ts";
export { type ClusteringStep, type Clusters, clusterMembers } from "./clustering/clusters.ts";
export { screeningErrors } from "./errors.ts";
export type { ColumnSource } from "./similarity/column-cache.ts";
export { type ColumnSegment, type SegmentInfo, toColumns } from "./similarity/column-segment.ts";
export { type FingerprintRows, packRows, popcount, setBits } from "./similarity/fingerprint-rows.ts";
export { SearchKernel } from "./similarity/search-kernel.ts";
export { type SearchHits, sortHits } from "./similarity/searcher.ts";
export { type IndexOptions, type SearchOptions, SimilarityIndex, sourceOf } from "./similarity/similarity-index.ts";
