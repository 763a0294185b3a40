import { serveThread } from "@qinghao/compute/thread";
import { SearchKernel } from "../../similarity/search-kernel.ts";
import { Searcher, type SearchHits } from "../../similarity/searcher.ts";
import type { SearchInit, SearchTask } from "./search-task.ts";

/** One search thread: an instance of the kernel on the shared memory, with scratch space of its own. */
serveThread<SearchInit, SearchTask, SearchHits[]>(({ module, memory, zerosAt }) => {
  const searcher = new Searcher(new SearchKernel(module, memory), zerosAt);
  return ({ queries }) => queries.map(({ query, segments }) => searcher.search(query, segments));
});
