import type { WireError } from "@qinghao/kernel";
import { ActivityFailure, type ActivityOptions, ApplicationFailure } from "@temporalio/workflow";

export {
  type ComputeQueue,
  chooseQueue,
  isStartTimeout,
  type QueueQuestions,
  type QueueWish,
} from "./choose-queue.ts";
export { forEachWithLimit } from "./for-each-with-limit.ts";

/** Tried again for as long as a service is away; a failure that would repeat itself ends the job at once. */
const retry = { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "10s" } as const;

/** For the whole work of a job: a worker that is gone is noticed within ten seconds. */
export const longWork: ActivityOptions = {
  startToCloseTimeout: "7 days",
  heartbeatTimeout: "10s",
  cancellationType: "WAIT_CANCELLATION_COMPLETED",
  retry,
};

export const shortWork: ActivityOptions = { startToCloseTimeout: "1 minute", heartbeatTimeout: "10s", retry };

/** For workflow code: the error that an activity of this project failed with. */
export function wireErrorOf(error: unknown): WireError {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  const detail: unknown = cause instanceof ApplicationFailure ? cause.details?.[0] : undefined;
  if (isWireError(detail)) return detail;
  return {
    code: "jobs.failed",
    message: {
      en: "The job failed for a reason that was not recorded.",
      zh: "任务失败，原因未记录。",
    },
    retry: "never",
    details: {},
  };
}

const isWireError = (value: unknown): value is WireError =>
  typeof value === "object" && value !== null && "code" in value && "message" in value && "retry" in value;
