import { setTimeout as sleep } from "node:timers/promises";
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
} from "@temporalio/worker";
import { jobLogger } from "./log.ts";

/** A set of workers of this process. */
export type JobWorker = {
  /** Works until `shutdown`; connects again whenever Temporal was away. Rejects only for a fault in the worker itself. */
  run(): Promise<void>;
  /** Stops taking work, lets activities stop, and resolves when all has ended. */
  shutdown(): Promise<void>;
};

export type SuperviseOptions = {
  address: string;
  namespace: string;
  /** The module whose exports are the workflows; bundled once. */
  workflowsPath?: URL;
  /** One entry per task queue. An entry with `hostsWorkflows` executes workflows too. */
  queues: readonly { taskQueue: string; hostsWorkflows?: boolean; activities: object; concurrency: number }[];
  /** Called when everything has ended. */
  close(): Promise<void>;
};

let runtimeInstalled = false;
function installRuntime(): void {
  if (runtimeInstalled) return;
  runtimeInstalled = true;
  // The process that owns the workers decides what a signal means.
  Runtime.install({ shutdownSignals: [], logger: jobLogger() });
}

/** Workers on one or more task queues that outlive their Temporal server. */
export async function superviseWorkers(options: SuperviseOptions): Promise<JobWorker> {
  installRuntime();
  const workflowBundle =
    options.workflowsPath === undefined
      ? undefined
      : await bundleWorkflowCode({
          workflowsPath: options.workflowsPath.pathname,
          logger: new DefaultLogger("ERROR"),
        });
  const stop = new AbortController();
  let running: Promise<void> | null = null;

  const serve = async (connection: NativeConnection): Promise<void> => {
    const workers: Worker[] = [];
    const stopAll = () => {
      for (const worker of workers) if (worker.getState() === "RUNNING") worker.shutdown();
    };
    for (const queue of options.queues) {
      const common: WorkerOptions = {
        connection,
        namespace: options.namespace,
        taskQueue: queue.taskQueue,
        activities: queue.activities,
        maxConcurrentActivityTaskExecutions: queue.concurrency,
        maxHeartbeatThrottleInterval: "400ms",
        shutdownForceTime: "15s",
      };
      workers.push(
        await Worker.create(queue.hostsWorkflows && workflowBundle ? { ...common, workflowBundle } : common),
      );
    }
    stop.signal.addEventListener("abort", stopAll, { once: true });
    try {
      const runs = workers.map((worker) => worker.run());
      if (stop.signal.aborted) stopAll();
      // One worker that fails takes the others with it, so that all of them start afresh.
      for (const run of runs) run.catch(stopAll);
      const ends = await Promise.allSettled(runs);
      const failed = ends.find((end) => end.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    } finally {
      stop.signal.removeEventListener("abort", stopAll);
    }
  };

  const run = async (): Promise<void> => {
    const { logger } = Runtime.instance();
    for (let failures = 0; !stop.signal.aborted; ) {
      let connection: NativeConnection | null = null;
      try {
        connection = await NativeConnection.connect({ address: options.address });
        const startedAt = Date.now();
        await serve(connection).finally(() => {
          if (Date.now() - startedAt > 60_000) failures = 0;
        });
      } catch (error) {
        if (!stop.signal.aborted) {
          failures++;
          logger.warn("Workers lost Temporal and will connect again", { address: options.address, failures, error });
          await sleep(Math.min(5000, 250 * 2 ** failures), undefined, { signal: stop.signal }).catch(() => undefined);
        }
      } finally {
        await connection?.close().catch(() => undefined);
      }
    }
    await options.close();
  };

  return {
    run: () => {
      running ??= run();
      return running;
    },
    shutdown: async () => {
      stop.abort();
      await (running ?? options.close());
    },
  };
}
