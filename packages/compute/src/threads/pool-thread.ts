import { type Transferable, Worker } from "node:worker_threads";
import type { QinghaoError } from "@qinghao/kernel";
import { computeErrors, reasonOf } from "../errors.ts";
import { type FromThread, type ToThread, unpackError } from "./protocol.ts";

/** One task on its way: `settle` is called once. */
export type Job = {
  readonly id: number;
  readonly task: unknown;
  readonly transfer: readonly Transferable[];
  settle(result: { readonly output: unknown } | { readonly error: Error }): void;
};

export type PoolThread = {
  readonly job: Job | null;
  start(job: Job): void;
  /** Asks the running task to stop; after `graceMs` the thread is ended. */
  cancel(graceMs: number): void;
  /** Lets the process exit although the thread lives, or not. */
  hold(busy: boolean): void;
  end(): Promise<void>;
};

export type ThreadEvents = {
  onReady(): void;
  /** The task has ended, the thread is free. */
  onIdle(): void;
  /** The thread is gone; its task was settled. `startError` when it ended before it was given any task. */
  onGone(startError: QinghaoError | null): void;
};

/** Starts one thread on `script`. Threads take one task at a time. */
export function startThread(
  script: URL,
  init: unknown,
  memoryMb: number | undefined,
  events: ThreadEvents,
): PoolThread {
  const resourceLimits = memoryMb === undefined ? undefined : { maxOldGenerationSizeMb: memoryMb };
  const worker = new Worker(script, { workerData: init, resourceLimits });
  let job: Job | null = null;
  let served = false;
  let gone = false;
  let ending = false;
  let crash: Error | null = null;
  let startError: QinghaoError | null = null;
  let timer: NodeJS.Timeout | undefined;

  const settle = (result: Parameters<Job["settle"]>[0]) => {
    clearTimeout(timer);
    const settled = job;
    job = null;
    settled?.settle(result);
  };
  worker.on("message", (message: FromThread) => {
    if (message.kind === "ready") events.onReady();
    else if (message.kind === "init-failed") {
      startError = unpackError(message.error, "thread_init_failed");
      void worker.terminate();
    } else if (message.id === job?.id) {
      settle(
        message.kind === "done" ? { output: message.output } : { error: unpackError(message.error, "thread_failed") },
      );
      events.onIdle();
    }
  });
  worker.on("error", (error) => {
    crash = error instanceof Error ? error : new Error(reasonOf(error));
  });
  worker.on("messageerror", (error) => {
    settle({ error: computeErrors.create("thread_message_invalid", { reason: reasonOf(error) }, error) });
    events.onIdle();
  });
  worker.on("exit", (code) => {
    gone = true;
    const reason = crash?.message ?? `it exited with code ${code}`;
    settle({ error: computeErrors.create("thread_crashed", { reason }, crash ?? undefined) });
    if (!served) startError ??= computeErrors.create("thread_init_failed", { reason }, crash ?? undefined);
    events.onGone(startError);
  });

  const post = (message: ToThread, transfer: readonly Transferable[] = []) => worker.postMessage(message, transfer);
  return {
    get job() {
      return job;
    },
    start(next) {
      try {
        post({ kind: "task", id: next.id, task: next.task }, next.transfer);
        job = next;
        served = true;
      } catch (thrown) {
        next.settle({ error: computeErrors.create("thread_message_invalid", { reason: reasonOf(thrown) }, thrown) });
        queueMicrotask(events.onIdle);
      }
    },
    cancel(graceMs) {
      if (job === null || gone) return;
      post({ kind: "cancel", id: job.id });
      timer = setTimeout(() => void worker.terminate(), graceMs);
    },
    hold(busy) {
      // A task that ends while its thread is being ended must not let the process go before the thread has gone.
      if (ending) return;
      if (busy) worker.ref();
      else worker.unref();
    },
    async end() {
      ending = true;
      if (!gone) await worker.terminate();
    },
  };
}
