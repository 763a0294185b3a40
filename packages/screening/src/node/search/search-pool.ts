import { createThreadPool, threadScript } from "@qinghao/compute/node";
import type { SearchHits } from "../../similarity/searcher.ts";
import type { SearchOptions, SimilarityIndex } from "../../similarity/similarity-index.ts";
import type { SearchInit, SearchTask } from "./search-task.ts";

export type SearchPool = {
  /** The hits of each fingerprint, in order; read as fast as they are taken. */
  searchAll(
    fingerprints: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options: SearchOptions,
    signal?: AbortSignal,
  ): AsyncGenerator<SearchHits>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Queries that a thread takes at a time: enough that handing them over costs little beside searching. */
const queriesPerTask = 16;

/**
 * Search threads on one index: the fingerprints lie once in shared memory. An index that keeps only a part of its columns
 * in memory reads them as it searches and is searched by one thread.
 */
export function createSearchPool(index: SimilarityIndex, threads: number): SearchPool {
  if (threads < 2 || !index.cache.holdsAll) {
    return {
      async *searchAll(fingerprints, options, signal) {
        for await (const fingerprint of fingerprints) {
          signal?.throwIfAborted();
          yield index.search(fingerprint, options);
        }
      },
      [Symbol.asyncDispose]: async () => {},
    };
  }
  const { module, memory } = index.kernel;
  const init: SearchInit = { module, memory, zerosAt: index.zerosAt };
  const script = threadScript(import.meta.url, "./search.worker.ts");
  const pool = createThreadPool<SearchTask, SearchHits[]>({ script, size: threads, init });
  return {
    async *searchAll(fingerprints, options, signal) {
      for await (const hits of pool.map(tasksOf(index, fingerprints, options), { signal })) yield* hits;
    },
    [Symbol.asyncDispose]: () => pool.terminate(),
  };
}

async function* tasksOf(
  index: SimilarityIndex,
  fingerprints: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: SearchOptions,
): AsyncGenerator<SearchTask> {
  const { limit, threshold } = index.checkOptions(options);
  let queries: SearchTask["queries"][number][] = [];
  for await (const fingerprint of fingerprints) {
    const bits = index.orderBits(fingerprint);
    queries.push({ query: { bits: bits.length, limit, threshold }, segments: [...index.place(bits)] });
    if (queries.length < queriesPerTask) continue;
    yield { queries };
    queries = [];
  }
  if (queries.length > 0) yield { queries };
}
