import { availableParallelism } from "node:os";
import { createThreadPool, type ThreadPool, threadScript } from "@qinghao/compute/node";

/** SMILES of some molecules. */
export type LayoutTask = readonly string[];
/** Their V2000 molblocks with 2D coordinates; null for a structure that the toolkit cannot lay out. */
export type LayoutOutput = (string | null)[];
export type LayoutPool = ThreadPool<LayoutTask, LayoutOutput>;

/** Each thread holds a toolkit of its own; more than these gain little, since the database feeds them. */
const most = 4;

/** Threads that lay molecules out. One core is left to the requests. */
export const openLayoutPool = (): LayoutPool =>
  createThreadPool<LayoutTask, LayoutOutput>({
    script: threadScript(import.meta.url, "./layout.worker.ts"),
    size: Math.max(1, Math.min(most, availableParallelism() - 1)),
  });
