import { Client, Connection, isGrpcServiceError, WorkflowNotFoundError } from "@temporalio/client";
import type { ApiEnv } from "../env.ts";
import { apiErrors } from "../errors.ts";

/** Who works a task queue, as the job server knows it. */
export type QueueState = { pollers: number; lastSeen: Date | null; backlog: number | null };

/** A workflow to start. `priority`: 1 goes first, 5 last; left out: 3. */
export type Job = { workflow: string; queue: string; id: string; input: object; priority?: number };

/** The part of Temporal that the API uses. Every call ends within `callTimeoutMs` and fails with `api.temporal.away`. */
export type JobServer = {
  start(job: Job): Promise<void>;
  /** False when there is no such workflow any more. */
  signal(id: string, signal: string): Promise<boolean>;
  /** False when there is no such workflow any more. */
  cancel(id: string): Promise<boolean>;
  queue(name: string, kind: "workflow" | "activity"): Promise<QueueState>;
  version(): Promise<string>;
  close(): Promise<void>;
};

const callTimeoutMs = 5000;
/** A worker's poll lasts up to 60 s; one that was silent for longer than this is gone. */
const pollerLifeMs = 75_000;
const queueKinds = { workflow: 1, activity: 2 } as const;

export async function connectJobServer(env: Pick<ApiEnv, "temporalAddress" | "namespace">): Promise<JobServer> {
  const { temporalAddress: address, namespace } = env;
  const connection = await away(() => Connection.connect({ address, connectTimeout: callTimeoutMs }));
  const client = new Client({ connection, namespace });
  const call = <T>(work: () => Promise<T>) => away(() => connection.withDeadline(Date.now() + callTimeoutMs, work));
  return {
    start: ({ workflow, queue, id, input, priority }) =>
      call(async () => {
        await client.workflow.start(workflow, {
          taskQueue: queue,
          workflowId: id,
          args: [input],
          workflowIdReusePolicy: "REJECT_DUPLICATE",
          ...(priority === undefined ? {} : { priority: { priorityKey: priority } }),
        });
      }),
    signal: (id, signal) => call(() => isThere(client.workflow.getHandle(id).signal(signal))),
    cancel: (id) => call(() => isThere(client.workflow.getHandle(id).cancel())),
    queue: (name, kind) =>
      call(async () => {
        const answer = await client.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name },
          taskQueueType: queueKinds[kind],
          reportStats: true,
        });
        const seen = (answer.pollers ?? []).map((poller) => Number(poller.lastAccessTime?.seconds ?? 0) * 1000);
        const lastSeen = seen.length > 0 ? new Date(Math.max(...seen)) : null;
        const alive = seen.filter((at) => Date.now() - at < pollerLifeMs).length;
        const backlog = answer.stats?.approximateBacklogCount;
        return {
          pollers: alive,
          lastSeen,
          backlog: backlog === undefined || backlog === null ? null : Number(backlog),
        };
      }),
    version: () =>
      call(async () => (await client.workflowService.getSystemInfo({})).serverVersion ?? "of unknown version"),
    close: () => connection.close(),
  };
}

async function isThere(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function away<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAway(error)) throw apiErrors.create("temporal.away", {}, error);
    throw error;
  }
}

/** gRPC: 1 cancelled, 4 deadline exceeded, 8 exhausted, 14 unavailable. Connecting fails with a plain timeout error. */
const awayCodes: ReadonlySet<number> = new Set([1, 4, 8, 14]);
function isAway(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (isGrpcServiceError(cause) && awayCodes.has(cause.code)) return true;
    if (/Failed to connect before the deadline/i.test(cause.message)) return true;
  }
  return false;
}
