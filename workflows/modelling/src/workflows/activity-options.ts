import type { ActivityOptions } from "@temporalio/workflow";

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
