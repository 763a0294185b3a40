import { Context } from "@temporalio/activity";

/** A worker polls at least once a minute; one that has been silent for longer is gone. */
const pollerIsGoneMs = 75_000;
const temporalActivityQueue = 2;

/** For activities: whether a worker asked for activities of the task queue lately. */
export async function isPolled(taskQueue: string): Promise<boolean> {
  const { client, info } = Context.current();
  const answer = await client.workflowService.describeTaskQueue({
    namespace: info.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: temporalActivityQueue,
  });
  const oldest = Date.now() - pollerIsGoneMs;
  return (answer.pollers ?? []).some((poller) => Number(poller.lastAccessTime?.seconds ?? 0) * 1000 > oldest);
}

/** What a job says while it waits for a worker with an accelerator. */
export const waitsForAccelerator = {
  en: "Waiting for a worker with an accelerator. The run begins as soon as one is started.",
  zh: "正在等待带加速器的工作进程，启动后运行将立即开始。",
};
