import type { WireError } from "@qinghao/kernel";
import { ActivityFailure, ApplicationFailure } from "@temporalio/workflow";

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
