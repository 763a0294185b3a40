import { ActivityFailure, CancellationScope, TimeoutFailure } from "@temporalio/workflow";

export type ComputeQueue = "cpu" | "gpu";
/** `gpu-or-wait` waits for an accelerator, `gpu-or-cpu` takes the CPU when none answers in time, `auto` asks once. */
export type QueueWish = "auto" | "cpu" | "gpu-or-wait" | "gpu-or-cpu";

/** The activities by which a workflow finds out which queue serves it. */
export type QueueQuestions = {
  hasAccelerator(): Promise<boolean>;
  noteWaiting(isWaiting: boolean): Promise<void>;
  /** Answered by a worker of the GPU queue, however long that takes. */
  claim(): Promise<ComputeQueue>;
  /** The same with a schedule-to-start time-out. */
  claimSoon(): Promise<ComputeQueue>;
};

/** For workflow code: which queue computes a job. Waits visibly where the wish is to wait. */
export async function chooseQueue(wish: QueueWish, ask: QueueQuestions): Promise<ComputeQueue> {
  if (wish === "cpu") return "cpu";
  const isHere = await ask.hasAccelerator();
  if (wish === "auto" && !isHere) return "cpu";
  if (!isHere) await ask.noteWaiting(true);
  try {
    return await (wish === "gpu-or-wait" ? ask.claim() : ask.claimSoon());
  } catch (error) {
    if (isStartTimeout(error)) return "cpu";
    throw error;
  } finally {
    if (!isHere) await CancellationScope.nonCancellable(() => ask.noteWaiting(false));
  }
}

/** True when no worker took the activity in the time allowed for that. */
export const isStartTimeout = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof TimeoutFailure &&
  error.cause.timeoutType === "SCHEDULE_TO_START";
