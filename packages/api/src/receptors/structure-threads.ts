import { createThreadPool, threadScript } from "@qinghao/compute/node";
import type { FoundPocket, Preparation, PreparedStructure, StructureOutput, StructureTask } from "./structure-task.ts";

export type StructureThreads = {
  /** Throws what preparing fails with, `compute.cancelled` on abort. */
  prepare(given: Preparation, write: "mmcif" | "record", signal?: AbortSignal): Promise<PreparedStructure>;
  pockets(given: Preparation, signal?: AbortSignal): Promise<FoundPocket[]>;
  terminate(): Promise<void>;
};

/** One for a long search of pockets, one for whoever prepares a structure meanwhile. */
const threads = 2;
/**
 * Nothing of a task can notice that it is no longer wanted: most end by themselves within this time, ms, and a thread
 * with a longer one is replaced.
 */
const graceMs = 200;

/** Threads that prepare structures and find pockets in them. */
export function openStructureThreads(size = threads): StructureThreads {
  const script = threadScript(import.meta.url, "./structure.worker.ts");
  const pool = createThreadPool<StructureTask, StructureOutput>({ script, size, graceMs });
  const run = async (task: StructureTask, signal?: AbortSignal) => pool.run(task, [], signal);
  return {
    prepare: (given, write, signal) => run({ ...given, kind: "prepare", write }, signal) as Promise<PreparedStructure>,
    pockets: (given, signal) => run({ ...given, kind: "pockets" }, signal) as Promise<FoundPocket[]>,
    terminate: () => pool.terminate(),
  };
}
