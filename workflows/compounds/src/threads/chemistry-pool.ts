import { createThreadPool, type ThreadPool } from "@qinghao/compute/node";
import type {
  ChemistryOutput,
  ChemistryTask,
  MatchOutput,
  MatchTask,
  StandardiseOutput,
  StandardiseTask,
} from "./tasks.ts";

type Pool = ThreadPool<ChemistryTask, ChemistryOutput>;
type MapOptions = Parameters<Pool["map"]>[1];

/** Threads with an RDKit each, shared by all jobs of a worker and started with the first. */
export type ChemistryPool = {
  readonly size: number;
  /** Name and release of the toolkit. Throws the chemistry error of a query that cannot be read. */
  toolkit(query: string | null, signal: AbortSignal): Promise<string>;
  standardise(tasks: AsyncIterable<StandardiseTask>, options: MapOptions): AsyncIterable<StandardiseOutput>;
  match(tasks: AsyncIterable<MatchTask>, options: MapOptions): AsyncIterable<MatchOutput>;
  close(): Promise<void>;
};

export function createChemistryPool(size: number): ChemistryPool {
  let started: Pool | null = null;
  const pool = () => {
    started ??= createThreadPool({ script: new URL("./chemistry.worker.ts", import.meta.url), size, init: null });
    return started;
  };
  const map = <Output extends ChemistryOutput>(tasks: AsyncIterable<ChemistryTask>, options: MapOptions) =>
    // A thread answers a task with an output of the same kind.
    pool().map(tasks, options) as AsyncIterable<Output>;
  return {
    size,
    toolkit: async (query, signal) => {
      const output = await pool().run({ kind: "toolkit", query }, [], signal);
      return output.kind === "toolkit" ? output.toolkit : "";
    },
    standardise: (tasks, options) => map<StandardiseOutput>(tasks, options),
    match: (tasks, options) => map<MatchOutput>(tasks, options),
    close: async () => started?.terminate(),
  };
}
