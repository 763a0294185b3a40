import { type ChemKit, parseSmartsQuery } from "@qinghao/chemistry";
import { createThreadPool, threadScript } from "@qinghao/compute/node";
import { unwrap } from "@qinghao/kernel";
import { SimilarityIndex } from "../../similarity/similarity-index.ts";
import type { LibraryFile } from "../library/library-file.ts";
import { loadSearchKernel } from "../load-kernel.ts";
import type { SharedMolecules, SubstructureInit, SubstructureOutput, SubstructureTask } from "./substructure-task.ts";

export type SubstructureOptions = {
  readonly threads?: number;
  /** Bytes of pattern fingerprints to keep in memory; default all that are used. The molecules take some 200 bytes each. */
  readonly memoryBytes?: number;
};

export type SubstructureSearch = {
  /**
   * Rows that hold the substructure, ascending, in batches as they are found. Ending the loop, or the signal, ends the search.
   * @throws `chemistry.query.invalid`, `compute.cancelled`
   */
  search(smarts: string, signal?: AbortSignal): AsyncGenerator<Uint32Array, void, undefined>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Rows per task: few at first, so that the first hits are there at once, then enough to keep threads busy for some 20 ms. */
const firstTaskRows = 256;
const taskRows = 4096;

/**
 * Prepares a library for substructure searches: its molecules go to shared memory, threads start. A query is screened by
 * pattern fingerprints (every bit of the query's has to be there), then matched in the threads.
 */
export async function openSubstructureSearch(
  library: LibraryFile,
  kit: ChemKit,
  options: SubstructureOptions = {},
): Promise<SubstructureSearch> {
  const { memoryBytes } = options;
  const index = new SimilarityIndex(await loadSearchKernel(), library.fingerprints("pattern"), { memoryBytes });
  const segments = library.segments.map(
    ({ firstRow, rows }, segment): SharedMolecules => ({ firstRow, rows, buffer: library.moleculeSection(segment) }),
  );
  const init: SubstructureInit = { libraryPath: library.path, segments };
  const script = threadScript(import.meta.url, "./substructure.worker.ts");
  const pool = createThreadPool<SubstructureTask, SubstructureOutput>({ script, size: options.threads, init });
  return {
    async *search(smarts, signal) {
      const query = unwrap(parseSmartsQuery(kit, smarts));
      const candidates = index.rowsContaining(query.fingerprint);
      query.close();
      const inFlight = 2 * pool.size;
      for await (const { rows } of pool.map(tasksOf(smarts, candidates, segments), { inFlight, signal })) {
        signal?.throwIfAborted();
        if (rows.length > 0) yield rows;
      }
    },
    [Symbol.asyncDispose]: () => pool.terminate(),
  };
}

function* tasksOf(
  smarts: string,
  candidates: Uint32Array,
  segments: readonly SharedMolecules[],
): Generator<SubstructureTask> {
  let size = firstTaskRows;
  let from = 0;
  for (let segment = 0; segment < segments.length; segment++) {
    const end = segments[segment]!.firstRow + segments[segment]!.rows;
    while (from < candidates.length && candidates[from]! < end) {
      let to = Math.min(from + size, candidates.length);
      while (candidates[to - 1]! >= end) to--;
      yield { smarts, segment, rows: candidates.slice(from, to) };
      from = to;
      size = Math.min(2 * size, taskRows);
    }
  }
}
