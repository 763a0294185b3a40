import type { JobState } from "@qinghao/api/schema";

export const isOver = (state: JobState): boolean =>
  state === "completed" || state === "failed" || state === "cancelled";
