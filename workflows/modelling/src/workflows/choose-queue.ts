import type { AcceleratorWish } from "@qinghao/db/schema";
import { shortWork } from "@qinghao/jobs/workflow";
import type { RunId } from "@qinghao/kernel";
import { ActivityFailure, CancellationScope, proxyActivities, TimeoutFailure } from "@temporalio/workflow";
import type { ComputeActivities, ModellingActivities } from "../activities/modelling.activities.ts";
import { type ComputeQueue, modellingGpuQueue } from "../contract.ts";

const { hasAccelerator, noteWaiting } = proxyActivities<ModellingActivities>(shortWork);
const onGpu = { ...shortWork, taskQueue: modellingGpuQueue };
const patient = proxyActivities<ComputeActivities>(onGpu);
const brief = proxyActivities<ComputeActivities>({ ...onGpu, scheduleToStartTimeout: "8s" });

/** Which queue computes a run. Waits visibly where the wish is to wait. */
export async function chooseQueue(runId: RunId, wish: AcceleratorWish): Promise<ComputeQueue> {
  if (wish === "cpu") return "cpu";
  const isHere = await hasAccelerator({});
  if (wish === "auto" && !isHere) return "cpu";
  if (!isHere) await noteWaiting({ runId, isWaiting: true });
  try {
    return await (wish === "gpu-or-wait" ? patient : brief).claimQueue({});
  } catch (error) {
    if (isStartTimeout(error)) return "cpu";
    throw error;
  } finally {
    if (!isHere) await CancellationScope.nonCancellable(() => noteWaiting({ runId, isWaiting: false }));
  }
}

/** True when no worker took the activity in the time allowed for that. */
export const isStartTimeout = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof TimeoutFailure &&
  error.cause.timeoutType === "SCHEDULE_TO_START";
