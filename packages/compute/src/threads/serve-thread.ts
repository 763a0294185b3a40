import { isMainThread, parentPort, type Transferable, workerData } from "node:worker_threads";
import { computeErrors } from "../errors.ts";
import { type FromThread, packError, type ToThread } from "./protocol.ts";

/** What a thread's script is told with each task. */
export type ThreadTask = {
  /** Aborted when the caller no longer wants the result. */
  readonly signal: AbortSignal;
};

export type ThreadHandler<Task, Output> = (task: Task, context: ThreadTask) => Output | Promise<Output>;

const transferLists = new WeakMap<object, readonly Transferable[]>();

/** Marks buffers of a result that move to the caller instead of being copied; they are empty in the thread afterwards. */
export function withTransfer<T extends object>(output: T, transfer: readonly Transferable[]): T {
  transferLists.set(output, transfer);
  return output;
}

/**
 * The whole of a thread's script: `start` receives the pool's `init`, loads what the thread needs and returns the
 * handler of its tasks. An error thrown by the handler rejects that task only; one thrown by `start` fails the pool.
 */
export function serveThread<Init, Task, Output>(
  start: (init: Init) => ThreadHandler<Task, Output> | Promise<ThreadHandler<Task, Output>>,
): void {
  const port = parentPort;
  if (isMainThread || port === null)
    throw computeErrors.create("thread_init_failed", { reason: "serveThread was called outside a worker thread" });
  const send = (message: FromThread, transfer?: readonly Transferable[]) => port.postMessage(message, transfer);
  const running = new Map<number, AbortController>();
  const starting = Promise.resolve().then(() => start(workerData as Init));

  const handle = async (id: number, task: Task) => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const output = await (await starting)(task, { signal: controller.signal });
      const list = typeof output === "object" && output !== null ? transferLists.get(output) : undefined;
      send({ kind: "done", id, output }, list);
    } catch (thrown) {
      send({ kind: "failed", id, error: packError(thrown) });
    } finally {
      running.delete(id);
    }
  };
  port.on("message", (message: ToThread) => {
    if (message.kind === "task") void handle(message.id, message.task as Task);
    else if (message.kind === "cancel") running.get(message.id)?.abort();
    else port.close();
  });
  starting.then(
    () => send({ kind: "ready" }),
    (thrown: unknown) => send({ kind: "init-failed", error: packError(thrown) }),
  );
}
