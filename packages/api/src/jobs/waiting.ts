import type { Run } from "@qinghao/db";
import { isQinghaoError } from "@qinghao/kernel";
import { modellingCpuQueue, modellingGpuQueue, modellingTaskQueue } from "@qinghao/workflow-modelling/contract";
import type { RunView } from "../schema.ts";
import type { Services } from "../services.ts";
import { describeQueue } from "./queues.ts";

type Waiting = NonNullable<RunView["waiting"]>;

/** What keeps an unfinished run from moving, or null. A failure to find out is itself an answer. */
export async function waitingOf(services: Services, run: Run): Promise<Waiting | null> {
  if (run.state !== "queued" && run.state !== "running") return null;
  if (run.waitingReason !== null) return { reason: "no_gpu", queue: modellingGpuQueue, message: run.waitingReason };
  const shardQueue = run.accelerator === "gpu-or-wait" ? modellingGpuQueue : modellingCpuQueue;
  try {
    for (const { queue, kind } of [
      { queue: modellingTaskQueue, kind: "workflow" as const },
      { queue: shardQueue, kind: "activity" as const },
    ]) {
      if ((await describeQueue(services, queue, kind)).pollers === 0) return noWorker(queue);
    }
    return null;
  } catch (error) {
    if (isQinghaoError(error) && error.retry === "later") return servicesAway;
    throw error;
  }
}

const servicesAway: Waiting = {
  reason: "services_away",
  queue: modellingTaskQueue,
  message: {
    en: "The job server does not answer at the moment. The run goes on by itself when it is back.",
    zh: "任务服务器暂时没有响应，恢复后运行会自动继续。",
  },
};

const noWorker = (queue: string): Waiting => ({
  reason: "no_worker",
  queue,
  message: {
    en: `No worker asks for work on the queue ${queue}. The run goes on by itself when one is started.`,
    zh: `队列 ${queue} 没有工作进程。启动工作进程后运行会自动继续。`,
  },
});
