import { availableParallelism } from "node:os";
import type { Transferable } from "node:worker_threads";
import type { QinghaoError } from "@qinghao/kernel";
import { computeErrors } from "../errors.ts";
import { mapInOrder } from "./ordered-map.ts";
import { type Job, type PoolThread, startThread } from "./pool-thread.ts";

export type ThreadPoolOptions = {
  /** A module that calls `serveThread`, such as `threadScript(import.meta.url, "./score.worker.ts")`. */
  readonly script: URL;
  /** Threads; default one per core that this process may use. */
  readonly size?: number;
  /** Given to every thread's `start`; must be cloneable. */
  readonly init?: unknown;
  /** Heap of one thread in MB. A thread that outgrows it is replaced and its task rejected. */
  readonly memoryMb?: number;
  /** How long a cancelled task may take to notice before its thread is ended, ms; default 1000. */
  readonly graceMs?: number;
};

export type MapOptions<Task> = {
  /** Tasks started ahead of the consumer; default twice the threads. */
  readonly inFlight?: number;
  readonly transfer?: (task: Task) => readonly Transferable[];
  readonly signal?: AbortSignal;
};

export type ThreadPool<Task, Output> = {
  readonly size: number;
  /**
   * Queues one task. Buffers in `transfer` move to the thread.
   * @throws `compute.thread_crashed` when its thread dies (a new one takes its place), the task's own table error or
   * `compute.thread_failed`, `compute.cancelled` at once on abort, `compute.pool_closed`, `compute.thread_init_failed`
   */
  run(task: Task, transfer?: readonly Transferable[], signal?: AbortSignal): Promise<Output>;
  /** Results in the order of `source`, which is read only as fast as results are taken. */
  map(source: AsyncIterable<Task> | Iterable<Task>, options?: MapOptions<Task>): AsyncIterable<Output>;
  /** Ends every thread; tasks that have not finished are rejected. */
  terminate(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** So many threads that end before they take a task, with no task done between, fail the pool. */
const maxFailedStarts = 3;

/**
 * Worker threads that share one queue. Idle threads do not keep the process alive.
 */
export function createThreadPool<Task, Output>(options: ThreadPoolOptions): ThreadPool<Task, Output> {
  const size = Math.max(1, options.size ?? availableParallelism());
  const graceMs = options.graceMs ?? 1000;
  const threads = new Set<PoolThread>();
  const free: PoolThread[] = [];
  const queue: Job[] = [];
  let failure: QinghaoError | null = null;
  let failedStarts = 0;
  let lastId = 0;

  const fail = (error: QinghaoError) => {
    failure ??= error;
    for (const job of queue.splice(0)) job.settle({ error: failure });
  };
  const dispatch = () => {
    while (queue.length > 0 && free.length > 0) {
      const thread = free.pop()!;
      thread.hold(true);
      thread.start(queue.shift()!);
    }
    for (const thread of free) thread.hold(false);
  };
  const addThread = () => {
    const setFree = () => {
      free.push(thread);
      dispatch();
    };
    const thread = startThread(options.script, options.init, options.memoryMb, {
      onReady: setFree,
      onIdle: () => {
        failedStarts = 0;
        setFree();
      },
      onGone: (startError) => {
        threads.delete(thread);
        const at = free.indexOf(thread);
        if (at >= 0) free.splice(at, 1);
        if (failure !== null) return;
        if (startError !== null && ++failedStarts >= maxFailedStarts) fail(startError);
        else addThread();
      },
    });
    threads.add(thread);
  };

  const run = (task: Task, transfer: readonly Transferable[] = [], signal?: AbortSignal) =>
    new Promise<Output>((resolve, reject) => {
      if (failure !== null) return reject(failure);
      if (signal?.aborted) return reject(computeErrors.create("cancelled", {}, signal.reason));
      const onAbort = () => {
        const at = queue.indexOf(job);
        if (at >= 0) queue.splice(at, 1);
        else for (const thread of threads) if (thread.job === job) thread.cancel(graceMs);
        job.settle({ error: computeErrors.create("cancelled", {}, signal?.reason) });
      };
      const job: Job = {
        id: ++lastId,
        task,
        transfer,
        settle: (result) => {
          signal?.removeEventListener("abort", onAbort);
          if ("error" in result) reject(result.error);
          else resolve(result.output as Output);
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      queue.push(job);
      dispatch();
    });

  const terminate = async () => {
    fail(computeErrors.create("pool_closed"));
    await Promise.all([...threads].map((thread) => thread.end()));
  };
  for (let count = 0; count < size; count++) addThread();
  return {
    size,
    run,
    map: (source, { inFlight = 2 * size, transfer, signal } = {}) =>
      mapInOrder(source, Math.max(1, inFlight), (task) => run(task, transfer?.(task), signal)),
    terminate,
    [Symbol.asyncDispose]: terminate,
  };
}
